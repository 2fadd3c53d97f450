import type { SdkLoop, Timer } from '../loop/SdkLoop';
import type { LogSink } from '../port/LogSink';
import type { SignalSocket, SignalSockets } from '../port/SignalSocket';
import {
  type ClientMessage,
  DEVICE_STATES,
  PAGED_SNAPSHOTS,
  ROOM_EXTRA_INFO,
  ROOM_MESSAGES,
  TRANSPARENT_MESSAGES,
} from '../protocol/ClientMessage';
import * as codes from '../protocol/errorCodes';
import { MAX_VERSION, MIN_VERSION } from '../protocol/limits';
import { MalformedMessageError } from '../protocol/read';
import { type MessageOf, type ResultOf, type ServerMessage, readServerMessage } from '../protocol/ServerMessage';
import type { ReconnectPolicy } from './ReconnectPolicy';
import type { Reply } from './Reply';

export const GREETING_TIMEOUT_MS = 10_000;
export const ANSWER_TIMEOUT_MS = 10_000;

/** After a sleep or a change of the network a living connection answers within this. */
export const PROBE_TIMEOUT_MS = 3_000;

/** A timer that is so late says that the page slept; what arrived meanwhile is read first. */
const OVERSLEPT_MS = 1_000;

/** However long a stopping server asks to stay away. */
const MAX_ANNOUNCED_PAUSE_MS = 60_000;

/** Requests without an answer yet; more than an application can need. */
const MAX_PENDING = 256;

const CAPABILITIES = [PAGED_SNAPSHOTS, ROOM_EXTRA_INFO, DEVICE_STATES, ROOM_MESSAGES, TRANSPARENT_MESSAGES];

/** Who connects, to what and how. */
export interface SignalSetup {
  readonly sockets: SignalSockets;
  readonly url: string;
  readonly reconnectPolicy: ReconnectPolicy;

  /** From 0 to below 1. */
  readonly random: () => number;
  readonly log: LogSink;
  readonly appId: number;
  readonly userAgent: string;

  /** Makes the AppSign proof; absent when logins bring tokens. */
  readonly prove: ((nonce: string) => Promise<string>) | undefined;
}

export interface SignalListener {
  /** Greeted; requests sent from here on go out right behind the greeting. */
  onReady(): void;

  onNotice(notice: ServerMessage): void;

  /** The connection is over; another try follows by itself. Lost requests are told after this. */
  onBroken(reason: string): void;

  /** The server does not want this client; no further try follows. */
  onRefused(code: number, message: string): void;
}

type State = 'idle' | 'connecting' | 'ready' | 'pausing';

/**
 * Keeps one greeted connection to the server while it is wanted.
 *
 * - idle: nobody wants it; {@link start} connects.
 * - connecting: socket asked for; the server's `welcome` and the proof over its nonce make it ready.
 * - ready: `hello` is sent and requests may follow it in the same flight. The refusal of `hello` ends in idle.
 * - pausing: broken; the next try follows after a pause, or when the page or the network wakes.
 *
 * {@link stop} leads to idle from everywhere. A connection counts as broken when its socket closes, when it is not
 * greeted within 10 s, when a request stays without an answer for 10 s, when it says something malformed, when it is
 * silent for two heartbeat intervals, and when it does not answer a probe after a sleep.
 */
export class Signalling {
  private readonly pending = new Map<number, Pending>();
  private state: State = 'idle';
  private socket: SignalSocket | undefined;

  /** Grows with every socket: what an older one still says is dropped. */
  private generation = 0;

  /** Of the server of the present or the last connection. */
  private serverCapabilities: readonly string[] = [];

  /** Since a connection has lasted for a heartbeat interval. */
  private attempt = 0;

  private nextId = 1;
  private lastHeardMs = 0;
  private announcedPauseMs = -1;
  private stateTimer: Timer | undefined;
  private heartbeatTimer: Timer | undefined;
  private silenceTimer: Timer | undefined;
  private probeTimer: Timer | undefined;

  constructor(
    private readonly loop: SdkLoop,
    private readonly setup: SignalSetup,
    private readonly listener: SignalListener,
  ) {}

  /** Connects unless that is under way or done. */
  start(): void {
    if (this.state === 'idle') {
      this.attempt = 0;
      this.connect();
    }
  }

  /** Closes politely; requests on their way are lost. */
  stop(): void {
    if (this.state !== 'idle') {
      this.state = 'idle';
      this.dropSocket();
      this.loseAll();
    }
  }

