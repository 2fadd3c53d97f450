import type { SignalSocket, SignalSocketListener } from '../../src/port/SignalSocket';

export interface Sent {
  readonly type: string;
  readonly id: number;
  readonly [field: string]: unknown;
}

/** What the server answers: a result, a refusal, or nothing at all. */
export type Answering = (message: Sent) => object | { code: number; message: string } | 'silence' | undefined;

/** The server's end of the signalling: answers as a small room would, unless the test says otherwise. */
export class FakeServer {
  /** Whether connections come about. */
  reachable = true;
  version = 1;
  readonly all: Sent[] = [];
  readonly urls: string[] = [];
  private readonly answers = new Map<string, Answering>();
  private connection: FakeConnection | undefined;

  readonly connect = (url: string, listener: SignalSocketListener): SignalSocket => {
    this.urls.push(url);
    const connection = new FakeConnection(this, listener);
    if (this.reachable) {
      this.connection = connection;
      queueMicrotask(() =>
        connection.say({ type: 'welcome', minVersion: 1, maxVersion: this.version, capabilities: ALL, nonce: 'n' }),
      );
    } else {
      queueMicrotask(() => connection.break('not reachable'));
    }
    return connection;
  };

  on(type: string, answering: Answering): void {
    this.answers.set(type, answering);
  }

  sent(type: string): Sent[] {
    return this.all.filter((message) => message.type === type);
  }

  last(type: string): Sent {
    const found = this.sent(type).at(-1);
    if (!found) {
      throw new Error(`no ${type} was sent`);
    }
    return found;
  }

  get connected(): boolean {
    return this.connection !== undefined;
  }

  say(notice: object): void {
    this.connection?.say(notice);
  }

  sayText(text: string): void {
    this.connection?.sayText(text);
  }

  break(): void {
    const broken = this.connection;
    this.connection = undefined;
    broken?.break('broken');
  }

  onSent(from: FakeConnection, message: Sent): void {
    this.all.push(message);
    const answer = (this.answers.get(message.type) ?? this.usual)(message);
    if (answer === 'silence') {
      return;
    }
    const refusal = answer && 'code' in answer;
    const body = refusal ? answer : { code: 0, message: '', ...(answer && { result: answer }) };
    queueMicrotask(() => from.say({ type: 'answer', id: message.id, ...body }));
  }

  onClosed(connection: FakeConnection): void {
    if (this.connection === connection) {
      this.connection = undefined;
    }
  }

  private readonly usual: Answering = ({ type }) => {
    switch (type) {
      case 'hello':
        return {
          kind: 'greeted',
          version: 1,
          capabilities: ALL,
          heartbeatIntervalMs: 15_000,
          heartbeatTimeoutMs: 100_000,
        };
      case 'login':
        return loggedIn(1);
      case 'publish':
      case 'play':
        return { kind: 'negotiated', answer: 'the answer' };
      case 'sendBroadcastMessage':
      case 'sendBarrageMessage':
        return { kind: 'messageSent', messageId: 41, sendTimeMs: 5 };
      default:
        return undefined;
    }
  };
}

const ALL = ['paged-snapshots', 'room-extra-info', 'device-states', 'room-messages', 'transparent-messages'];

export function loggedIn(version: number, state: object = snapshot([], []), more: object = {}): object {
  return { kind: 'loggedIn', roomSessionId: 'life-1', resumeKey: 'key-1', version, state, messageId: 0, ...more };
}

export function snapshot(users: object[], streams: object[]): object {
  return { kind: 'snapshot', users, streams, userCount: users.length + 1, roomExtraInfo: [], more: false };
}

export function user(userId: string): { userId: string; userName: string } {
  return { userId, userName: userId.toUpperCase() };
}

export function stream(streamId: string, by: string, extraInfo = ''): object {
  return { streamId, user: user(by), extraInfo, camera: 'open', microphone: 'open' };
}

class FakeConnection implements SignalSocket {
  private open = true;

  constructor(
    private readonly server: FakeServer,
    private readonly listener: SignalSocketListener,
  ) {}

  send(text: string): void {
    if (this.open) {
      this.server.onSent(this, JSON.parse(text) as Sent);
    }
  }

  close(): void {
    this.open = false;
    this.server.onClosed(this);
  }

  say(message: object): void {
    this.sayText(JSON.stringify(message));
  }

  sayText(text: string): void {
    if (this.open) {
      this.listener.onText(text);
    }
  }

  break(reason: string): void {
    if (this.open) {
      this.open = false;
      this.listener.onClosed(reason);
    }
  }
}
