import type { ResourceMode } from '../protocol/ClientMessage';
import type { MediaSession, MediaSessionListener } from './MediaSession';

/** Peer connections of the browser. */
export interface MediaEngine {
  /** Begins a sending connection; the offer comes through the listener. */
  publish(media: OutgoingMedia, listener: MediaSessionListener): PublishSession;

  /** Begins a receiving connection; the offer comes through the listener. */
  play(options: PlayOptions, listener: MediaSessionListener): MediaSession;
}

/** What a publishing connection sends now. */
export interface OutgoingMedia {
  readonly audio: MediaStreamTrack | undefined;
  readonly video: MediaStreamTrack | undefined;
  readonly encoding: VideoEncoding;
}

export interface VideoEncoding {
  /** The codec's name in SDP. */
  readonly codec: string;
  readonly bitrateBps: number;
  readonly framesPerSecond: number;
  /** The shorter side of the picture at most. */
  readonly shortSide: number;
  readonly audioBitrateBps: number;
  /** Whether sharpness matters more than movement, as for a shared screen. */
  readonly detail: boolean;
}

export interface PublishSession extends MediaSession {
  /** Goes on with other tracks or another encoding, without a new offer. */
  replace(media: OutgoingMedia): void;
}

export interface PlayOptions {
  readonly resourceMode: ResourceMode;

  /** The tracks that the server's answer promises, once. */
  readonly onTracks: (tracks: readonly MediaStreamTrack[]) => void;
}
