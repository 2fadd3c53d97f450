import { chooseLanguage } from 'freshet-web-shared/language.ts';
import { ZegoError } from 'freshet-web';
import { afterEach, describe, expect, it } from 'vitest';
import { explain, problemOf, problemOfError } from '../../../src/session/problem.ts';

afterEach(() => chooseLanguage('en'));

describe('a problem', () => {
  it('is none without a code', () => {
    expect(problemOf(0, { reason: 'all is well' })).toBeUndefined();
  });

  it('is told in the words of the SDK, with its code', () => {
    expect(explain({ code: 1002034, sentence: 'Full, at 3.' })).toBe('Full, at 3. (1002034)');
  });

  it('has the sentence of its code when it came without one', () => {
    const problem = problemOf(1009015);
    expect(problem && explain(problem)).toBe('Broadcast messages are sent too often: at most 2 in a second. (1009015)');
  });

  it('is told in Chinese, in English words if there are no others', () => {
    chooseLanguage('zh');
    expect(explain({ code: 1002034, sentence: 'The room is full.' })).toBe('房间已满。 (1002034)');
    expect(explain({ code: 1999999, sentence: 'New.' })).toBe('New. (1999999)');
  });

  it('is told in words for visitors where the SDK speaks to programmers', () => {
    expect(explain({ code: 1004020, sentence: 'the path is lost' })).toBe(
      'Playing is interrupted by the network; connecting again. (1004020)',
    );
  });

  it('has the words of whoever removed a user beside its own', () => {
    const kick = 'The server has removed this user from the room.';
    expect(explain({ code: 1002055, sentence: kick })).toBe(`${kick} (1002055)`);
    expect(explain({ code: 1002055, sentence: 'Behave!' })).toBe(`${kick} “Behave!” (1002055)`);
  });

  it('may come from a call that was rejected, or from the browser', () => {
    expect(problemOfError(new ZegoError(1006003, 'no'))).toEqual({ code: 1006003, sentence: 'no' });
    expect(explain(problemOfError(new Error('broken')))).toBe('broken');
  });
});
