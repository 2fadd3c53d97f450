import { type TokenWish, makeDemoToken } from '../join/demoToken.ts';
import { type LinkFields, makeLink } from '../join/link.ts';

export const INVITE_HOURS = 4;

/** A link for one guest. */
export interface Invitation {
  readonly link: string;

  /** Whom the link logs in; empty for a link that asks for user and token. */
  readonly userId: string;
}

type Make = (wish: TokenWish) => ReturnType<typeof makeDemoToken>;

/**
 * A guest needs a user of their own, and a token is bound to its user: the link carries both if a token can be made, else
 * neither.
 */
export async function invite(
  { app, room }: Pick<LinkFields, 'app' | 'room'>,
  page: string,
  guest: string,
  make: Make,
): Promise<Invitation> {
  const made = await make({ appId: app, userId: guest, roomId: room, validSeconds: INVITE_HOURS * 3600 });
  return made.kind === 'made'
    ? { link: makeLink(page, { app, room, user: guest, token: made.token }), userId: guest }
    : { link: makeLink(page, { app, room }), userId: '' };
}

/** Whether a page of this host can be opened on this machine alone. */
export function isLocal(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host.startsWith('127.');
}
