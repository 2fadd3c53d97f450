import { type Api, path } from './client.ts';

export const CALLBACK_EVENTS = [
  'room_create',
  'room_close',
  'room_login',
  'room_logout',
  'stream_create',
  'stream_close',
] as const;

export type CallbackEvent = (typeof CALLBACK_EVENTS)[number];

export type CallbackForm = 'urlencoded' | 'json';

export interface Callback {
  readonly event: CallbackEvent;
  readonly url: string;
  readonly form: CallbackForm;
}

interface Callbacks {
  readonly callbacks: readonly Callback[];
}

export async function showCallbacks(api: Api, appId: number, signal?: AbortSignal): Promise<readonly Callback[]> {
  return (await api.get<Callbacks>(path('projects', appId, 'callbacks'), signal)).callbacks;
}

export async function setCallbacks(
  api: Api,
  appId: number,
  target: { readonly url: string; readonly form: CallbackForm; readonly events: readonly CallbackEvent[] },
): Promise<readonly Callback[]> {
  return (await api.send<Callbacks>('PUT', path('projects', appId, 'callbacks'), target)).callbacks;
}

export async function stopCallbacks(
  api: Api,
  appId: number,
  events: readonly CallbackEvent[],
): Promise<readonly Callback[]> {
  return (await api.send<Callbacks>('PUT', path('projects', appId, 'callbacks'), { off: true, events })).callbacks;
}
