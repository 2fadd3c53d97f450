import { describe, expect, it } from 'vitest';
import { ZegoRoomStateChangedReason as Reason, ZegoRoomState, ZegoUpdateType } from '../../../src/api/enums';
import { Bench } from '../../fakes/Bench';
import { loggedIn, snapshot, stream, user } from '../../fakes/FakeServer';

const STATES = 'roomStateChanged';

function events(version: number, ...list: object[]): object {
  return { type: 'roomEvents', roomId: 'r', version, events: list };
}

describe('logging in', () => {
  it('tells Logining, Logined, the users, then the streams', async () => {
    const bench = new Bench();
    bench.server.on('login', () => loggedIn(3, snapshot([user('anna')], [stream('s1', 'anna')])));
    expect(await bench.login()).toEqual({ errorCode: 0, extendedData: { room_session_id: 'life-1' } });
    const anna = { userID: 'anna', userName: 'ANNA' };
    expect(bench.take()).toEqual([
      ['roomStateUpdate', 'r', ZegoRoomState.Connecting, 0, {}],
      [STATES, 'r', Reason.Logining, 0, {}],
      ['roomStateUpdate', 'r', ZegoRoomState.Connected, 0, { room_session_id: 'life-1' }],
      [STATES, 'r', Reason.Logined, 0, { room_session_id: 'life-1' }],
      ['roomUserUpdate', 'r', ZegoUpdateType.Add, [anna]],
      ['roomStreamUpdate', 'r', ZegoUpdateType.Add, [{ user: anna, streamID: 's1', extraInfo: '' }], {}],
      ['roomOnlineUserCountUpdate', 'r', 2],
    ]);
    expect(bench.server.urls).toEqual(['wss://live.example.org/signal']);
  });

  it('sends the proof and the login in one flight', async () => {
    const bench = new Bench();
    bench.server.on('hello', () => 'silence');
    const result = bench.engine.loginRoom('r', { userID: 'me' }, { token: 'tok', maxMemberCount: 9 });
    await bench.loop.settle();
    expect(bench.server.all).toMatchObject([
      { type: 'hello', id: 1, version: 1, appId: 1234567890, proof: '0'.repeat(64) },
      { type: 'login', id: 2, roomId: 'r', userId: 'me', userName: 'me', token: 'tok', maxMemberCount: 9 },
    ]);
    expect((await result).errorCode).toBe(0);
  });

  it.each([
    ['', { userID: 'me' }, 1002011],
    ['r oom', { userID: 'me' }, 1002012],
    ['r'.repeat(128), { userID: 'me' }, 1002013],
    ['r', { userID: '' }, 1002005],
    ['r', { userID: 'ü' }, 1002006],
    ['r', { userID: 'u'.repeat(64) }, 1002007],
    ['r', { userID: 'u', userName: 'a\nb' }, 1002009],
    ['r', { userID: 'u', userName: '名'.repeat(86) }, 1002010],
    ['r', undefined as unknown as { userID: string }, 1002005],
  ])('is refused at once for a wrong name: %s', async (roomID, who, code) => {
    const bench = new Bench();
    expect(await bench.engine.loginRoom(roomID, who)).toMatchObject({ errorCode: code });
    await bench.loop.settle();
    expect(bench.states()).toEqual([[roomID, Reason.LoginFailed, code]]);
    expect(bench.server.urls).toEqual([]);
  });

  it.each([
    [{ appID: 0 }, 1001000],
    [{ appSign: 'abc' }, 1001001],
    [{ appSign: 'x'.repeat(64) }, 1001002],
    [{ appSign: '' }, 1002067],
  ])('is refused for a wrong profile: %o', async (profile, code) => {
    const bench = new Bench({ profile });
    expect((await bench.login()).errorCode).toBe(code);
  });

  it('needs a token where the page is not secure, and says so', async () => {
    const bench = new Bench({ insecure: true });
    expect(await bench.login()).toMatchObject({ errorCode: 1000006 });
    const result = bench.engine.loginRoom('r', { userID: 'me' }, { token: 'tok' });
    await bench.loop.settle();
    expect(await result).toMatchObject({ errorCode: 0 });
    expect(bench.server.last('hello')).not.toHaveProperty('proof');
  });

  it('fails with the server’s code and sentence, and lets the connection go', async () => {
    const bench = new Bench();
    bench.server.on('login', () => ({ code: 1002034, message: 'The room is full.' }));
    const full = { errorCode: 1002034, extendedData: { reason: 'The room is full.' } };
    expect(await bench.login()).toEqual(full);
    expect(bench.take(STATES).at(-1)).toEqual([STATES, 'r', Reason.LoginFailed, 1002034, full.extendedData]);
    expect(bench.server.connected).toBe(false);
  });

  it('fails when the server refuses the AppSign', async () => {
    const bench = new Bench();
    bench.server.on('hello', () => ({ code: 1001005, message: 'wrong' }));
    expect(await bench.login()).toMatchObject({ errorCode: 1001005 });
  });

  it('is tried again after a refusal for a rate', async () => {
    const bench = new Bench();
    let tries = 0;
    bench.server.on('login', () => (++tries === 1 ? { code: 1002073, message: 'slow down' } : loggedIn(1)));
    const result = bench.engine.loginRoom('r', { userID: 'me' });
    await bench.loop.advance(1_000);
    expect(await result).toMatchObject({ errorCode: 0 });
  });

  it('is given up when the retry window is used up, and says early that the server is not reached', async () => {
    const bench = new Bench({ config: { advancedConfig: { room_retry_time: '30' } } });
    bench.server.reachable = false;
    const result = bench.engine.loginRoom('r', { userID: 'me' });
    await bench.loop.advance(29_000);
    expect(bench.take('debugError').map((event) => event.slice(1, 3))).toEqual([[1002030, 'connect']]);
    await bench.loop.advance(2_000);
    expect(await result).toMatchObject({ errorCode: 1002053 });
    const tries = bench.server.urls.length;
    await bench.loop.advance(60_000);
    expect(bench.server.urls.length).toBe(tries);
  });

  it('to a second room is refused, and the first stays as it is', async () => {
    const bench = await Bench.inRoom();
    expect((await bench.login('other')).errorCode).toBe(1002001);
    expect(bench.take(STATES)).toEqual([]);
  });

  it('to five rooms works in multi-room mode, with one user', async () => {
    const bench = new Bench({ multiRoom: true });
    for (const room of ['a', 'b', 'c', 'd', 'e']) {
      expect((await bench.login(room)).errorCode).toBe(0);
    }
    expect((await bench.login('f')).errorCode).toBe(1002037);
    await bench.engine.logoutRoom('e');
    expect((await bench.engine.loginRoom('f', { userID: 'you' })).errorCode).toBe(1002018);
    expect(bench.server.urls).toHaveLength(1);
  });
});

