import { MIN_WIDTH, readTimecode, timecodeArea } from '../timecode/timecode.ts';
import type { PictureSize } from './figures.ts';

/** What is told of the pictures an element shows. */
export interface PictureListener {
  /** The first since the element began to show this stream. */
  onFirst(): void;

  /** A few times a second. @param shownAtMs milliseconds since 1970 */
  onLook(size: PictureSize, ticks: number | undefined, shownAtMs: number): void;
}

const LOOK_EVERY_MS = 250;

/** Eight pixels a block are enough to read it. */
const AREA = { width: 128, height: 16 };

/**
 * Looks at what an element shows, as long as it shows something.
 *
 * @return ends it
 */
export function watchPictures(video: HTMLVideoElement, listener: PictureListener): () => void {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, AREA);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let shown: MediaProvider | null = null;
  let lookedAtMs = -LOOK_EVERY_MS;
  let ended = false;

  function ticksIn({ width }: PictureSize): number | undefined {
    if (!context || width < MIN_WIDTH) {
      return undefined;
    }
    const area = timecodeArea(width);
    context.drawImage(video, 0, 0, area.width, area.height, 0, 0, AREA.width, AREA.height);
    return readTimecode(context.getImageData(0, 0, AREA.width, AREA.height));
  }

  function onFrame(nowMs: number, frame: VideoFrameCallbackMetadata): void {
    if (ended) {
      return;
    }
    if (video.srcObject !== shown) {
      shown = video.srcObject;
      listener.onFirst();
    }
    if (nowMs - lookedAtMs >= LOOK_EVERY_MS) {
      lookedAtMs = nowMs;
      const size = { width: frame.width, height: frame.height };
      listener.onLook(size, ticksIn(size), Date.now() + frame.expectedDisplayTime - performance.now());
    }
    video.requestVideoFrameCallback(onFrame);
  }

  // Firefox before 132 has none: those figures stay unknown there.
  if ('requestVideoFrameCallback' in video) {
    video.requestVideoFrameCallback(onFrame);
  }
  return () => {
    ended = true;
  };
}
