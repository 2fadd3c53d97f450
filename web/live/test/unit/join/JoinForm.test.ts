import { type App, createApp, nextTick, reactive } from 'vue';
import { afterEach, describe, expect, it } from 'vitest';
import JoinForm from '../../../src/join/JoinForm.vue';
import type { Problem } from '../../../src/session/problem.ts';

const FIELDS = { app: '1234567890', room: 'r', user: 'me', stream: 's', token: '04token' };

let app: App | undefined;

afterEach(() => {
  app?.unmount();
  document.body.innerHTML = '';
});

/** A form on a page, and what it was told to join. */
function mounted(initial = FIELDS) {
  const joined: unknown[] = [];
  const state = reactive({ problem: undefined as Problem | undefined });
  const root = document.createElement('div');
  document.body.append(root);
  app = createApp({
    components: { JoinForm },
    setup: () => ({ initial, state, join: (fields: unknown) => joined.push(fields) }),
    template:
      '<JoinForm :initial="initial" :joining="false" :problem="state.problem" :trouble="undefined" @join="join" />',
  });
  app.mount(root);
  return { joined, state };
}

function field(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
}

/** What is said beside a field. */
function note(label: string): string {
  return document.getElementById(field(label).getAttribute('aria-describedby') ?? '')?.textContent ?? '';
}

async function type(label: string, text: string): Promise<void> {
  field(label).value = text;
  field(label).dispatchEvent(new Event('input'));
  await nextTick();
}

async function submit(): Promise<void> {
  document.querySelector('form')?.dispatchEvent(new Event('submit'));
  await nextTick();
  await nextTick();
}

describe('the form', () => {
  it('hands over what was typed, without spaces around it', async () => {
    const { joined } = mounted();
    await type('Room', ' lobby ');
    await submit();
    expect(joined).toEqual([{ ...FIELDS, room: 'lobby' }]);
  });

  it('says beside each field what is wrong with it, and goes to the first', async () => {
    const { joined } = mounted({ ...FIELDS, app: '', stream: 'a b' });
    await submit();
    expect(joined).toEqual([]);
    expect(note('AppID')).toMatch(/^Fill in the AppID/);
    expect(note('Stream')).toMatch(/character that is not allowed/);
    expect(document.activeElement).toBe(field('AppID'));
    await type('AppID', '7');
    expect(note('AppID')).toBe('');
  });

  it('says a refusal beside what was refused, until that is changed', async () => {
    const { state } = mounted();
    state.problem = { code: 1002078, sentence: '' };
    await nextTick();
    expect(note('Token')).toMatch(/^The token has run out.*\(1002078\)$/);
    await type('Token', '04other');
    expect(note('Token')).not.toMatch(/run out/);
  });

  it('says above the fields what is about none of them', async () => {
    const { state } = mounted();
    state.problem = { code: 1002050, sentence: 'Logged in elsewhere.' };
    await nextTick();
    expect(document.querySelector('[role=alert]')?.textContent).toBe('Logged in elsewhere. (1002050)');
  });
});