describe('a lost connection', () => {
  it('is resumed: the application is told exactly what is different', async () => {
    const bench = new Bench();
    bench.server.on('login', () => loggedIn(3, snapshot([user('anna'), user('bert')], [stream('s1', 'anna')])));
    await bench.login();
    bench.server.say(events(5, { kind: 'userJoined', version: 5, user: user('carl') }));
    await bench.loop.settle();
    bench.take();
    bench.server.on('login', () =>
      loggedIn(8, {
        kind: 'missed',
        events: [
          { kind: 'userJoined', version: 5, user: user('carl') },
          { kind: 'userLeft', version: 7, user: user('bert') },
          { kind: 'streamRemoved', version: 8, stream: stream('s1', 'anna'), reason: 'kickedOut' },
        ],
      }),
    );
    bench.server.break();
    await bench.loop.advance(1_000);
    expect(bench.server.last('login')).toMatchObject({ resume: { resumeKey: 'key-1', version: 5, messageId: 0 } });
    const told = bench.take(STATES, 'roomUserUpdate', 'roomStreamUpdate');
    expect(told).toMatchObject([
      [STATES, 'r', Reason.Reconnecting, 1002051, {}],
      [STATES, 'r', Reason.Reconnected, 0, {}],
      ['roomUserUpdate', 'r', ZegoUpdateType.Delete, [{ userID: 'bert' }]],
      ['roomStreamUpdate', 'r', ZegoUpdateType.Delete, [{ streamID: 's1' }], { stream_delete_reason: [{ code: 4 }] }],
    ]);
  });

  it('is resumed from a snapshot, too', async () => {
    const bench = new Bench();
    bench.server.on('login', () => loggedIn(3, snapshot([user('anna'), user('bert')], [])));
    await bench.login();
    bench.take();
    bench.server.on('login', () =>
      loggedIn(40, snapshot([user('anna'), user('dora')], []), { roomSessionId: 'life-2' }),
    );
    bench.server.break();
    await bench.loop.advance(1_000);
    expect(bench.take('roomUserUpdate')).toMatchObject([
      ['roomUserUpdate', 'r', ZegoUpdateType.Delete, [{ userID: 'bert' }]],
      ['roomUserUpdate', 'r', ZegoUpdateType.Add, [{ userID: 'dora' }]],
    ]);
  });

  it('is given up after the retry window', async () => {
    const bench = await Bench.inRoom();
    bench.server.reachable = false;
    bench.server.break();
    await bench.loop.advance(20 * 60_000 + 1);
    expect(bench.states()).toEqual([
      ['r', Reason.Reconnecting, 1002051],
      ['r', Reason.ReconnectFailed, 1002053],
    ]);
    bench.server.reachable = true;
    expect((await bench.login()).errorCode).toBe(0);
  });

  it('ends in a kick when the server says that it kicked meanwhile', async () => {
    const bench = await Bench.inRoom();
    bench.server.on('login', () => ({ code: 1002050, message: 'elsewhere' }));
    bench.server.break();
    await bench.loop.advance(1_000);
    expect(bench.take(STATES).at(-1)).toEqual([STATES, 'r', Reason.KickOut, 1002050, { reason: 'elsewhere' }]);
  });

  it('is noticed by the missing answer to a request', async () => {
    const bench = await Bench.inRoom();
    bench.server.on('sendBroadcastMessage', () => 'silence');
    const sending = bench.engine.sendBroadcastMessage('r', 'hi');
    await bench.loop.advance(9_999);
    expect(bench.take(STATES)).toEqual([]);
    await bench.loop.advance(1_000);
    expect(await sending).toEqual({ errorCode: 1009010, messageID: 0 });
    expect(bench.states()).toEqual([
      ['r', Reason.Reconnecting, 1002051],
      ['r', Reason.Reconnected, 0],
    ]);
  });

  it('is noticed by the server’s silence', async () => {
    const bench = await Bench.inRoom();
    bench.server.on('heartbeat', () => 'silence');
    await bench.loop.advance(29_000);
    expect(bench.take(STATES)).toEqual([]);
    expect(bench.server.sent('heartbeat')).toHaveLength(1);
    await bench.loop.advance(2_000);
    expect(bench.states()).toEqual([
      ['r', Reason.Reconnecting, 1002051],
      ['r', Reason.Reconnected, 0],
    ]);
  });

  it.each(['{"type":"userCount"}', 'noise'])('is what a malformed message is taken for: %s', async (text) => {
    const bench = await Bench.inRoom();
    bench.server.sayText(text);
    await bench.loop.advance(1_000);
    expect(bench.states()).toEqual([
      ['r', Reason.Reconnecting, 1002051],
      ['r', Reason.Reconnected, 0],
    ]);
  });

  it('is tried again ever later while each breaks soon after its greeting', async () => {
    const bench = await Bench.inRoom();
    bench.server.on('hello', () => {
      // After the answer.
      queueMicrotask(() => queueMicrotask(() => bench.server.sayText('noise')));
      return {
        kind: 'greeted',
        version: 1,
        capabilities: [],
        heartbeatIntervalMs: 15_000,
        heartbeatTimeoutMs: 100_000,
      };
    });
    bench.server.break();
    await bench.loop.advance(60_000);
    expect(bench.server.urls.length).toBeGreaterThan(5);
    expect(bench.server.urls.length).toBeLessThan(20);
  });

  it('is tried again at once after one that lasted', async () => {
    const bench = await Bench.inRoom();
    bench.server.reachable = false;
    bench.server.break();
    await bench.loop.advance(60_000);
    bench.server.reachable = true;
    await bench.loop.advance(30_000);
    const tries = bench.server.urls.length;
    bench.server.break();
    await bench.loop.advance(250);
    expect(bench.server.urls).toHaveLength(tries + 1);
  });

  it('waits as long as a stopping server asks, and some more', async () => {
    const bench = await Bench.inRoom();
    bench.server.say({ type: 'closing', reason: 'update', retryAfterMs: 4_000 });
    bench.server.break();
    await bench.loop.advance(5_900);
    expect(bench.server.urls).toHaveLength(1);
    await bench.loop.advance(200);
    expect(bench.server.urls).toHaveLength(2);
  });
});

