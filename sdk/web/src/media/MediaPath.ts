import type { SdkLoop, Timer } from '../loop/SdkLoop';
import type { MediaEvent, MediaSession, MediaSessionListener } from '../port/MediaSession';
import type { MediaStats } from '../port/MediaStats';
import type { ClientMessage } from '../protocol/ClientMessage';
import type { ReconnectPolicy } from '../signal/ReconnectPolicy';
import type { Signalling } from '../signal/Signalling';

export const CONNECT_TIMEOUT_MS = 15_000;

/** A lost path often comes back by itself; a new offer costs a keyframe. */
export const PATH_LOST_GRACE_MS = 2_000;

export const STATS_INTERVAL_MS = 3_000;

type State =
  'offering' | 'ready' | 'asking' | 'waiting' | 'connecting' | 'connected' | 'interrupted' | 'pausing' | 'over';

/**
 * What a refusal leads to: the login it followed has not succeeded yet; until the server says that the stream is
 * playable; another try; the end.
 */
export type Verdict = 'waitForLogin' | 'wait' | 'retry' | 'end';

/** Whose path it is. */
export interface MediaPathOwner {
  /** Begins a media session; its offer comes through the listener. */
  open(listener: MediaSessionListener): MediaSession;

  /** Whether requests about this stream may be sent now. */
  maySend(): boolean;

  request(offer: string): ClientMessage;

  onRefused(code: number, message: string): Verdict;

  onConnected(): void;

  /** Media has stopped flowing; it is being tried again. */
  onInterrupted(reason: string): void;

  /**
   * Given up.
   *
   * @param code the refusal's, 0 when the retry window is used up
   */
  onOver(code: number, message: string): void;

  onStats(stats: MediaStats): void;

  onMedia(event: MediaEvent): void;
}

/** What every path needs. */
export interface MediaPathSetup {
  readonly loop: SdkLoop;
  readonly signalling: Signalling;
  readonly pauses: ReconnectPolicy;
}

/**
 * Keeps one stream's media flowing from its first offer until it is stopped or given up.
 *
 * States and what leads on:
 * - offering: a session makes its offer; ready with the offer, 15 s without: pausing.
 * - ready: waits until requests may be sent ({@link onMaySend}); then asking.
 * - asking: the request is on its way. Answer: connecting. Refusal: waiting, pausing or over, as the owner says. Lost
 *   with its connection: ready.
 * - waiting: the server says when it makes sense to ask again ({@link onPlayable}): ready.
 * - connecting: the session has the answer. Connected: connected; 15 s without: pausing.
 * - connected: media flows. Path lost: interrupted; session failed or ended by the server: pausing.
 * - interrupted: path back: connected; 2 s without: pausing.
 * - pausing: then a new session with a new offer: offering.
 * - over.
 *
 * Whoever is neither connected nor waiting for the whole retry window is given up.
 */
export class MediaPath {
  private state: State = 'over';
  private session: MediaSession | undefined;

  /** Grows with every session: what an older one still says is dropped. */
  private generation = 0;

  private offer = '';
  private attempt = 0;
  private wasAsked = false;
  private stateTimer: Timer | undefined;
  private windowTimer: Timer | undefined;
  private statsTimer: Timer | undefined;

  constructor(
    private readonly setup: MediaPathSetup,
    private readonly retryWindowMs: number,
    private readonly owner: MediaPathOwner,
  ) {}

  start(): void {
    this.startWindow();
    this.open();
  }

  /** Frees the session; the owner hears nothing more. */
  stop(): void {
    this.state = 'over';
    this.closeSession();
    this.windowTimer?.cancel();
  }

  get connected(): boolean {
    return this.state === 'connected';
  }

  /** Whether the server may know of the stream: a request for it was sent. */
  get asked(): boolean {
    return this.wasAsked;
  }

  /**
   * Requests may be sent from now on.
   *
   * @param known false when the server has forgotten what it was asked before
   */
  onMaySend(known: boolean): void {
    if (this.state === 'ready') {
      this.ask();
    } else if (!known && this.state === 'waiting') {
      this.state = 'ready';
      this.ask();
    } else if (!known && this.hasAnswer()) {
      this.startAgain(0, 'the server began a new session');
    }
  }

  /** What the server refused with "not there yet" is there now. */
  onPlayable(): void {
    if (this.state === 'waiting') {
      this.startWindow();
      this.state = 'ready';
      this.ask();
    }
  }

  /** The page or the network woke: a pause is over. */
  onWake(): void {
    if (this.state === 'pausing') {
      this.open();
    }
  }

  onServerInterrupted(): void {
    this.onPathLost('the server lost the path');
  }

  onServerConnected(): void {
    this.onPathBack();
  }

  onServerEnded(message: string): void {
    if (this.hasAnswer()) {
      this.startAgain(0, message);
    }
  }

  private hasAnswer(): boolean {
    return this.state === 'connecting' || this.state === 'connected' || this.state === 'interrupted';
  }

