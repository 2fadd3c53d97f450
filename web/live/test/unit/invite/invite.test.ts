import { describe, expect, it } from 'vitest';
import { invite, isLocal } from '../../../src/invite/invite.ts';
import { qrOf } from '../../../src/invite/qr.ts';

const FIELDS = { app: '7', room: 'r' };
const PAGE = 'https://h/#app=7&token=mine';

describe('an invitation', () => {
  it('carries user and token of the guest when a token can be made', async () => {
    const wishes: unknown[] = [];
    const invitation = await invite(FIELDS, PAGE, 'guest-1', (wish) => {
      wishes.push(wish);
      return Promise.resolve({ kind: 'made', appId: '7', token: '04guest' });
    });
    expect(wishes).toEqual([{ appId: '7', userId: 'guest-1', roomId: 'r', validSeconds: 14_400 }]);
    expect(invitation).toEqual({ link: 'https://h/#app=7&room=r&user=guest-1&token=04guest', userId: 'guest-1' });
  });

  it('else carries neither: a token of one user is no use to another', async () => {
    const invitation = await invite(FIELDS, PAGE, 'guest-1', () => Promise.resolve({ kind: 'notLoggedIn' }));
    expect(invitation).toEqual({ link: 'https://h/#app=7&room=r', userId: '' });
  });

  it('knows addresses that lead nowhere on a phone', () => {
    expect(['localhost', '127.0.0.1', '[::1]', 'a.localhost'].every(isLocal)).toBe(true);
    expect(['192.168.1.7', 'live.example.org', 'localhost.example.org'].some(isLocal)).toBe(false);
  });

  it('is a QR code with a quiet zone', () => {
    const { size, path } = qrOf('https://h/#app=7&room=r');
    expect(size).toBe(25 + 8); // version 2
    expect(path.startsWith('M4 4h1v1h-1z')).toBe(true); // the finder pattern's corner
  });
});
