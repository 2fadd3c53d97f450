import { LiveServer } from 'freshet-web-test/LiveServer.mjs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Pages } from './Pages';

const ADD = 0;
const DELETE = 1;
const PUBLISHING = 2;
const PLAYING = 2;
const L3 = 2;

let server: LiveServer;
let pages: Pages;

beforeAll(async () => {
  [server, pages] = await Promise.all([LiveServer.start(), Pages.open()]);
});

afterAll(async () => {
  await pages.close();
  await server.close();
});

/** A person's page with an engine. */
async function person(): Promise<Page> {
  const page = await pages.newPage();
  await page.evaluate((given) => void window.create(given), profile());
  return page;
}

function profile() {
  return { appID: server.appId, appSign: server.appSign, server: `127.0.0.1:${server.port}` };
}

/** Until the page was told so: the event's name and how its arguments begin. Forgets it, and earlier ones of the name. */
async function told(page: Page, name: string, ...begin: unknown[]): Promise<unknown[]> {
  const waited = page.waitForFunction(
    ({ name, begin }) => {
      const at = window.told.findIndex(
        (each) =>
          each.name === name &&
          begin.every((value, i) => value === null || JSON.stringify(value) === JSON.stringify(each.args[i])),
      );
      const found = window.told[at];
      window.told = window.told.filter((each, i) => i > at || each.name !== name);
      return found && found.args;
    },
    { name, begin },
    { timeout: 40_000 },
  );
  const handle = await waited.catch(async (error: unknown) => {
    const instead = await page.evaluate(() => JSON.stringify(window.told));
    throw new Error(`${name} ${JSON.stringify(begin)} was not told, but ${instead}`, { cause: error });
  });
  return (await handle.jsonValue()) as unknown[];
}

function login(page: Page, userID: string): Promise<{ errorCode: number }> {
  return page.evaluate(
    (userID) =>
      window.ZegoExpressEngine.instance().loginRoom(
        'room1',
        { userID, userName: userID.toUpperCase() },
        { isUserStatusNotify: true },
      ),
    userID,
  );
}

function publish(page: Page, streamID: string): Promise<string[]> {
  return page.evaluate(async (streamID) => {
    const engine = window.ZegoExpressEngine.instance();
    await engine.startPreview(document.querySelector<HTMLVideoElement>('#local'));
    const stream = await engine.startPublishingStream(streamID);
    return stream.getTracks().map((track) => track.kind);
  }, streamID);
}

function play(page: Page, streamID: string): Promise<string[]> {
  return page.evaluate(
    async ({ streamID, resourceMode }) => {
      const stream = await window.ZegoExpressEngine.instance().startPlayingStream(streamID, { resourceMode });
      const video = document.querySelector<HTMLVideoElement>('#remote');
      if (video && video.srcObject !== stream) {
        video.srcObject = stream;
      }
      return stream.getTracks().map((track) => track.kind);
    },
    { streamID, resourceMode: L3 },
  );
}

/** Until the picture in the element has been another one some times. */
async function moves(page: Page, elementId: string): Promise<void> {
  await page.evaluate(async (id) => {
    const seen = new Set<number>();
    while (seen.size < 5) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      seen.add(window.picture(id));
    }
  }, elementId);
}

