import { afterEach, describe, expect, it } from 'vitest';
import { chooseLanguage, language, words } from '../../src/language.ts';

const say = words({ greeting: 'Good day, {name}', plain: 'Room' }, { greeting: '你好，{name}', plain: '房间' });

afterEach(() => {
  chooseLanguage('en');
});

describe('language', () => {
  it('says the same key in the language of now', () => {
    chooseLanguage('en');
    expect(say('plain')).toBe('Room');
    chooseLanguage('zh');
    expect(say('plain')).toBe('房间');
  });

  it('puts values into a text, and leaves a name in place that has none', () => {
    expect(say('greeting', { name: 'Ada' })).toBe('Good day, Ada');
    expect(say('greeting')).toBe('Good day, {name}');
  });

  it('is remembered, and tells assistive technology', async () => {
    chooseLanguage('zh');
    expect(localStorage.getItem('freshet.language')).toBe('zh');
    expect(language.value).toBe('zh');
    await Promise.resolve();
    expect(document.documentElement.lang).toBe('zh-CN');
  });
});
