import type { SdkLoop } from '../loop/SdkLoop';
import type { Devices } from './Devices';
import type { LogSink } from './LogSink';
import type { MediaEngine } from './MediaEngine';
import type { SignalSockets } from './SignalSocket';
import type { Views } from './Views';

/** All that the SDK needs from where it runs. */
export interface Platform {
  /** For the user agent, such as "Chrome/140". */
  readonly name: string;
  readonly loop: SdkLoop;
  readonly sockets: SignalSockets;
  readonly media: MediaEngine;
  readonly devices: Devices;
  readonly views: Views;
  readonly log: LogSink;

  /** From 0 to below 1. */
  readonly random: () => number;

  /** Undefined outside a secure context, where browsers keep it back. */
  readonly crypto: SubtleCrypto | undefined;

  /** An empty stream of media. */
  readonly newStream: () => MediaStream;

  /**
   * Calls when the network or the page may have come back, and when the page is left for good.
   *
   * @return ends the calls
   */
  watch(watcher: PageWatcher): () => void;
}

export interface PageWatcher {
  onWake(): void;
  onLeave(): void;
}