describe('two pages and a server', () => {
  let alice: Page;
  let bob: Page;

  beforeAll(async () => {
    [alice, bob] = await Promise.all([person(), person()]);
  });

  it('meet in a room', async () => {
    expect(await login(alice, 'alice')).toMatchObject({ errorCode: 0 });
    expect(await login(bob, 'bob')).toMatchObject({ errorCode: 0 });
    await told(alice, 'roomUserUpdate', 'room1', ADD, [{ userID: 'bob', userName: 'BOB' }]);
    await told(bob, 'roomUserUpdate', 'room1', ADD, [{ userID: 'alice', userName: 'ALICE' }]);
  });

  it('see each other', async () => {
    expect((await publish(alice, 'alice-stream')).sort()).toEqual(['audio', 'video']);
    expect((await publish(bob, 'bob-stream')).sort()).toEqual(['audio', 'video']);
    await moves(alice, 'local');
    await told(alice, 'publisherStateUpdate', 'alice-stream', PUBLISHING, 0);
    await told(alice, 'roomStreamUpdate', 'room1', ADD);
    await told(bob, 'roomStreamUpdate', 'room1', ADD);

    await Promise.all([play(alice, 'bob-stream'), play(bob, 'alice-stream')]);
    await told(alice, 'playerStateUpdate', 'bob-stream', PLAYING, 0);
    await told(bob, 'playerStateUpdate', 'alice-stream', PLAYING, 0);
    await told(bob, 'playerRenderVideoFirstFrame', 'alice-stream');
    await Promise.all([moves(alice, 'remote'), moves(bob, 'remote')]);
  });

  it('are told of the quality', async () => {
    const [, published] = (await told(alice, 'publisherQualityUpdate', 'alice-stream')) as [string, object];
    expect(published).toMatchObject({ packetLostRate: 0, level: 0 });
    expect(published).toHaveProperty('videoKBPS');
    const [, played] = (await told(bob, 'playerQualityUpdate', 'alice-stream')) as [
      string,
      { videoRecvFPS: number; audioKBPS: number },
    ];
    expect(played.videoRecvFPS).toBeGreaterThan(5);
    expect(played.audioKBPS).toBeGreaterThan(1);
  });

  it('hear each other’s messages', async () => {
    const results = await alice.evaluate(async () => {
      const engine = window.ZegoExpressEngine.instance();
      return [
        await engine.sendBroadcastMessage('room1', 'hello'),
        await engine.sendBarrageMessage('room1', '666'),
        await engine.sendCustomCommand('room1', 'wave', [{ userID: 'bob' }]),
        await engine.sendTransparentMessage('room1', { content: new Uint8Array([0, 255, 7]) }),
        await engine.setRoomExtraInfo('room1', 'topic', 'tea'),
        await engine.setStreamExtraInfo('{"hand":"up"}'),
      ];
    });
    expect(results.map((result) => result.errorCode)).toEqual([0, 0, 0, 0, 0, 0]);
    const from = { userID: 'alice', userName: 'ALICE' };
    expect((await told(bob, 'IMRecvBroadcastMessage', 'room1'))[1]).toMatchObject([
      { message: 'hello', fromUser: from },
    ]);
    expect((await told(bob, 'IMRecvBarrageMessage', 'room1'))[1]).toMatchObject([{ message: '666', fromUser: from }]);
    await told(bob, 'IMRecvCustomCommand', 'room1', from, 'wave');
    expect((await told(bob, 'recvRoomTransparentMessage', 'room1'))[1]).toMatchObject({
      sendUser: from,
      content: { 0: 0, 1: 255, 2: 7 },
    });
    expect((await told(bob, 'roomExtraInfoUpdate', 'room1'))[1]).toMatchObject([{ key: 'topic', value: 'tea' }]);
    expect((await told(bob, 'roomStreamExtraInfoUpdate', 'room1'))[1]).toMatchObject([{ extraInfo: '{"hand":"up"}' }]);
  });

  it('are watched with sound as soon as the viewer touches the page', async () => {
    const carol = await pages.watching({ profile: profile(), userID: 'carol', streamID: 'alice-stream' });
    await told(carol, 'localDeviceExceptionOccurred', 3, 3);
    await moves(carol, 'remote');
    const muted = () => carol.evaluate(() => document.querySelector<HTMLVideoElement>('#remote')?.muted);
    expect(await muted()).toBe(true);
    await carol.mouse.click(5, 5);
    expect(await muted()).toBe(false);
    await moves(carol, 'remote');
    await carol.close();
  });

  it('find the same in the plain script', async () => {
    const same = await alice.evaluate(() => {
      const names = Object.keys(window.zego).filter((name) => name !== 'default');
      return names.filter((name) => !(name in window.Freshet));
    });
    expect(same).toEqual([]);
  });

  it('notice a camera that is switched off and on', async () => {
    await alice.evaluate(() => window.ZegoExpressEngine.instance().enableCamera(false));
    await told(bob, 'remoteCameraStateUpdate', 'alice-stream', 9);
    await alice.evaluate(() => window.ZegoExpressEngine.instance().enableCamera(true));
    await told(bob, 'remoteCameraStateUpdate', 'alice-stream', 0);
    await moves(bob, 'remote');
  });

  it('go on after the server was killed and started again', async () => {
    await server.kill();
    await Promise.all([told(alice, 'roomStateChanged', 'room1', 3), told(bob, 'roomStateChanged', 'room1', 3)]);
    await server.startAgain();
    // What browsers say when the network is back: nobody waits for the next try.
    await Promise.all([alice, bob].map((page) => page.evaluate(() => window.dispatchEvent(new Event('online')))));
    await Promise.all([told(alice, 'roomStateChanged', 'room1', 4), told(bob, 'roomStateChanged', 'room1', 4)]);
    await told(bob, 'playerStateUpdate', 'alice-stream', PLAYING, 0);
    await told(alice, 'playerStateUpdate', 'bob-stream', PLAYING, 0);
    await Promise.all([moves(alice, 'remote'), moves(bob, 'remote')]);
  });

  it('are told why a second stream of a name is refused, and that a call is not done', async () => {
    const [refused, notDone] = await bob.evaluate(async () => {
      const engine = window.ZegoExpressEngine.instance();
      const code = (error: unknown) => (error as { code: number }).code;
      await engine.startPublishingStream('alice-stream', 1);
      return [
        await engine.startPublishingStream('x y', 2).catch(code),
        await engine.takePlayStreamSnapshot().catch(code),
      ];
    });
    expect([refused, notDone]).toEqual([1000016, 1000010]);
    await told(bob, 'publisherStateUpdate', 'alice-stream', 0, 1003028);
  });

  it('share a screen over a second channel', async () => {
    const kinds = await bob.evaluate(async () => {
      const engine = window.ZegoExpressEngine.instance();
      await engine.setVideoSource(window.zego.ZegoVideoSourceType.ScreenCapture, 1);
      const stream = await engine.startPublishingStream('bob-screen', 1);
      return stream.getVideoTracks().map((track) => track.getSettings().displaySurface);
    });
    expect(kinds).toHaveLength(1);
    await told(bob, 'publisherStateUpdate', 'bob-screen', PUBLISHING, 0);
    expect(await play(alice, 'bob-screen')).toContain('video');
    await told(alice, 'playerRenderVideoFirstFrame', 'bob-screen');
  });

  it('leave', async () => {
    const result = await bob.evaluate(() => window.ZegoExpressEngine.instance().logoutRoom('room1'));
    expect(result).toEqual({ errorCode: 0, extendedData: {} });
    await told(bob, 'roomStateChanged', 'room1', 7, 0);
    await told(alice, 'roomUserUpdate', 'room1', DELETE, [{ userID: 'bob', userName: 'BOB' }]);
    await login(bob, 'bob');
    await told(alice, 'roomUserUpdate', 'room1', ADD);
    await bob.close({ runBeforeUnload: false });
    await told(alice, 'roomUserUpdate', 'room1', DELETE, [{ userID: 'bob', userName: 'BOB' }]);
    const freed = await alice.evaluate(async () => {
      const preview = document.querySelector<HTMLVideoElement>('#local')?.srcObject as MediaStream;
      const tracks = preview.getTracks();
      await window.ZegoExpressEngine.destroyEngine();
      return tracks.map((track) => track.readyState);
    });
    expect(freed).toEqual(['ended', 'ended']);
  });
});
