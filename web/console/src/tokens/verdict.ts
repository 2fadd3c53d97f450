import type { TokenCheck, Verdict } from '../api/tokens.ts';
import { say } from './words.ts';

/** What a failed check means and what to do about it. */
export function explain(check: TokenCheck): string {
  return say(check === 'userId' ? 'userIdCheck' : check);
}

/** What a token allows, as a list in words. */
export function allowed(permissions: NonNullable<Verdict['permissions']>): string {
  const parts = [
    permissions.login ? say('login') : '',
    permissions.publish ? say('publish') : '',
    permissions.streamIds.length > 0 ? say('streamIds', { ids: permissions.streamIds.join(', ') }) : '',
  ];
  return parts.filter((part) => part !== '').join(', ') || '–';
}
