import { type Api, path } from './client.ts';

export const MAX_TOKEN_SECONDS = 86_400;

export interface TokenOrder {
  readonly userId: string;
  readonly roomId?: string;
  readonly mayPublish: boolean;
  readonly validSeconds: number;
}

export interface IssuedToken {
  readonly appId: number;
  readonly token: string;
  readonly link: string;
  /** In seconds since 1970-01-01T00:00:00Z. */
  readonly expiresAt: number;
}

export type TokenCheck = 'presence' | 'form' | 'version' | 'secret' | 'appId' | 'userId' | 'expiry' | 'nonce' | 'other';

export interface Verdict {
  readonly valid: boolean;
  readonly code?: number;
  readonly check?: TokenCheck;
  readonly message?: string;
  readonly secondsLeft?: number;
  readonly permissions?: {
    readonly roomId: string;
    readonly login: boolean;
    readonly publish: boolean;
    readonly streamIds: readonly string[];
  };
  /** What the token says, when the ServerSecret opens it. */
  readonly inside?: Readonly<Record<string, unknown>>;
}

export function issueToken(api: Api, appId: number, order: TokenOrder): Promise<IssuedToken> {
  return api.send('POST', path('projects', appId, 'tokens'), order);
}

export function verifyToken(
  api: Api,
  appId: number,
  judged: { readonly token: string; readonly userId?: string },
): Promise<Verdict> {
  return api.send('POST', path('projects', appId, 'tokens', 'verify'), judged);
}
