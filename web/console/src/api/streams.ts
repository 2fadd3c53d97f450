import { type Api, path } from './client.ts';
import type { RoomName } from './rooms.ts';

/** How a stream came in during five seconds. */
export interface Published {
  readonly atMs: number;
  readonly videoBps: number;
  readonly audioBps: number;
  readonly framesPerSecond: number;
  readonly width: number;
  readonly height: number;
  readonly lossPermille: number;
  readonly unrepairedPermille: number;
  readonly jitterMs: number;
  readonly rttMs: number;
  readonly keyframeRequests: number;
}

/** How it went out to one viewer. */
export interface Played {
  readonly atMs: number;
  readonly bps: number;
  readonly lossPermille: number;
  readonly rttMs: number;
  readonly nacks: number;
  readonly retransmissions: number;
}

export interface Viewer {
  /** As in the names of live items, `play/STREAM/NUMBER`. */
  readonly number: number;
  readonly userId: string;
  readonly played: readonly Played[];
}

export interface StreamQuality {
  readonly appId: number;
  readonly streamId: string;
  readonly codecs: readonly string[];
  readonly published: readonly Published[];
  readonly plays: number;
  readonly viewers: readonly Viewer[];
}

function streamPath(room: RoomName, streamId: string, ...rest: readonly string[]): string {
  return path('projects', room.appId, 'rooms', room.roomId, 'streams', streamId, ...rest);
}

export function showStream(api: Api, room: RoomName, streamId: string, signal?: AbortSignal): Promise<StreamQuality> {
  return api.get(streamPath(room, streamId), signal);
}

export function closeStream(api: Api, room: RoomName, streamId: string): Promise<void> {
  return api.send('POST', streamPath(room, streamId, 'close'));
}

/** Refuses a stream in every room of the project. */
export function forbidStream(api: Api, appId: number, streamId: string): Promise<void> {
  return api.send('POST', path('projects', appId, 'streams', streamId, 'forbid'));
}

export function allowStream(api: Api, appId: number, streamId: string): Promise<void> {
  return api.send('POST', path('projects', appId, 'streams', streamId, 'allow'));
}
