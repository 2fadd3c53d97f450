import type { ZegoExtendedData, ZegoRoomExtraInfo, ZegoStream, ZegoUser } from '../api/entities';
import {
  ZegoRoomStateChangedReason as Reason,
  type ZegoPlayerState,
  type ZegoPublishChannel,
  type ZegoPublisherState,
  ZegoRoomState,
  ZegoUpdateType,
} from '../api/enums';
import type { MediaEvent } from '../port/MediaSession';
import {
  REMOVAL_REASONS,
  type RemovalReason,
  type RoomExtraInfo,
  type RoomMessage,
  type RoomStream,
  type RoomUser,
} from '../protocol/ServerMessage';
import type { RoomChange } from '../room/RoomChange';
import type { UserMessage } from '../room/RoomSession';
import type { AppEvents } from './AppEvents';

/** A failed logout leaves the old form's state as it is. */
const OLD_FORM: Partial<Record<Reason, ZegoRoomState>> = {
  [Reason.Logining]: ZegoRoomState.Connecting,
  [Reason.Reconnecting]: ZegoRoomState.Connecting,
  [Reason.Logined]: ZegoRoomState.Connected,
  [Reason.Reconnected]: ZegoRoomState.Connected,
  [Reason.LoginFailed]: ZegoRoomState.Disconnected,
  [Reason.ReconnectFailed]: ZegoRoomState.Disconnected,
  [Reason.KickOut]: ZegoRoomState.Disconnected,
  [Reason.Logout]: ZegoRoomState.Disconnected,
};

/** Says what happens in rooms and to streams in the API's terms. */
export class Telling {
  constructor(private readonly events: AppEvents) {}

  /** Both forms of the state event, the old one first. */
  roomState(roomId: string, reason: Reason, code: number, data: ZegoExtendedData): void {
    const oldForm = OLD_FORM[reason];
    if (oldForm !== undefined) {
      this.events.tell('roomStateUpdate', roomId, oldForm, code, data);
    }
    this.events.tell('roomStateChanged', roomId, reason, code, data);
  }

  changes(roomId: string, changes: readonly RoomChange[]): void {
    const { events } = this;
    for (const change of changes) {
      switch (change.kind) {
        case 'usersAdded':
          events.tell('roomUserUpdate', roomId, ZegoUpdateType.Add, change.users.map(userOf));
          break;
        case 'usersRemoved':
          events.tell('roomUserUpdate', roomId, ZegoUpdateType.Delete, change.users.map(userOf));
          break;
        case 'streamsAdded':
          events.tell('roomStreamUpdate', roomId, ZegoUpdateType.Add, change.streams.map(streamOf), {});
          break;
        case 'streamsRemoved': {
          const data = deleteReasons(change.reasons);
          events.tell('roomStreamUpdate', roomId, ZegoUpdateType.Delete, change.streams.map(streamOf), data);
          break;
        }
        case 'extraInfoChanged':
          events.tell('roomStreamExtraInfoUpdate', roomId, change.streams.map(streamOf));
          break;
        case 'roomExtraInfoChanged':
          events.tell('roomExtraInfoUpdate', roomId, change.infos.map(extraInfoOf));
          break;
        case 'deviceStatesChanged':
          break; // told of streams that are played
      }
    }
  }

  message(roomId: string, message: UserMessage): void {
    const { events } = this;
    switch (message.type) {
      case 'broadcastMessages': {
        const list = message.messages.map((each) => ({ ...messageOf(each), messageID: each.messageId }));
        events.tell('IMRecvBroadcastMessage', roomId, list);
        break;
      }
      case 'barrageMessages': {
        const list = message.messages.map((each) => ({ ...messageOf(each), messageID: String(each.messageId) }));
        events.tell('IMRecvBarrageMessage', roomId, list);
        break;
      }
      case 'customCommand':
        events.tell('IMRecvCustomCommand', roomId, userOf(message.fromUser), message.command);
        break;
      case 'transparentMessage': {
        const content = Uint8Array.from(atob(message.content), (char) => char.charCodeAt(0));
        events.tell('recvRoomTransparentMessage', roomId, { sendUser: userOf(message.fromUser), content });
        break;
      }
    }
  }

  publishState(streamId: string, state: ZegoPublisherState, code: number, message: string): void {
    this.events.tell('publisherStateUpdate', streamId, state, code, reason(message));
  }

  playState(streamId: string, state: ZegoPlayerState, code: number, message: string): void {
    this.events.tell('playerStateUpdate', streamId, state, code, reason(message));
  }

  published(channel: ZegoPublishChannel, event: MediaEvent): void {
    switch (event.kind) {
      case 'firstAudio':
        this.events.tell('publisherSendAudioFirstFrame', channel);
        break;
      case 'firstVideo':
        this.events.tell('publisherSendVideoFirstFrame', channel);
        break;
      case 'videoSize':
        this.events.tell('publisherVideoSizeChanged', event.width, event.height, channel);
        break;
      case 'firstVideoRendered':
        break; // of a preview; the element says so itself
    }
  }

  played(streamId: string, event: MediaEvent): void {
    switch (event.kind) {
      case 'firstAudio':
        this.events.tell('playerRecvAudioFirstFrame', streamId);
        break;
      case 'firstVideo':
        this.events.tell('playerRecvVideoFirstFrame', streamId);
        break;
      case 'firstVideoRendered':
        this.events.tell('playerRenderVideoFirstFrame', streamId);
        break;
      case 'videoSize':
        this.events.tell('playerVideoSizeChanged', streamId, event.width, event.height);
        break;
    }
  }
}

/** Extended data that says why, empty if there is nothing to say. */
export function reason(message: string): ZegoExtendedData {
  return message ? { reason: message } : {};
}

export function streamOf(stream: RoomStream): ZegoStream {
  return { user: userOf(stream.user), streamID: stream.streamId, extraInfo: stream.extraInfo };
}

function userOf(user: RoomUser): Required<ZegoUser> {
  return { userID: user.userId, userName: user.userName };
}

function messageOf({ message, sendTimeMs, fromUser }: RoomMessage) {
  return { message, sendTime: sendTimeMs, fromUser: userOf(fromUser) };
}

function extraInfoOf({ key, value, updateUser, updateTimeMs }: RoomExtraInfo): ZegoRoomExtraInfo {
  return { key, value, updateUser: userOf(updateUser), updateTime: updateTimeMs };
}

/** `stream_delete_reason`: one object with a `code` for each stream, in the list's order. */
function deleteReasons(reasons: readonly RemovalReason[]): ZegoExtendedData {
  return { stream_delete_reason: reasons.map((each) => ({ code: REMOVAL_REASONS.indexOf(each) + 1 })) };
}
