import * as limits from './limits';
import {
  type Reader,
  MalformedMessageError,
  choice,
  flag,
  integer,
  known,
  list,
  object,
  optional,
  tagged,
  text,
} from './read';

const INT_MAX = 2_147_483_647;

/** In the order of the numbers that applications see. */
export const DEVICE_STATES = [
  'open',
  'genericError',
  'invalidId',
  'noAuthorization',
  'zeroFps',
  'inUseByOther',
  'unplugged',
  'rebootRequired',
  'systemMediaServicesLost',
  'disable',
  'mute',
  'interruption',
  'inBackground',
  'multiForegroundApp',
  'bySystemPressure',
  'notSupport',
] as const;

/** In the order of the numbers that applications see, from 1. */
export const REMOVAL_REASONS = [
  'stopped',
  'heartbeatTimeout',
  'repeatedLogin',
  'kickedOut',
  'disconnected',
  'removedByServer',
] as const;

const MEDIA_STATES = ['connected', 'interrupted', 'ended'] as const;

export type DeviceState = (typeof DEVICE_STATES)[number];
export type RemovalReason = (typeof REMOVAL_REASONS)[number];
export type MediaState = (typeof MEDIA_STATES)[number];

const count = integer(0, INT_MAX);
const version = integer(0, limits.COUNT_MAX);
const timeMs = integer(0, limits.COUNT_MAX);
const messageId = integer(1, limits.COUNT_MAX);
const opaque = text(limits.OPAQUE_MAX_BYTES);
const capabilities = list(text(limits.CAPABILITY_MAX_BYTES), limits.CAPABILITIES_MAX_COUNT);

const user = object({ userId: text(), userName: text() });

/** A state of a later version stands for a general failure. */
const deviceState: Reader<DeviceState> = (value, name) => {
  const word = text()(value, name) as DeviceState;
  return DEVICE_STATES.includes(word) ? word : 'genericError';
};

const stream = object({
  streamId: text(),
  user,
  extraInfo: text(),
  camera: optional(deviceState, 'open' as const),
  microphone: optional(deviceState, 'open' as const),
});

const roomExtraInfo = object({ key: text(), value: text(), updateUser: user, updateTimeMs: timeMs });

const roomEvent = tagged('kind', {
  userJoined: { version, user },
  userLeft: { version, user },
  streamAdded: { version, stream },
  streamRemoved: { version, stream, reason: choice(REMOVAL_REASONS) },
  streamExtraInfoChanged: { version, stream },
  streamDeviceStatesChanged: { version, stream },
  roomExtraInfoChanged: { version, roomExtraInfo },
});

/** Kinds of a later version are left out: the version of the message that holds them counts them. */
const roomEvents: Reader<readonly RoomEvent[]> = (value, name) =>
  list(roomEvent)(value, name).filter((event) => event !== undefined);

const snapshotShape = {
  users: list(user),
  streams: list(stream),
  userCount: count,
  roomExtraInfo: optional(list(roomExtraInfo), []),
  more: optional(flag, false),
};

const roomState = known(tagged('kind', { snapshot: snapshotShape, missed: { events: roomEvents } }), 'kind', [
  'snapshot',
  'missed',
]);

const result = known(
  tagged('kind', {
    greeted: { version: count, capabilities, heartbeatIntervalMs: count, heartbeatTimeoutMs: count },
    loggedIn: {
      roomSessionId: opaque,
      resumeKey: opaque,
      version,
      state: roomState,
      messageId: optional(version, 0),
    },
    negotiated: { answer: text(limits.SDP_MAX_BYTES) },
    messageSent: { messageId, sendTimeMs: timeMs },
  }),
  'kind',
  ['greeted', 'loggedIn', 'negotiated', 'messageSent'],
);

const messages = list(object({ messageId, fromUser: user, message: text(), sendTimeMs: timeMs }));
const mediaStateChanged = { streamId: text(), state: choice(MEDIA_STATES), code: count, message: text() };

const serverMessage = tagged('type', {
  welcome: { minVersion: count, maxVersion: count, capabilities, nonce: opaque },
  answer: {
    id: integer(0, limits.COUNT_MAX),
    code: count,
    message: text(),
    result: optional(result, undefined),
  },
  roomEvents: { roomId: text(), version, events: roomEvents },
  roomSnapshot: {
    roomId: text(),
    version,
    snapshot: object({ kind: choice(['snapshot']), ...snapshotShape }),
  },
  roomPage: { roomId: text(), version, users: list(user), streams: list(stream), more: flag },
  broadcastMessages: { roomId: text(), messages },
  barrageMessages: { roomId: text(), messages },
  customCommand: { roomId: text(), messageId, fromUser: user, command: text() },
  transparentMessage: { roomId: text(), fromUser: user, content: text() },
  userCount: { roomId: text(), count },
  kickedOut: { roomId: text(), code: count, message: text(), customReason: optional(text(), '') },
  publishStateChanged: mediaStateChanged,
  playStateChanged: mediaStateChanged,
  streamPlayable: { streamId: text() },
  tokenWillExpire: { roomId: text(), remainingSeconds: count },
  closing: { reason: text(), retryAfterMs: count },
});

type Known<T> = Exclude<T, undefined>;

export type ServerMessage = Known<ReturnType<typeof serverMessage>>;
export type MessageOf<T extends ServerMessage['type']> = Extract<ServerMessage, { type: T }>;
export type Result = ReturnType<typeof result>;
export type ResultOf<K extends Result['kind']> = Extract<Result, { kind: K }>;
export type RoomEvent = Known<ReturnType<typeof roomEvent>>;
export type Snapshot = ReturnType<ReturnType<typeof object<typeof snapshotShape>>>;
export type RoomUser = ReturnType<typeof user>;
export type RoomStream = ReturnType<typeof stream>;
export type RoomExtraInfo = ReturnType<typeof roomExtraInfo>;
export type RoomMessage = ReturnType<typeof messages>[number];

/**
 * Reads a text of the server; undefined for a message of a later version, which is ignored.
 *
 * @throws MalformedMessageError when it is not what the specification says
 */
export function readServerMessage(json: string): ServerMessage | undefined {
  if (json.length > limits.SERVER_MESSAGE_MAX_BYTES) {
    throw new MalformedMessageError(`the message is longer than ${limits.SERVER_MESSAGE_MAX_BYTES}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new MalformedMessageError('the message is not valid JSON');
  }
  return serverMessage(value, '');
}
