import { describe, expect, it } from 'vitest';
import { makeLink, readLink } from '../../../src/join/link.ts';

const EMPTY = { app: '', room: '', user: '', stream: '', token: '' };

describe('the link', () => {
  it('is read as the server writes it, with what is encoded', () => {
    const link = '#app=1234567890&room=r%26d%20%2B1&user=ada%20l&token=04A%2Bb%2Fc%3D';
    expect(readLink(link)).toEqual({ ...EMPTY, app: '1234567890', room: 'r&d +1', user: 'ada l', token: '04A+b/c=' });
  });

  it('may leave everything open', () => {
    expect(readLink('')).toEqual(EMPTY);
    expect(readLink('#')).toEqual(EMPTY);
  });

  it('is read as it was made, and takes the place of an earlier one', () => {
    const fields = { app: '1', room: "a~!@#$%^&*()_+=-;,.<>\\`'", user: 'u+v', stream: 's', token: '04=+/' };
    const link = makeLink('https://live.example.org/#app=9&token=old', fields);
    expect(link).toMatch(/^https:\/\/live\.example\.org\/#app=1&/);
    expect(readLink(new URL(link).hash)).toEqual(fields);
  });

  it('leaves out what is empty', () => {
    expect(makeLink('http://h/', { app: '1', room: 'r', token: '' })).toBe('http://h/#app=1&room=r');
  });
});
