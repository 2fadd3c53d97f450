/** The page's video elements. */
export interface Views {
  /**
   * Shows and plays a stream in an element.
   *
   * @param onSilenced the browser plays no sound before the user has touched the page: the element plays without, and
   *   with sound as soon as the user does
   */
  show(element: HTMLVideoElement, stream: MediaStream, options: ViewOptions, onSilenced: () => void): void;

  /** How an element that is shown in plays from now on. */
  change(element: HTMLVideoElement, options: ViewOptions): void;

  clear(element: HTMLVideoElement): void;
}

export interface ViewOptions {
  readonly muted: boolean;
  readonly mirrored: boolean;
  /** From 0 to 1. */
  readonly volume: number;
  /** Where it is heard; empty for the browser's choice. */
  readonly speakerId: string;
}
