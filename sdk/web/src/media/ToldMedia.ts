import type { MediaEvent } from '../port/MediaSession';

/** What the application was told of one stream's media: firsts once, a size whenever it is another. */
export class ToldMedia {
  private readonly told = new Map<MediaEvent['kind'], string>();

  /** Whether the application is to be told; notes that it was. */
  add(event: MediaEvent): boolean {
    const what = event.kind === 'videoSize' ? `${event.width}x${event.height}` : event.kind;
    const isNew = this.told.get(event.kind) !== what;
    this.told.set(event.kind, what);
    return isNew;
  }
}
