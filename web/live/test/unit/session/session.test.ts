import { ZegoRoomStateChangedReason as Reason } from 'freshet-web';
import { describe, expect, it } from 'vitest';
import { useSession } from '../../../src/session/session.ts';
import { Add, Delete, FakeEngines, settled, stream, user } from '../../fakes/FakeEngine.ts';
import { FakePictures } from '../../fakes/FakePictures.ts';

const FIELDS = { app: '1234567890', room: 'r', user: 'me', stream: 's', token: '04token' };

async function joined() {
  const engines = new FakeEngines();
  const pictures = new FakePictures();
  const session = useSession({ engines, newPicture: pictures.make, nowMs: () => 0, wallMs: () => 0 });
  await session.join(FIELDS);
  const { live } = session;
  if (!live.value) {
    throw new Error('not joined');
  }
  return { engines, pictures, session, engine: engines.last, room: live.value.room, live: live.value };
}

describe('joining', () => {
  it('logs in with what was typed', async () => {
    const { engine, room } = await joined();
    expect(engine.args('loginRoom')).toEqual([['r', { userID: 'me' }, { token: '04token', isUserStatusNotify: true }]]);
    engine.state(Reason.Logining);
    expect(room.phase.value).toBe('connecting');
    engine.state(Reason.Logined);
    expect(room.phase.value).toBe('in');
  });

  it('says that the server does not answer while it goes on trying', async () => {
    const { engine, room } = await joined();
    engine.state(Reason.Logining);
    engine.tell('debugError', 1002030, 'connect', 'ws://h: refused; trying again');
    expect(room.problem.value).toEqual({ code: 1002030, sentence: 'ws://h: refused; trying again' });
    engine.state(Reason.Logined);
    expect(room.problem.value).toBeUndefined();
  });

  it('that is refused says why and leaves no engine behind', async () => {
    const { engine, engines, session } = await joined();
    engine.state(Reason.Logining);
    engine.state(Reason.LoginFailed, 1002078, 'The token has expired.');
    await settled();
    expect(session.problem.value).toEqual({ code: 1002078, sentence: 'The token has expired.' });
    expect([session.live.value, session.busy.value, engines.destroyed]).toEqual([undefined, false, 1]);
    await session.join(FIELDS);
    expect(session.problem.value).toBeUndefined();
    expect(engines.made).toHaveLength(2);
  });

  it('happens once at a time', async () => {
    const { engines, session } = await joined();
    await session.join(FIELDS);
    expect(engines.made).toHaveLength(1);
  });
});

describe('a stay', () => {
  it('shows that the connection is being made again', async () => {
    const { engine, room } = await joined();
    engine.state(Reason.Logined);
    engine.state(Reason.Reconnecting, 1002051, 'lost');
    expect([room.phase.value, room.problem.value?.code]).toEqual(['reconnecting', 1002051]);
    engine.state(Reason.Reconnected);
    expect([room.phase.value, room.problem.value]).toEqual(['in', undefined]);
  });

  it('ends with a kick, which is said, and frees what was made for it', async () => {
    const { engine, session, live, pictures } = await joined();
    engine.state(Reason.Logined);
    await live.publishing.useCamera('#test');
    engine.state(Reason.KickOut, 1002055, 'removed');
    await settled();
    expect(session.problem.value).toEqual({ code: 1002055, sentence: 'removed' });
    expect(session.live.value).toBeUndefined();
    expect(pictures.made.map(({ ended }) => ended)).toEqual([true]);
  });

  it('ends without a word when the user leaves', async () => {
    const { session, engines } = await joined();
    await session.leave();
    expect([session.live.value, session.problem.value, engines.destroyed]).toEqual([undefined, undefined, 1]);
  });

  it('knows who and what is there', async () => {
    const { engine, room } = await joined();
    engine.tell('roomUserUpdate', 'r', Add, [user('a'), user('b')]);
    engine.tell('roomUserUpdate', 'r', Add, [user('b')]);
    engine.tell('roomUserUpdate', 'r', Delete, [user('a')]);
    engine.tell('roomOnlineUserCountUpdate', 'r', 7);
    engine.tell('roomStreamUpdate', 'r', Add, [stream('s1'), stream('s2')], {});
    engine.tell('roomStreamUpdate', 'r', Delete, [stream('s1')], {});
    expect(room.users.value.map(({ userID }) => userID)).toEqual(['b']);
    expect(room.userCount.value).toBe(7);
    expect(room.streams.value.map(({ streamID }) => streamID)).toEqual(['s2']);
  });

  it('asks for a new token until one is taken', async () => {
    const { engine, room } = await joined();
    engine.tell('roomTokenWillExpire', 'r', 30);
    expect(room.tokenLeftS.value).toBe(30);
    await room.renewToken('04new');
    expect(engine.args('renewToken')).toEqual([['r', '04new']]);
    expect(room.tokenLeftS.value).toBeUndefined();
  });
});
