import { afterEach, describe, expect, it } from 'vitest';
import { createRouter } from '../../src/router/router.ts';
import { hrefOf, parseRoute, type Route } from '../../src/router/routes.ts';

const ROUTES: readonly (readonly [string, Route])[] = [
  ['#/', { at: 'overview' }],
  ['#/projects', { at: 'projects' }],
  ['#/projects/4294967295', { at: 'project', appId: 4_294_967_295 }],
  ['#/tokens', { at: 'tokens' }],
  ['#/tokens/7', { at: 'tokens', appId: 7 }],
  ['#/forbids/7', { at: 'forbids', appId: 7 }],
  ['#/usage/7', { at: 'usage', appId: 7 }],
  ['#/rooms', { at: 'rooms' }],
  ['#/rooms/7/demo', { at: 'room', appId: 7, roomId: 'demo' }],
  ['#/rooms/7/a%25%23%5C%60', { at: 'room', appId: 7, roomId: 'a%#\\`' }],
  ['#/rooms/7/demo/streams/s-1', { at: 'stream', appId: 7, roomId: 'demo', streamId: 's-1' }],
  ['#/nodes', { at: 'nodes' }],
  ['#/audit', { at: 'audit' }],
  ['#/account', { at: 'account' }],
];

describe('routes', () => {
  it.each(ROUTES)('%s there and back', (href, route) => {
    expect(parseRoute(href)).toEqual(route);
    expect(hrefOf(route)).toBe(href);
  });

  it('begin with the overview', () => {
    expect(parseRoute('')).toEqual({ at: 'overview' });
    expect(parseRoute('#')).toEqual({ at: 'overview' });
  });

  it.each([
    '#/nothing',
    '#/projects/0',
    '#/projects/4294967296',
    '#/projects/seven',
    '#/projects/7/more',
    '#/rooms/7',
    '#/rooms/7/demo/streams',
    '#/rooms/7/demo/plays/s',
    '#/nodes/7',
    '#/rooms/7/%E0%A4%A',
  ])('%s leads nowhere', (fragment) => {
    expect(parseRoute(fragment)).toEqual({ at: 'nowhere' });
  });
});

describe('the router', () => {
  afterEach(() => {
    window.location.hash = '';
  });

  it('follows the address and counts the moves', () => {
    window.location.hash = '#/projects/7';
    const router = createRouter(window);
    expect(router.route.value).toEqual({ at: 'project', appId: 7 });
    expect(router.moves.value).toBe(0);
    window.location.hash = '#/audit';
    window.dispatchEvent(new Event('hashchange'));
    expect(router.route.value).toEqual({ at: 'audit' });
    expect(router.moves.value).toBeGreaterThan(0);
    router.stop();
  });
});
