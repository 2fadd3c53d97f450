import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Stage } from './Stage.ts';

/** What a link of the live page carries. */
export interface Visit {
  readonly user: string;
  readonly token: string;
  readonly app?: number;
  readonly room?: string;
  readonly stream?: string;
}

const ROOM = 'room1';

/** The live page as its visitor uses it. */
export class LivePage {
  private constructor(readonly page: Page) {}

  /** Opens it by a link that has everything. */
  static async visit(
    on: Pick<Stage, 'server' | 'pages'>,
    visit: Visit,
    options: BrowserContextOptions = {},
  ): Promise<LivePage> {
    const page = await on.pages.newPage(options);
    const { app = on.server.appId, room = ROOM, stream = `${visit.user}-stream`, user, token } = visit;
    const link = new URLSearchParams({ app: String(app), room, user, stream, token });
    await page.goto(`/#${link.toString().replaceAll('+', '%20')}`);
    return new LivePage(page);
  }

  /** Until it is in the room. */
  async isIn(): Promise<this> {
    await this.status('Connected').waitFor();
    return this;
  }

  status(text: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }

  /** What the page complains of. */
  alert(text: string | RegExp): Locator {
    return this.page.getByRole('alert').filter({ hasText: text });
  }

  tile(stream: string): Locator {
    return this.page.getByRole('article', { name: stream });
  }

  figure(stream: string, name: string): Locator {
    return this.tile(stream).getByText(name, { exact: true }).locator('..').getByRole('definition');
  }

  async publish(camera?: string): Promise<void> {
    if (camera !== undefined) {
      await this.page.getByLabel('Camera').selectOption({ label: camera });
    }
    await this.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await this.status(/^Live as /).waitFor();
  }

  async playBy(stream: string, mode: 'RTC' | 'L3'): Promise<void> {
    const modes = this.page.getByRole('group', { name: `Play ${stream} by` });
    await modes.getByRole('button', { name: mode }).click();
  }

  /** Until decoded pictures of the stream have differed several times. */
  async sees(stream: string): Promise<void> {
    await seesMovingPicture(this.tile(stream).locator('video'));
  }

  /** The stream's sound track is there and has sound. */
  async hears(stream: string): Promise<void> {
    const video = this.tile(stream).locator('video');
    await expect.poll(() => video.evaluate(hasSoundTrack)).toBe(true);
  }

  async say(message: string, as = 'Broadcast'): Promise<void> {
    await this.page.getByLabel('Send as').selectOption({ label: as });
    await this.page.getByLabel('Message').fill(message);
    await this.page.getByRole('button', { name: 'Send', exact: true }).click();
  }

  async readsMessage(from: string, message: string): Promise<void> {
    await this.page.getByRole('log').locator('strong', { hasText: from }).first().waitFor();
    await this.page.getByRole('log').getByText(message).waitFor();
  }
}

function hasSoundTrack(video: HTMLElement | SVGElement): boolean {
  const stream = video instanceof HTMLVideoElement ? video.srcObject : null;
  const tracks = stream instanceof MediaStream ? stream.getAudioTracks() : [];
  return tracks.some((track) => track.readyState === 'live' && !track.muted);
}

export async function seesMovingPicture(video: Locator): Promise<void> {
  await video.waitFor();
  await video.evaluate(async (element) => {
    const DIFFERENT_PICTURES = 5;
    if (!(element instanceof HTMLVideoElement)) {
      throw new Error('this is no video');
    }
    const context = new OffscreenCanvas(64, 36).getContext('2d', { willReadFrequently: true });
    const seen = new Set<number>();
    while (context && seen.size < DIFFERENT_PICTURES) {
      await new Promise((resolve) => element.requestVideoFrameCallback(resolve));
      context.drawImage(element, 0, 0, 64, 36);
      seen.add(context.getImageData(0, 0, 64, 36).data.reduce((sum, value) => (Math.imul(sum, 31) + value) | 0, 1));
    }
  });
}
