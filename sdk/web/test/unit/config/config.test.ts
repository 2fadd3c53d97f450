import { describe, expect, it } from 'vitest';
import { retryWindows } from '../../../src/config/RetryWindows';
import { findServer } from '../../../src/config/ServerAddress';

const NOWHERE = { profile: undefined, meta: undefined, origin: undefined };

describe('the server’s address', () => {
  it('is looked for in the application, the page, and where the page came from', () => {
    const places = { profile: 'p', meta: 'm', origin: 'https://o' };
    expect(findServer({ freshet_server: 'a:1' }, places).signalling).toBe('ws://a:1/signal');
    expect(findServer({}, places).signalling).toBe('ws://p/signal');
    expect(findServer({}, { ...places, profile: ' ' }).signalling).toBe('ws://m/signal');
    expect(findServer({}, { ...NOWHERE, origin: 'https://o' }).signalling).toBe('wss://o/signal');
    expect(findServer({}, NOWHERE)).toMatchObject({ signalling: 'ws://localhost:8080/signal' });
  });

  it.each([
    ['localhost:8080', 'ws://localhost:8080/signal'],
    ['live.example.org', 'ws://live.example.org/signal'],
    ['http://h:1/', 'ws://h:1/signal'],
    ['wss://h/base/', 'wss://h/base/signal'],
    ['https://h/signal', 'wss://h/signal'],
    ['[::1]:9', 'ws://[::1]:9/signal'],
  ])('may be written so: %s', (text, url) => {
    expect(findServer({ freshet_server: text }, NOWHERE).signalling).toBe(url);
  });

  it.each(['ftp://h', 'ws://', 'http://h?x=1', 'ws://u:p@h', 'h:port', 'wss://h#f'])('may not be: %s', (text) => {
    expect(() => findServer({ freshet_server: text }, NOWHERE)).toThrow(/is no server address; write/);
  });
});

describe('the retry windows', () => {
  it('are 20 minutes, or the seconds given', () => {
    const complaints: string[] = [];
    const windows = (config: Record<string, string>) => retryWindows(config, (sentence) => complaints.push(sentence));
    expect(windows({})).toEqual({ roomMs: 1_200_000, mediaMs: 1_200_000 });
    expect(windows({ room_retry_time: ' 30 ', av_retry_time: '86400' })).toEqual({
      roomMs: 30_000,
      mediaMs: 86_400_000,
    });
    expect(complaints).toEqual([]);
    expect(windows({ room_retry_time: '0', av_retry_time: 'soon' })).toEqual({ roomMs: 1_200_000, mediaMs: 1_200_000 });
    expect(complaints).toEqual([
      'room_retry_time must be seconds from 1 to 86400, not "0"',
      'av_retry_time must be seconds from 1 to 86400, not "soon"',
    ]);
  });
});