  private open(): void {
    this.closeSession();
    this.state = 'offering';
    this.offer = '';
    this.stateTimer = this.setup.loop.after(CONNECT_TIMEOUT_MS, () =>
      this.retryAfterPause(`no offer within ${CONNECT_TIMEOUT_MS / 1000} s`),
    );
    this.session = this.owner.open(this.listen(this.generation));
  }

  private onOffer(sdp: string): void {
    this.offer = sdp;
    if (this.state === 'offering') {
      this.state = 'ready';
      this.stateTimer?.cancel();
      this.ask();
    }
  }

  private ask(): void {
    if (!this.owner.maySend()) {
      return;
    }
    this.state = 'asking';
    this.wasAsked = true;
    const mine = this.generation;
    this.setup.signalling.request(this.owner.request(this.offer), {
      onAnswer: (code, message, result) => {
        if (mine !== this.generation || this.state !== 'asking') {
          return;
        }
        if (code === 0 && result?.kind === 'negotiated') {
          this.onNegotiated(result.answer);
        } else {
          this.onRefused(code, message);
        }
      },
      onLost: () => {
        if (mine === this.generation && this.state === 'asking') {
          this.state = 'ready';
        }
      },
    });
  }

  private onNegotiated(answer: string): void {
    this.state = 'connecting';
    this.stateTimer = this.setup.loop.after(CONNECT_TIMEOUT_MS, () =>
      this.retryAfterPause(`media did not connect within ${CONNECT_TIMEOUT_MS / 1000} s`),
    );
    this.session?.acceptAnswer(answer);
  }

  private onRefused(code: number, message: string): void {
    switch (this.owner.onRefused(code, message)) {
      case 'waitForLogin':
        this.state = 'ready';
        break;
      case 'wait':
        this.state = 'waiting';
        this.windowTimer?.cancel();
        break;
      case 'retry':
        this.retryAfterPause(message);
        break;
      case 'end':
        this.end(code, message);
        break;
    }
  }

  private onConnected(): void {
    if (this.state !== 'connecting' && this.state !== 'interrupted') {
      return;
    }
    this.state = 'connected';
    this.attempt = 0;
    this.stateTimer?.cancel();
    this.windowTimer?.cancel();
    this.scheduleStats();
    this.owner.onConnected();
  }

  private onPathBack(): void {
    if (this.state === 'interrupted') {
      this.onConnected();
    }
  }

  private onPathLost(reason: string): void {
    if (this.state === 'connected') {
      this.state = 'interrupted';
      this.statsTimer?.cancel();
      this.startWindow();
      this.stateTimer = this.setup.loop.after(PATH_LOST_GRACE_MS, () => this.startAgain(0, reason));
      this.owner.onInterrupted(reason);
    }
  }

  private onSessionFailed(reason: string): void {
    if (this.state === 'connected' || this.state === 'interrupted') {
      this.startAgain(0, reason);
    } else {
      this.retryAfterPause(reason);
    }
  }

  private retryAfterPause(reason: string): void {
    this.attempt++;
    this.startAgain(this.setup.pauses(this.attempt), reason);
  }

  /** Goes on with a new session after the pause. */
  private startAgain(pauseMs: number, reason: string): void {
    const wasConnected = this.state === 'connected';
    this.closeSession();
    this.state = 'pausing';
    this.stateTimer = this.setup.loop.after(pauseMs, () => this.open());
    if (wasConnected) {
      this.startWindow();
      this.owner.onInterrupted(reason);
    }
  }

  private startWindow(): void {
    this.windowTimer?.cancel();
    this.windowTimer = this.setup.loop.after(this.retryWindowMs, () => this.end(0, ''));
  }

  private end(code: number, message: string): void {
    this.stop();
    this.owner.onOver(code, message);
  }

  private scheduleStats(): void {
    this.statsTimer?.cancel();
    const mine = this.generation;
    this.statsTimer = this.setup.loop.after(STATS_INTERVAL_MS, () => {
      this.session?.collectStats((stats) => {
        if (mine === this.generation && this.state === 'connected') {
          this.owner.onStats(stats);
        }
      });
      this.scheduleStats();
    });
  }

  private closeSession(): void {
    this.generation++;
    this.stateTimer?.cancel();
    this.statsTimer?.cancel();
    const session = this.session;
    this.session = undefined;
    session?.close();
  }

  /** Hears a session as long as it is the newest. */
  private listen(mine: number): MediaSessionListener {
    const current = (work: () => void): void => {
      if (mine === this.generation) {
        work();
      }
    };
    return {
      onOffer: (sdp) => current(() => this.onOffer(sdp)),
      onConnected: () => current(() => this.onConnected()),
      onDisconnected: () => current(() => this.onPathLost('the path is lost')),
      onFailed: (reason) => current(() => this.onSessionFailed(reason)),
      onMedia: (event) => current(() => this.owner.onMedia(event)),
    };
  }
}
