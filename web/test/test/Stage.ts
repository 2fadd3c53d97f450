import { LiveServer } from 'freshet-web-test/LiveServer.mjs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { keep } from './artefacts.ts';
import { WatchedPages } from './WatchedPages.ts';

/** A server and a browser for the tests of one file. */
export interface Stage {
  readonly server: LiveServer;
  readonly pages: WatchedPages;

  /** A complaint of a page that this test causes on purpose. */
  expectComplaint(what: RegExp): void;
}

/**
 * Sets it up before the tests of the file and takes it down after them. A test fails when a page complains; pages of a test
 * are closed after it.
 */
export function stage(
  name: string,
  options: { configuration?: string[]; browser?: () => Promise<Browser> } = {},
): Stage {
  let server: LiveServer;
  let pages: WatchedPages;
  let expected: RegExp[] = [];

  beforeAll(async () => {
    server = await LiveServer.start(...(options.configuration ?? []));
    pages = await WatchedPages.open(name, server.address, options.browser?.());
  });

  afterEach(async ({ task }) => {
    const unexpected = pages.unexpected(...expected);
    expected = [];
    if (unexpected.length > 0 || task.result?.state === 'fail') {
      await pages.photograph(task.name);
    }
    await pages.closePages();
    expect(unexpected).toEqual([]);
  });

  afterAll(async () => {
    await pages.close();
    await keep([`${name}-server.txt`], server.log);
    await server.close();
  });

  return {
    get server() {
      return server;
    },
    get pages() {
      return pages;
    },
    expectComplaint: (what) => expected.push(what),
  };
}
