import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { chooseLanguage } from 'freshet-web-shared/language.ts';
import { checkName, checkText } from '../../src/overview/health.ts';
import { Refusal } from '../../src/api/client.ts';
import { refusalText } from '../../src/parts/refusals.ts';
import { bitrate, bytes, count, duration, percent } from '../../src/text/format.ts';
import { allowed, explain } from '../../src/tokens/verdict.ts';

afterEach(() => chooseLanguage('en'));

describe('numbers', () => {
  it('are said with their units', () => {
    expect([bitrate(0), bitrate(950), bitrate(1500), bitrate(2_345_678), bitrate(456_000_000)]).toEqual([
      '0 bit/s',
      '950 bit/s',
      '1.5 kbit/s',
      '2.3 Mbit/s',
      '456 Mbit/s',
    ]);
    expect([bytes(512), bytes(1536), bytes(3 * 1024 ** 3)]).toEqual(['512 B', '1.5 KiB', '3 GiB']);
    expect([percent(0), percent(5), percent(1000)]).toEqual(['0 %', '0.5 %', '100 %']);
    expect(count(12_345)).toBe('12,345');
  });

  it('say how long in the two largest units', () => {
    expect([duration(0), duration(59), duration(3600), duration(3661), duration(90_061)]).toEqual([
      '0 secs',
      '59 secs',
      '1 hr',
      '1 hr, 1 min',
      '1 day, 1 hr',
    ]);
    chooseLanguage('zh');
    expect(duration(3661)).toBe('1小时1分钟');
  });
});

describe('health', () => {
  const source = readFileSync(
    join(import.meta.dirname, '../../../../server/src/main/java/io/freshet/server/console/HealthCheck.java'),
    'utf8',
  );

  it('has a name in words for every check of the server', () => {
    const names = [...source.matchAll(/(?:ok|warning|failed)\(\s*"([a-z-]+)"/g)].map(([, name]) => name ?? '');
    expect(new Set(names).size).toBeGreaterThan(5);
    for (const name of names) {
      expect(checkName(name)).not.toBe(name);
    }
    expect(checkName('new-one')).toBe('new-one');
  });

  it('is said in Chinese, sentence by sentence', () => {
    const text = 'The UDP receive buffer has 0.2 MiB. Raise net.core.rmem_max for many viewers.';
    expect(checkText(text)).toBe(text);
    chooseLanguage('zh');
    expect(checkText(text)).toBe('UDP 接收缓冲区为 0.2 MiB。 观众较多时请调高 net.core.rmem_max。');
    expect(checkText('Something new.')).toBe('Something new.');
  });

  it('has every sentence of the server', () => {
    chooseLanguage('zh');
    const sentences = [...source.matchAll(/"([^"\n]*[a-z][^"\n]* [^"\n]*)"/g)]
      .map(([, text]) => text ?? '')
      .filter((text) => /^ ?[A-Z%].*\.$/.test(text))
      .map((text) =>
        text
          .replace(/%\.\df/g, '1')
          .replaceAll('%%', '%')
          .trim(),
      );
    expect(sentences.length).toBeGreaterThan(8);
    for (const sentence of sentences) {
      expect(checkText(sentence)).not.toMatch(/[A-Z][a-z]+ .*\./);
    }
  });
});

describe('a refusal', () => {
  it('is said in the page’s language, with what it is about', () => {
    const refusal = new Refusal(404, 'There is no room "a$1b".', 'roomId');
    expect(refusalText(refusal)).toBe('There is no room "a$1b".');
    chooseLanguage('zh');
    expect(refusalText(refusal)).toBe('没有房间“a$1b”。');
    expect(refusalText(new Refusal(400, 'Something new.'))).toBe('Something new.');
  });
});

describe('a verdict', () => {
  it('explains every check', () => {
    const checks = ['presence', 'form', 'version', 'secret', 'appId', 'userId', 'expiry', 'nonce', 'other'] as const;
    expect(new Set(checks.map(explain)).size).toBe(checks.length);
    expect(explain('userId')).toBe('It was made for another user.');
  });

  it('lists what a token allows', () => {
    expect(allowed({ roomId: '', login: true, publish: false, streamIds: [] })).toBe('logging in');
    expect(allowed({ roomId: '', login: true, publish: true, streamIds: ['a', 'b'] })).toBe(
      'logging in, publishing, only streams a, b',
    );
    expect(allowed({ roomId: '', login: false, publish: false, streamIds: [] })).toBe('–');
  });
});
