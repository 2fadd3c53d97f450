import type { ZegoRemoteDeviceState } from '../api/enums';
import { DEVICE_STATES, type DeviceState, type RoomStream } from '../protocol/ServerMessage';
import type { RoomChange } from '../room/RoomChange';
import type { AppEvents } from './AppEvents';

/**
 * Tells how the cameras and microphones behind played streams fare: once when playing begins, or when a played stream
 * comes into a room, then each change.
 */
export class RemoteDevices {
  /** The streams that play, with the state told last; undefined while it is not known. */
  private readonly playing = new Map<string, RoomStream | undefined>();

  /** @param streams those that are known from rooms */
  constructor(
    private readonly events: AppEvents,
    private readonly streams: (streamId: string) => RoomStream | undefined,
  ) {}

  onPlaying(streamId: string): void {
    if (!this.playing.has(streamId)) {
      this.playing.set(streamId, undefined);
      const stream = this.streams(streamId);
      if (stream) {
        this.tell(stream);
      }
    }
  }

  onStopped(streamId: string): void {
    this.playing.delete(streamId);
  }

  onChanges(changes: readonly RoomChange[]): void {
    for (const change of changes) {
      if (change.kind === 'streamsAdded' || change.kind === 'deviceStatesChanged') {
        change.streams.forEach((stream) => this.tell(stream));
      } else if (change.kind === 'streamsRemoved') {
        for (const stream of change.streams) {
          if (this.playing.has(stream.streamId)) {
            this.playing.set(stream.streamId, undefined);
          }
        }
      }
    }
  }

  private tell(stream: RoomStream): void {
    const { streamId, camera, microphone } = stream;
    if (!this.playing.has(streamId)) {
      return;
    }
    const told = this.playing.get(streamId);
    this.playing.set(streamId, stream);
    if (told?.camera !== camera) {
      this.events.tell('remoteCameraStateUpdate', streamId, stateOf(camera));
    }
    if (told?.microphone !== microphone) {
      this.events.tell('remoteMicStateUpdate', streamId, stateOf(microphone));
    }
  }
}

/** The API's numbers are the places in the list. */
function stateOf(state: DeviceState): ZegoRemoteDeviceState {
  return DEVICE_STATES.indexOf(state);
}