describe('a page that sleeps', () => {
  it('does not take its own sleep for the server’s silence', async () => {
    const bench = await Bench.inRoom();
    const sending = bench.engine.sendBroadcastMessage('r', 'hi');
    bench.server.on('sendBroadcastMessage', () => 'silence');
    void bench.engine.sendBroadcastMessage('r', 'answered only after the sleep');
    await bench.loop.sleep(300_000);
    const late = bench.server.last('sendBroadcastMessage');
    bench.server.say({
      type: 'answer',
      id: late.id,
      code: 0,
      message: '',
      result: { kind: 'messageSent', messageId: 42, sendTimeMs: 1 },
    });
    await bench.loop.advance(5_000);
    expect((await sending).errorCode).toBe(0);
    expect(bench.take(STATES)).toEqual([]);
  });

  it('connects at once when it wakes in a pause', async () => {
    const bench = await Bench.inRoom();
    bench.server.reachable = false;
    bench.server.break();
    await bench.loop.advance(120_000);
    bench.server.reachable = true;
    bench.watcher?.onWake();
    await bench.loop.settle();
    expect(bench.states().at(-1)).toEqual(['r', Reason.Reconnected, 0]);
  });

  it('tries whether its connection still lives, and gives up a dead one soon', async () => {
    const bench = await Bench.inRoom();
    bench.watcher?.onWake();
    await bench.loop.advance(4_000);
    expect(bench.take(STATES)).toEqual([]);
    bench.server.on('heartbeat', () => 'silence');
    bench.watcher?.onWake();
    await bench.loop.advance(2_900);
    expect(bench.take(STATES)).toEqual([]);
    await bench.loop.advance(500);
    expect(bench.states()).toEqual([
      ['r', Reason.Reconnecting, 1002051],
      ['r', Reason.Reconnected, 0],
    ]);
  });

  it('logs out when it is left for good', async () => {
    const bench = await Bench.inRoom();
    bench.watcher?.onLeave();
    expect(bench.server.sent('logout')).toHaveLength(1);
  });
});

