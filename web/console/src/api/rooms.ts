import { type Api, path } from './client.ts';

export interface Room {
  readonly appId: number;
  readonly roomId: string;
  readonly users: number;
  readonly streams: number;
}

export interface RoomName {
  readonly appId: number;
  readonly roomId: string;
}

export interface User {
  readonly userId: string;
  readonly userName: string;
}

export interface Kicked {
  readonly kicked: readonly string[];
  readonly absent: readonly string[];
}

export type MessageKind = 'broadcast' | 'barrage' | 'command';

export interface Message {
  readonly kind: MessageKind;
  readonly fromUserId: string;
  readonly text: string;
  readonly userIds?: readonly string[];
}

function roomPath(room: RoomName, ...rest: readonly string[]): string {
  return path('projects', room.appId, 'rooms', room.roomId, ...rest);
}

export function kickUsers(api: Api, room: RoomName, userIds: readonly string[], reason: string): Promise<Kicked> {
  return api.send('POST', roomPath(room, 'kick'), reason === '' ? { userIds } : { userIds, reason });
}

export function closeRoom(api: Api, room: RoomName, reason: string): Promise<void> {
  return api.send('POST', roomPath(room, 'close'), reason === '' ? {} : { reason });
}

export function sendMessage(api: Api, room: RoomName, message: Message): Promise<void> {
  return api.send('POST', roomPath(room, 'messages'), message);
}
