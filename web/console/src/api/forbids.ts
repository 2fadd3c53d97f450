import { type Api, path } from './client.ts';

export const MAX_FORBID_SECONDS = 31_536_000;

export type RuleKind = 'address' | 'room' | 'user' | 'user_in_room';

/** Who is meant: an address, or a user, a room, or both. */
export interface ForbidTarget {
  readonly address?: string;
  readonly roomId?: string;
  readonly userId?: string;
}

export interface Rule {
  readonly kind: RuleKind;
  readonly address: string;
  readonly roomId: string;
  readonly userId: string;
  readonly login: boolean;
  readonly publish: boolean;
  readonly expiresAt: string;
}

export interface Forbid extends ForbidTarget {
  readonly login: boolean;
  readonly publish: boolean;
  readonly seconds: number;
}

/** All that is forbidden in a project; streams until they are allowed again. */
export interface Forbids {
  readonly rules: readonly Rule[];
  readonly streams: readonly string[];
}

export function listForbids(api: Api, appId: number, signal?: AbortSignal): Promise<Forbids> {
  return api.get(path('projects', appId, 'forbids'), signal);
}

export function setForbid(api: Api, appId: number, forbid: Forbid): Promise<Rule> {
  return api.send('POST', path('projects', appId, 'forbids'), forbid);
}

export function removeForbid(api: Api, appId: number, target: ForbidTarget): Promise<void> {
  return api.send('POST', path('projects', appId, 'forbids', 'remove'), target);
}