describe('leaving', () => {
  it('tells Logout and resolves', async () => {
    const bench = await Bench.inRoom();
    expect(await bench.engine.logoutRoom('r')).toEqual({ errorCode: 0, extendedData: {} });
    expect(bench.take(STATES)).toEqual([[STATES, 'r', Reason.Logout, 0, {}]]);
    expect(bench.server.connected).toBe(false);
  });

  it('does not wait longer than 2 s for the server', async () => {
    const bench = await Bench.inRoom();
    bench.server.on('logout', () => 'silence');
    const leaving = bench.engine.logoutRoom();
    await bench.loop.advance(2_000);
    expect(await leaving).toMatchObject({ errorCode: 0 });
  });

  it('a room one is not in fails, in none it is done', async () => {
    const bench = await Bench.inRoom();
    expect((await bench.engine.logoutRoom('other')).errorCode).toBe(1002002);
    expect(bench.states()).toEqual([['other', Reason.LogoutFailed, 1002002]]);
    await bench.engine.logoutRoom();
    expect((await bench.engine.logoutRoom('r')).errorCode).toBe(0);
  });

  it('for another room keeps the connection and the user', async () => {
    const bench = await Bench.inRoom();
    const switching = bench.engine.switchRoom('r', 'r2', { isUserStatusNotify: true });
    await bench.loop.settle();
    expect(await switching).toMatchObject({ errorCode: 0 });
    expect(bench.take(STATES).map((event) => event.slice(1, 3))).toEqual([
      ['r', Reason.Logout],
      ['r2', Reason.Logining],
      ['r2', Reason.Logined],
    ]);
    expect(bench.server.last('login')).toMatchObject({ roomId: 'r2', userId: 'me', userName: 'Me' });
    expect(bench.server.urls).toHaveLength(1);
  });

  it('is not told of a login that is not answered yet: the kick was of an earlier one', async () => {
    const bench = new Bench();
    bench.server.on('login', () => 'silence');
    void bench.login();
    await bench.loop.settle();
    bench.server.say({ type: 'kickedOut', roomId: 'r', code: 1002050, message: 'elsewhere', customReason: '' });
    await bench.loop.settle();
    expect(bench.states()).toEqual([['r', Reason.Logining, 0]]);
  });

  it('by a kick tells why', async () => {
    const bench = await Bench.inRoom();
    bench.server.say({ type: 'kickedOut', roomId: 'r', code: 1002055, message: 'removed', customReason: 'spam' });
    await bench.loop.settle();
    expect(bench.take(STATES)).toEqual([[STATES, 'r', Reason.KickOut, 1002055, { reason: 'spam' }]]);
  });
});

