import type { LiveServer } from 'freshet-web-test/LiveServer.mjs';
import type { BrowserContext } from 'playwright-core';
import { expect } from 'vitest';

const COOKIE_PATH = '/console';

/** What a token is to allow. */
export interface TokenWish {
  readonly appId?: number;
  readonly roomId?: string;
  readonly validSeconds?: number;
}

/** Somebody who is logged in to the console, by its HTTP API: what a test needs that is not what it tests. */
export class Operator {
  private cookie = '';
  private csrfToken = '';

  private constructor(private readonly server: LiveServer) {}

  static async login(server: LiveServer): Promise<Operator> {
    const operator = new Operator(server);
    await operator.login();
    return operator;
  }

  /** Sessions end when the server does. */
  async login(): Promise<void> {
    const answer = await this.ask('POST', 'login', { password: this.server.password });
    this.csrfToken = ((await answer.json()) as { csrfToken: string }).csrfToken;
    this.cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  }

  async call<T = unknown>(method: string, path: string, body?: object): Promise<T> {
    const answer = await this.ask(method, path, body);
    const text = await answer.text();
    expect(answer.ok, `${method} ${path}: ${text}`).toBe(true);
    return JSON.parse(text) as T;
  }

  private ask(method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${this.server.address}/console/api/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', Cookie: this.cookie, 'X-CSRF-Token': this.csrfToken },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  /** Of the first project, unless said otherwise. */
  async token(userId: string, { appId = this.server.appId, ...wish }: TokenWish = {}): Promise<string> {
    const order = { userId, mayPublish: true, validSeconds: 3600, ...wish };
    return (await this.call<{ token: string }>('POST', `projects/${appId}/tokens`, order)).token;
  }

  /** A token that has run out. */
  async expiredToken(userId: string): Promise<string> {
    const token = await this.token(userId, { validSeconds: 1 });
    const path = `projects/${this.server.appId}/tokens/verify`;
    await expect
      .poll(async () => (await this.call<{ check?: string }>('POST', path, { token, userId })).check, {
        timeout: 10_000,
      })
      .toBe('expiry');
    return token;
  }

  async project(change: object): Promise<void> {
    await this.call('PATCH', `projects/${this.server.appId}`, change);
  }

  /** A browser's context is logged in from now on. */
  async enter(context: BrowserContext): Promise<void> {
    const [name = '', value = ''] = this.cookie.split('=');
    const { hostname } = new URL(this.server.address);
    await context.addCookies([
      { name, value, domain: hostname, path: COOKIE_PATH, httpOnly: true, sameSite: 'Strict' },
    ]);
  }
}
