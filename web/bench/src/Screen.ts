import { elapsedMs, readTimecode, ticksOf, timecodeArea } from '../../live/src/timecode/timecode.ts';

export interface Delays {
  readonly ms: readonly number[];

  /** Pictures whose clock could not be read. */
  readonly unreadable: number;
}

/** Eight pixels a block are enough to read it. */
const AREA = { width: 128, height: 16 };

/** What is seen. */
export class Screen {
  element = document.createElement('video');
  private readonly context = new OffscreenCanvas(AREA.width, AREA.height).getContext('2d', {
    willReadFrequently: true,
  });

  /** Nothing is left of what was seen before. */
  clear(): void {
    this.element.srcObject = null;
    this.element = document.createElement('video');
    this.element.autoplay = true;
    this.element.playsInline = true;
    document.body.replaceChildren(this.element);
  }

  /** When the first decoded picture is there, as `performance.now()` says it. */
  firstPictureMs(): Promise<number> {
    return new Promise((resolve) => this.element.requestVideoFrameCallback(() => resolve(performance.now())));
  }

  /** How old pictures are in the moment in which they are to be seen. @param skip of the first nothing is told */
  async delays(skip: number, pictures: number): Promise<Delays> {
    const ms: number[] = [];
    let unreadable = 0;
    for (let picture = 0; picture < skip + pictures; picture++) {
      const delay = await this.nextDelay();
      if (picture < skip) {
        continue;
      }
      if (delay === undefined) {
        unreadable++;
      } else {
        ms.push(delay);
      }
    }
    return { ms, unreadable };
  }

  private nextDelay(): Promise<number | undefined> {
    return new Promise((resolve) => {
      this.element.requestVideoFrameCallback((_, { expectedDisplayTime }) => {
        const shownAtMs = Date.now() + Math.max(0, expectedDisplayTime - performance.now());
        const ticks = this.readClock();
        resolve(ticks === undefined ? undefined : elapsedMs(ticks, ticksOf(shownAtMs)));
      });
    });
  }

  private readClock(): number | undefined {
    const { width, height } = timecodeArea(this.element.videoWidth);
    this.context?.drawImage(this.element, 0, 0, width, height, 0, 0, AREA.width, AREA.height);
    const area = this.context?.getImageData(0, 0, AREA.width, AREA.height);
    return area && readTimecode(area);
  }
}
