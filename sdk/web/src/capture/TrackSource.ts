import { DeviceError } from '../port/Devices';

/** Opens what a channel captures from: its track, and for a screen that of its sound. */
export type OpenTracks = () => Promise<readonly MediaStreamTrack[]>;

/**
 * The tracks of one device: open as long as they are wanted. A device that fails is not tried again until it is wanted
 * anew.
 */
export class TrackSource {
  private open: readonly MediaStreamTrack[] = [];
  private error: DeviceError | undefined;

  /** Undefined when nothing is wanted. */
  private opening: Promise<void> | undefined;

  /** Grows with each opening: what an older one still brings is let go. */
  private generation = 0;

  /** @param changed tracks came or went, or the device failed */
  constructor(private readonly changed: () => void) {}

  get tracks(): readonly MediaStreamTrack[] {
    return this.open;
  }

  get failure(): DeviceError | undefined {
    return this.error;
  }

  get wanted(): boolean {
    return this.opening !== undefined;
  }

  /** Until the device is there or has failed. */
  async settled(): Promise<void> {
    await this.opening;
  }

  /** Opens the device, anew if it is open. */
  start(open: OpenTracks): void {
    this.stop();
    const mine = this.generation;
    this.opening = open().then(
      (tracks) => this.onOpen(mine, tracks),
      (error: unknown) => {
        if (mine === this.generation) {
          this.error = error instanceof DeviceError ? error : new DeviceError('genericError', String(error));
          this.changed();
        }
      },
    );
  }

  stop(): void {
    this.generation++;
    this.opening = undefined;
    this.error = undefined;
    const former = this.open;
    this.open = [];
    former.forEach((track) => track.stop());
    if (former.length > 0) {
      this.changed();
    }
  }

  private onOpen(mine: number, tracks: readonly MediaStreamTrack[]): void {
    if (mine !== this.generation) {
      tracks.forEach((track) => track.stop());
      return;
    }
    this.open = tracks;
    tracks[0]?.addEventListener('ended', () => {
      if (mine === this.generation) {
        this.open = [];
        tracks.forEach((track) => track.stop());
        this.error = new DeviceError('unplugged', 'the device is gone');
        this.changed();
      }
    });
    this.changed();
  }
}