  /** Whether requests may be sent now. */
  get ready(): boolean {
    return this.state === 'ready';
  }

  /** Whether the server said that it can do this. */
  serves(capability: string): boolean {
    return this.serverCapabilities.includes(capability);
  }

  /** The page woke or the network is another: a pause is over, and a connection has to show that it lives. */
  onWake(): void {
    if (this.state === 'pausing') {
      this.stateTimer?.cancel();
      this.connect();
    } else if (this.state === 'ready') {
      const askedMs = this.loop.nowMs();
      this.probeTimer?.cancel();
      this.send({ type: 'heartbeat' });
      this.probeTimer = this.loop.after(PROBE_TIMEOUT_MS, () => {
        if (this.lastHeardMs < askedMs) {
          this.onBroken('the server did not answer after the page or the network woke');
        }
      });
    }
  }

  /** Sends a request. When not {@link ready}, it is lost at once. */
  request(message: ClientMessage, reply: Reply): void {
    if (this.state !== 'ready') {
      this.loop.execute(() => reply.onLost());
    } else if (this.pending.size >= MAX_PENDING) {
      this.loop.execute(() =>
        reply.onAnswer(codes.ROOM_APP_CALL_TOO_FREQUENT.code, 'too many requests wait for an answer', undefined),
      );
    } else {
      const id = this.send(message);
      const pending: Pending = { reply, timer: undefined };
      this.pending.set(id, pending);
      this.awaitAnswer(id, pending, ANSWER_TIMEOUT_MS);
    }
  }

  private awaitAnswer(id: number, pending: Pending, delayMs: number): void {
    const dueMs = this.loop.nowMs() + delayMs;
    pending.timer = this.loop.after(delayMs, () => {
      if (this.loop.nowMs() > dueMs + OVERSLEPT_MS) {
        this.awaitAnswer(id, pending, PROBE_TIMEOUT_MS);
      } else if (this.pending.has(id)) {
        this.onBroken(`no answer to a request for ${ANSWER_TIMEOUT_MS / 1000} s`);
      }
    });
  }

  private send(message: ClientMessage): number {
    const id = this.nextId++;
    const { type, ...fields } = message;
    this.socket?.send(JSON.stringify({ type, id, ...fields }));
    return id;
  }

  private connect(): void {
    this.state = 'connecting';
    const mine = ++this.generation;
    this.stateTimer = this.loop.after(GREETING_TIMEOUT_MS, () =>
      this.onBroken(`no greeting for ${GREETING_TIMEOUT_MS / 1000} s`),
    );
    this.socket = this.setup.sockets(this.setup.url, {
      onText: (text) => {
        if (mine === this.generation) {
          this.onText(text);
        }
      },
      onClosed: (reason) => {
        if (mine === this.generation) {
          this.onBroken(reason || 'connection closed');
        }
      },
    });
  }

  private onText(text: string): void {
    this.lastHeardMs = this.loop.nowMs();
    let message: ServerMessage | undefined;
    try {
      message = readServerMessage(text);
    } catch (error) {
      if (!(error instanceof MalformedMessageError)) {
        throw error;
      }
      this.onBroken(`the server's message is malformed: ${error.message}`);
      return;
    }
    if (!message) {
      return; // a newer server may say things this version does not know
    }
    switch (message.type) {
      case 'welcome':
        this.onWelcome(message);
        break;
      case 'answer':
        this.onAnswer(message);
        break;
      case 'closing':
        this.announcedPauseMs = Math.min(message.retryAfterMs, MAX_ANNOUNCED_PAUSE_MS) * (1 + this.setup.random());
        break;
      default:
        this.listener.onNotice(message);
    }
  }

  private onWelcome(welcome: MessageOf<'welcome'>): void {
    if (this.state !== 'connecting') {
      this.setup.log('warn', 'second welcome ignored');
      return;
    }
    if (MAX_VERSION < welcome.minVersion || MIN_VERSION > welcome.maxVersion) {
      this.refuse(
        codes.ROOM_ERROR_CONNECT_FAILED.code,
        `the server speaks versions ${welcome.minVersion} to ${welcome.maxVersion}, this SDK ${MAX_VERSION}; ` +
          'update the older one',
      );
      return;
    }
    const { prove } = this.setup;
    if (!prove) {
      this.greet(welcome, undefined);
      return;
    }
    const mine = this.generation;
    prove(welcome.nonce).then(
      (proof) => {
        if (mine === this.generation && this.state === 'connecting') {
          this.greet(welcome, proof);
        }
      },
      (error: unknown) => {
        if (mine === this.generation) {
          this.onBroken(`the AppSign proof could not be made: ${String(error)}`);
        }
      },
    );
  }