describe('tokens', () => {
  it('given while away are sent after coming back', async () => {
    const bench = await Bench.inRoom();
    bench.server.reachable = false;
    bench.server.break();
    await bench.loop.settle();
    await bench.engine.renewToken('r', 'new');
    expect(bench.server.sent('renewToken')).toEqual([]);
    bench.server.reachable = true;
    await bench.loop.advance(30_000);
    expect(bench.server.last('renewToken')).toMatchObject({ roomId: 'r', token: 'new' });
    expect(bench.server.last('login')).toMatchObject({ token: 'new' });
  });

  it('that are refused reject with the server’s code', async () => {
    const bench = await Bench.inRoom();
    bench.server.on('renewToken', () => ({ code: 1002082, message: 'no right to publish' }));
    await expect(bench.engine.renewToken('r', 'new')).rejects.toMatchObject({ code: 1002082 });
    await expect(bench.engine.renewToken('other', 'new')).rejects.toMatchObject({ code: 1002002 });
  });

  it('that the server would not even read are refused at once', async () => {
    const bench = new Bench();
    const token = 't'.repeat(16_385);
    expect(await bench.engine.loginRoom('r', { userID: 'u' }, { token })).toMatchObject({ errorCode: 1002075 });
    expect(bench.states()).toEqual([['r', Reason.LoginFailed, 1002075]]);
    await bench.login();
    await expect(bench.engine.renewToken('r', token)).rejects.toMatchObject({ code: 1002075 });
    expect(bench.server.sent('renewToken')).toEqual([]);
  });
});

