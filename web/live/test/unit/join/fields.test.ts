import { describe, expect, it } from 'vitest';
import { checkField, placeOf, withDefaults } from '../../../src/join/fields.ts';

const NOTHING = { app: '', room: '', user: '', stream: '', token: '' };

describe('fields', () => {
  it.each([
    ['app', '', 1001000],
    ['app', '12a', 1001004],
    ['app', '4294967296', 1001004],
    ['room', '', 1002011],
    ['room', 'x'.repeat(128), 1002013],
    ['room', 'a room', 1002012],
    ['user', '', 1002005],
    ['user', 'x'.repeat(64), 1002007],
    ['user', '王', 1002006],
    ['stream', '', 1000015],
    ['stream', 'a b', 1000016],
    ['stream', 'x'.repeat(256), 1000014],
    ['token', '', 1002067],
    ['token', 'x'.repeat(16_385), 1002075],
  ] as const)('%s "%s" is refused', (name, value, code) => {
    expect(checkField(name, value)?.code).toBe(code);
  });

  it('at their limits are taken', () => {
    expect(checkField('app', '4294967295')).toBeUndefined();
    expect(checkField('room', 'x'.repeat(127))).toBeUndefined();
    expect(checkField('user', 'x'.repeat(63))).toBeUndefined();
    expect(checkField('stream', 'x'.repeat(255))).toBeUndefined();
    expect(checkField('token', 'x'.repeat(16_384))).toBeUndefined();
  });

  it('that a link leaves open are filled, so that they are sound, but not with secrets', () => {
    const filled = withDefaults(NOTHING, () => 0.5);
    expect(filled).toMatchObject({ app: '', room: 'demo', token: '' });
    expect([checkField('user', filled.user), checkField('stream', filled.stream)]).toEqual([undefined, undefined]);
  });

  it('keep what a link says; a stream is named after its user', () => {
    const filled = withDefaults({ ...NOTHING, room: 'r', user: "o'neil" }, () => 0);
    expect(filled).toMatchObject({ room: 'r', user: "o'neil", stream: 'o-neil-0000' });
  });

  it('are where a refusal is said that is about them', () => {
    expect([placeOf(1002078), placeOf(1001004), placeOf(1002055)]).toEqual(['token', 'app', undefined]);
  });
});