  private greet(welcome: MessageOf<'welcome'>, proof: string | undefined): void {
    this.state = 'ready';
    this.serverCapabilities = welcome.capabilities;
    this.request(
      {
        type: 'hello',
        version: Math.min(MAX_VERSION, welcome.maxVersion),
        capabilities: CAPABILITIES,
        appId: this.setup.appId,
        ...(proof === undefined ? {} : { proof }),
        userAgent: this.setup.userAgent,
      },
      {
        onAnswer: (code, message, result) => {
          if (code !== 0) {
            this.refuse(code, message);
          } else if (result?.kind === 'greeted') {
            this.onGreeted(result);
          }
        },
        onLost: () => undefined,
      },
    );
    this.listener.onReady();
  }

  private onGreeted(greeted: ResultOf<'greeted'>): void {
    this.stateTimer?.cancel();
    const intervalMs = Math.max(100, greeted.heartbeatIntervalMs);
    // Long before the server gives the session up, so that it can be resumed.
    const timeoutMs = 2 * intervalMs;
    this.scheduleHeartbeat(intervalMs);
    this.watchSilence(timeoutMs, timeoutMs);
  }

  /** The answers only have to be heard: silence is judged by {@link watchSilence}. */
  private scheduleHeartbeat(intervalMs: number): void {
    this.heartbeatTimer = this.loop.after(intervalMs, () => {
      this.attempt = 0; // one that breaks sooner is no better than none
      this.send({ type: 'heartbeat' });
      this.scheduleHeartbeat(intervalMs);
    });
  }

  private watchSilence(timeoutMs: number, delayMs: number): void {
    const dueMs = this.loop.nowMs() + delayMs;
    this.silenceTimer = this.loop.after(delayMs, () => {
      const nowMs = this.loop.nowMs();
      const leftMs = this.lastHeardMs + timeoutMs - nowMs;
      if (leftMs > 0) {
        this.watchSilence(timeoutMs, leftMs);
      } else if (nowMs > dueMs + OVERSLEPT_MS) {
        this.watchSilence(timeoutMs, PROBE_TIMEOUT_MS);
      } else {
        this.onBroken(`the server has been silent for ${timeoutMs} ms`);
      }
    });
  }

  private onAnswer(answer: MessageOf<'answer'>): void {
    const request = this.pending.get(answer.id);
    if (request) {
      this.pending.delete(answer.id);
      request.timer?.cancel();
      request.reply.onAnswer(answer.code, answer.message, answer.result);
    }
  }

  private refuse(code: number, message: string): void {
    this.stop();
    this.listener.onRefused(code, message);
  }

  private onBroken(reason: string): void {
    this.dropSocket();
    this.state = 'pausing';
    this.attempt++;
    const pauseMs = this.announcedPauseMs >= 0 ? this.announcedPauseMs : this.setup.reconnectPolicy(this.attempt);
    this.announcedPauseMs = -1;
    this.setup.log('warn', `${this.setup.url}: ${reason}; trying again in ${Math.round(pauseMs)} ms`);
    this.stateTimer = this.loop.after(pauseMs, () => this.connect());
    this.listener.onBroken(reason);
    this.loseAll();
  }

  private dropSocket(): void {
    this.generation++;
    this.stateTimer?.cancel();
    this.heartbeatTimer?.cancel();
    this.silenceTimer?.cancel();
    this.probeTimer?.cancel();
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
  }

  private loseAll(): void {
    const lost = [...this.pending.values()];
    this.pending.clear();
    for (const request of lost) {
      request.timer?.cancel();
      request.reply.onLost();
    }
  }
}

interface Pending {
  readonly reply: Reply;
  timer: Timer | undefined;
}

/** Whether the server refused because of a rate: the same request may pass later. */
export function isTooFrequent(code: number): boolean {
  return (
    code === codes.ROOM_APP_CALL_TOO_FREQUENT.code ||
    code === codes.ROOM_APP_CALL_API_TOO_FREQUENT.code ||
    code === codes.ROOM_ROOM_CALL_API_TOO_FREQUENT.code
  );
}
