import { type Forbid, type ForbidTarget, MAX_FORBID_SECONDS, type RuleKind } from '../api/forbids.ts';
import { roomIdProblem, userIdProblem } from '../parts/check.ts';
import { say } from './words.ts';

export const KINDS: readonly RuleKind[] = ['user', 'user_in_room', 'room', 'address'];

/** For how long one may be forbidden, in seconds. */
export const SPANS = { hour: 3600, day: 86_400, week: 604_800, month: 2_592_000, year: MAX_FORBID_SECONDS } as const;

/** What is typed to forbid somebody. */
export interface ForbidDraft {
  kind: RuleKind;
  userId: string;
  roomId: string;
  address: string;
  login: boolean;
  publish: boolean;
  seconds: number;
}

export type ForbidField = 'userId' | 'roomId' | 'address' | 'login';

export function hasUser(kind: RuleKind): boolean {
  return kind === 'user' || kind === 'user_in_room';
}

export function hasRoom(kind: RuleKind): boolean {
  return kind === 'room' || kind === 'user_in_room';
}

/** An address is told from other text; whether it is a good one the server knows. */
function looksLikeAddress(text: string): boolean {
  return /^[\d.]{7,15}$/.test(text) || /^[\da-fA-F:.]{2,45}$/.test(text);
}

export function problemsOf(draft: ForbidDraft): Record<ForbidField, string> {
  return {
    userId: hasUser(draft.kind) ? userIdProblem(draft.userId) : '',
    roomId: hasRoom(draft.kind) ? roomIdProblem(draft.roomId) : '',
    address: draft.kind !== 'address' || looksLikeAddress(draft.address) ? '' : say('addressWrong'),
    login: draft.login || draft.publish ? '' : say('nothing'),
  };
}

/** Who a rule or a draft is about, as requests name it: without what does not belong to its kind. */
export function targetOf(rule: Pick<ForbidDraft, 'kind' | 'userId' | 'roomId' | 'address'>): ForbidTarget {
  return {
    ...(hasUser(rule.kind) ? { userId: rule.userId } : {}),
    ...(hasRoom(rule.kind) ? { roomId: rule.roomId } : {}),
    ...(rule.kind === 'address' ? { address: rule.address } : {}),
  };
}

export function forbidOf(draft: ForbidDraft): Forbid {
  return { ...targetOf(draft), login: draft.login, publish: draft.publish, seconds: draft.seconds };
}
