import type { SdkLoop, Timer } from '../loop/SdkLoop';
import type { MediaSession, MediaSessionListener } from '../port/MediaSession';
import type { MediaStats } from '../port/MediaStats';
import { readStats } from './StatsReader';

/** How soon and how often the first pictures and sounds are looked for. */
const FIRSTS_INTERVAL_MS = 100;
const FIRSTS_CHECKS_MAX = 100;

/** For the message by signalling that says why the server ended the media. */
const GOODBYE_GRACE_MS = 300;

/** One PeerConnection, from its offer to its end. */
export class PeerSession implements MediaSession {
  private closed = false;
  private firstsTimer: Timer | undefined;
  private goodbyeTimer: Timer | undefined;
  private checks = 0;

  /** What was seen of the media already. */
  private seen = { audio: false, video: false, rendered: false, size: '' };

  constructor(
    private readonly peer: RTCPeerConnection,
    private readonly direction: 'inbound' | 'outbound',
    private readonly loop: SdkLoop,
    private readonly listener: MediaSessionListener,
    private readonly onAnswered: () => void = () => undefined,
  ) {
    peer.onconnectionstatechange = () => this.onConnectionState();
  }

  /** Once its transceivers are there. */
  async offer(): Promise<void> {
    try {
      const offer = await this.peer.createOffer();
      await this.peer.setLocalDescription(offer);
      if (!this.closed) {
        // The server learns the client's addresses from its checks: candidates are not waited for.
        this.listener.onOffer(offer.sdp ?? '');
      }
    } catch (error) {
      this.fail(`no offer could be made: ${String(error)}`);
    }
  }

  acceptAnswer(sdp: string): void {
    this.peer.setRemoteDescription({ type: 'answer', sdp }).then(
      () => {
        if (!this.closed) {
          this.watchTransport();
          this.onAnswered();
        }
      },
      (error: unknown) => this.fail(`the server's answer cannot be used: ${String(error)}`),
    );
  }

  collectStats(consumer: (stats: MediaStats) => void): void {
    this.peer.getStats().then(
      (report) => {
        if (!this.closed) {
          const stats = readStats(report, this.direction, this.loop.nowMs());
          this.look(stats);
          consumer(stats);
        }
      },
      () => undefined, // the connection is closed
    );
  }

  close(): void {
    this.closed = true;
    this.firstsTimer?.cancel();
    this.goodbyeTimer?.cancel();
    this.peer.close();
  }

  private onConnectionState(): void {
    if (this.closed) {
      return;
    }
    switch (this.peer.connectionState) {
      case 'connected':
        this.listener.onConnected();
        this.lookForFirsts();
        break;
      case 'disconnected':
        this.listener.onDisconnected();
        break;
      case 'failed':
        this.fail('the path is lost for good');
        break;
      default:
        break;
    }
  }

  /**
   * The server's goodbye (DTLS close_notify) is seen here at once, by the connection's state much later. It may overtake
   * the message that says why, a kick for example: that one decides if it comes.
   */
  private watchTransport(): void {
    const transport = this.peer.getTransceivers()[0]?.sender.transport;
    transport?.addEventListener('statechange', () => {
      if (transport.state === 'closed') {
        this.goodbyeTimer = this.loop.after(GOODBYE_GRACE_MS, () => this.fail('the server ended the connection'));
      }
    });
  }

  private fail(reason: string): void {
    if (!this.closed) {
      this.listener.onFailed(reason);
    }
  }

  private lookForFirsts(): void {
    const { audio, video, rendered } = this.seen;
    const all = audio && video && rendered;
    this.firstsTimer?.cancel();
    if (!all && this.checks++ < FIRSTS_CHECKS_MAX) {
      this.firstsTimer = this.loop.after(FIRSTS_INTERVAL_MS, () => {
        this.collectStats(() => undefined);
        this.lookForFirsts();
      });
    }
  }

  private look(stats: MediaStats): void {
    const { seen, listener } = this;
    if (!seen.audio && stats.audioPackets > 0) {
      seen.audio = true;
      listener.onMedia({ kind: 'firstAudio' });
    }
    if (!seen.video && stats.videoPackets > 0) {
      seen.video = true;
      listener.onMedia({ kind: 'firstVideo' });
    }
    if (!seen.rendered && stats.videoFramesCoded > 0) {
      seen.rendered = true;
      listener.onMedia({ kind: 'firstVideoRendered' });
    }
    const { videoWidth: width, videoHeight: height } = stats;
    const size = `${width}x${height}`;
    if (width > 0 && height > 0 && size !== seen.size) {
      seen.size = size;
      listener.onMedia({ kind: 'videoSize', width, height });
    }
  }
}
