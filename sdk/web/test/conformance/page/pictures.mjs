const REPORT_EVERY = 10;

/** Counts pictures of played streams that differ from the one before. */
export class PictureCount {
  #report;
  #videos = new Map();

  /** @param report gets the stream's name and how many more were seen */
  constructor(report) {
    this.#report = report;
  }

  count(streamID, stream) {
    this.#videos.get(streamID)?.remove();
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    document.body.append(video);
    video.play().catch(() => undefined);
    this.#videos.set(streamID, video);
    const context = new OffscreenCanvas(64, 36).getContext('2d', { willReadFrequently: true });
    let last = 0;
    let seen = 0;
    const look = () => {
      context.drawImage(video, 0, 0, 64, 36);
      const hash = context.getImageData(0, 0, 64, 36).data.reduce((sum, value) => (Math.imul(sum, 31) + value) | 0, 1);
      if (hash !== last && ++seen % REPORT_EVERY === 0) {
        this.#report(streamID, REPORT_EVERY);
      }
      last = hash;
      video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
  }

  clear() {
    this.#videos.forEach((video) => video.remove());
    this.#videos.clear();
  }
}