describe('messages', () => {
  it('come once each, in order, also when they are repeated after a resume', async () => {
    const bench = await Bench.inRoom();
    const message = (messageId: number) => ({ messageId, fromUser: user('anna'), message: 'm', sendTimeMs: 9 });
    const batch = (...ids: number[]) => ({ type: 'broadcastMessages', roomId: 'r', messages: ids.map(message) });
    bench.server.say(batch(3, 4));
    bench.server.break();
    await bench.loop.advance(1_000);
    expect(bench.server.last('login')).toMatchObject({ resume: { messageId: 4 } });
    bench.server.say(batch(4, 5));
    const command = { type: 'customCommand', roomId: 'r', messageId: 5, fromUser: user('anna'), command: 'c' };
    bench.server.say(command);
    bench.server.say({ ...command, messageId: 6 });
    await bench.loop.settle();
    const ids = bench
      .take('IMRecvBroadcastMessage', 'IMRecvCustomCommand')
      .map(([name, , what]) => [
        name,
        Array.isArray(what) ? what.map((each: { messageID: number }) => each.messageID) : what,
      ]);
    expect(ids).toEqual([
      ['IMRecvBroadcastMessage', [3, 4]],
      ['IMRecvBroadcastMessage', [5]],
      ['IMRecvCustomCommand', { userID: 'anna', userName: 'ANNA' }],
    ]);
  });

  it('say what is wrong with them at once', async () => {
    const bench = await Bench.inRoom();
    const { engine } = bench;
    const codes = [
      await engine.sendBroadcastMessage('r', ''),
      await engine.sendBroadcastMessage('r', 'é'.repeat(513)),
      await engine.sendBarrageMessage('other', 'x'),
      await engine.sendCustomCommand('r', 'x', [{ userID: '' }]),
      await engine.sendCustomCommand('r', 'x', [{ userID: 'u'.repeat(64) }]),
      await engine.sendTransparentMessage('r', { content: new Uint8Array() }),
      await engine.sendTransparentMessage('r', null as never),
      await engine.setRoomExtraInfo('r', '', 'v'),
      await engine.setRoomExtraInfo('r', 'k', null as never),
      await engine.setRoomExtraInfo('r', 'k', 'v'.repeat(129)),
      await engine.setRoomExtraInfo('other', 'k', 'v'),
    ].map((result) => result.errorCode);
    expect(codes).toEqual([
      1009001, 1009002, 1009005, 1009011, 1009012, 1009001, 1009001, 1002014, 1000017, 1002016, 1002002,
    ]);
    expect((await new Bench().engine.sendBroadcastMessage('r', 'x')).errorCode).toBe(1000002);
    expect(bench.server.all.map(({ type }) => type)).toEqual(['hello', 'login']);
  });

  it('of one user are at most two in a second', async () => {
    const bench = await Bench.inRoom();
    const send = async () => (await bench.engine.sendBroadcastMessage('r', 'x')).errorCode;
    expect([await send(), await send(), await send()]).toEqual([0, 0, 1009015]);
    await bench.loop.advance(1_001);
    expect(await send()).toBe(0);
  });

  it('that are transparent carry bytes both ways, and give up in their time', async () => {
    const bench = await Bench.inRoom();
    await bench.engine.sendTransparentMessage('r', { content: new Uint8Array([0, 255]), sendMode: 2 });
    expect(bench.server.last('sendTransparentMessage')).toMatchObject({
      content: 'AP8=',
      sendMode: 'clientAndServer',
      toUserIds: [],
    });
    bench.server.say({ type: 'transparentMessage', roomId: 'r', fromUser: user('anna'), content: 'AP8=' });
    await bench.loop.settle();
    expect(bench.take('recvRoomTransparentMessage')[0]?.[2]).toMatchObject({ content: new Uint8Array([0, 255]) });
    bench.server.on('sendTransparentMessage', () => 'silence');
    const sending = bench.engine.sendTransparentMessage('r', { content: new Uint8Array([1]), timeOut: 3 });
    await bench.loop.advance(3_000);
    expect(await sending).toMatchObject({ errorCode: 1009010 });
  });
});

describe('listeners', () => {
  it('may call the engine, and one that fails does not keep the others from being told', async () => {
    const bench = new Bench();
    const seen: number[] = [];
    bench.engine.on('roomStateChanged', (_, reason) => {
      if (reason === Reason.Logined) {
        void bench.engine.logoutRoom('r');
        throw new Error('the application’s own');
      }
    });
    const second = (_: string, reason: number) => seen.push(reason);
    bench.engine.on('roomStateChanged', second);
    await bench.login();
    expect(seen).toEqual([Reason.Logining, Reason.Logined, Reason.Logout]);
    bench.engine.off('roomStateChanged', second);
    await expect(bench.loop.advance(1)).rejects.toThrow('the application’s own');
    await bench.login();
    expect(seen).toHaveLength(3);
  });
});
