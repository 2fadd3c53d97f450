import { openFirefox } from 'freshet-web-test/browser.mjs';
import { expect, it } from 'vitest';
import { ConsolePage } from './ConsolePage.ts';
import { LivePage } from './LivePage.ts';
import { Operator } from './Operator.ts';
import { stage } from './Stage.ts';

const on = stage('firefox', { browser: openFirefox });

it('Firefox publishes, and plays what Firefox publishes', async () => {
  const operator = await Operator.login(on.server);
  const alice = await LivePage.visit(on, { user: 'alice', token: await operator.token('alice') });
  const bob = await LivePage.visit(on, { user: 'bob', token: await operator.token('bob') });
  await Promise.all([alice.isIn(), bob.isIn()]);
  await alice.publish();
  await bob.sees('alice-stream');
  await bob.hears('alice-stream');
  await bob.publish('Test picture with clock');
  await alice.sees('bob-stream');
  await expect.poll(() => alice.figure('bob-stream', 'Delay').textContent()).toMatch(/^\d+ ms$/);
  await bob.say('good morning');
  await alice.readsMessage('bob', 'good morning');
});

it('Firefox shows the console', async () => {
  const operator = await Operator.login(on.server);
  const console = await ConsolePage.visit(on, operator);
  await console.go('Live rooms');
});
