import type { MediaStats } from './MediaStats';

/** One peer connection, for one published or one played stream. */
export interface MediaSession {
  /** The server's SDP answer to the offer. */
  acceptAnswer(sdp: string): void;

  /** Collects figures in the background and hands them over once. */
  collectStats(consumer: (stats: MediaStats) => void): void;

  /** Ends the connection and frees it; no call of the listener follows. */
  close(): void;
}

/** Called after the call that began the session has returned. */
export interface MediaSessionListener {
  onOffer(sdp: string): void;
  onConnected(): void;

  /** The path is lost; the connection may come back by itself. */
  onDisconnected(): void;

  /** The connection will not come back by itself. */
  onFailed(reason: string): void;

  onMedia(event: MediaEvent): void;
}

/** What is seen of the media itself: firsts once, a size whenever it is another. */
export type MediaEvent =
  | { readonly kind: 'firstAudio' | 'firstVideo' | 'firstVideoRendered' }
  | { readonly kind: 'videoSize'; readonly width: number; readonly height: number };
