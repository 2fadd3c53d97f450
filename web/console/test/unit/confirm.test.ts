import { afterEach, describe, expect, it } from 'vitest';
import { createApp, h, nextTick } from 'vue';
import { Refusal } from '../../src/api/client.ts';
import ConfirmButton from '../../src/parts/ConfirmButton.vue';
import { settled } from './fakes.ts';

let unmount: () => void = () => undefined;

function shown(action: () => Promise<void>): HTMLElement {
  const page = document.createElement('main');
  page.innerHTML = '<h1 tabindex="-1">Room</h1><div></div>';
  document.body.replaceChildren(page);
  const app = createApp({
    render: () => h(ConfirmButton, { label: 'Kick', question: 'Put ann out?', sure: 'Kick ann', action }),
  });
  app.mount(page.lastElementChild ?? page);
  unmount = () => app.unmount();
  return page;
}

async function click(page: HTMLElement, name: string): Promise<void> {
  const button = [...page.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
  button?.click();
  await settled();
  await nextTick();
}

afterEach(() => unmount());

describe('a button for what cannot be taken back', () => {
  it('asks once, then acts', async () => {
    let done = 0;
    const page = shown(() => {
      done += 1;
      return Promise.resolve();
    });
    await click(page, 'Kick');
    expect(page.querySelector('[role=group]')?.getAttribute('aria-label')).toBe('Put ann out?');
    expect([done, document.activeElement?.textContent]).toEqual([0, 'Cancel']);
    await click(page, 'Kick ann');
    expect([done, document.activeElement?.textContent]).toEqual([1, 'Kick']);
  });

  it('does nothing when it is cancelled', async () => {
    let done = 0;
    const page = shown(() => {
      done += 1;
      return Promise.resolve();
    });
    await click(page, 'Kick');
    await click(page, 'Cancel');
    expect([done, page.querySelector('[role=group]')]).toEqual([0, null]);
    expect(document.activeElement?.textContent).toBe('Kick');
  });

  it('says in its place why it was not done', async () => {
    const page = shown(() => Promise.reject(new Refusal(404, 'There is no room "demo".', 'roomId')));
    await click(page, 'Kick');
    await click(page, 'Kick ann');
    expect(page.querySelector('[role=alert]')?.textContent).toBe('There is no room "demo".');
  });

  it('leaves one on the view’s heading when it goes with what it was for', async () => {
    const page = shown(() => Promise.resolve());
    await click(page, 'Kick');
    unmount();
    unmount = () => undefined;
    expect(document.activeElement).toBe(page.querySelector('h1'));
  });
});
