import { ZegoDeviceType, ZegoError, ZegoPlayerState as State, ZegoStreamResourceMode as Mode } from 'freshet-web';
import { describe, expect, it } from 'vitest';
import { usePlaying } from '../../../src/grid/playing.ts';
import { FakeEngine, settled, stream } from '../../fakes/FakeEngine.ts';

const ELEMENT = {} as HTMLVideoElement;

async function playing() {
  const fake = new FakeEngine();
  const clock = { nowMs: 1_000 };
  const all = usePlaying(fake.engine, () => clock.nowMs);
  const playback = all.of(stream('s1'));
  all.start('s1', ELEMENT);
  await settled();
  return { fake, clock, all, playback };
}

describe('playing', () => {
  it('begins by itself, with the mode of now', async () => {
    const { fake, playback } = await playing();
    expect(fake.args('startPlayingStream')).toEqual([['s1', { resourceMode: Mode.OnlyRTC }, ELEMENT]]);
    expect(playback.phase).toBe('connecting');
    fake.tell('playerStateUpdate', 's1', State.Playing, 0, {});
    expect(playback.phase).toBe('playing');
  });

  it('measures from asking to the first picture, once', async () => {
    const { clock, all, playback } = await playing();
    clock.nowMs = 1_140;
    all.onPicture('s1');
    clock.nowMs = 2_000;
    all.onPicture('s1');
    expect(playback.firstFrameMs).toBe(140);
  });

  it('says what interrupts it, and what ends it', async () => {
    const { fake, playback } = await playing();
    fake.tell('playerStateUpdate', 's1', State.PlayRequesting, 1004020, { reason: 'network' });
    expect([playback.phase, playback.problem]).toEqual(['interrupted', { code: 1004020, sentence: 'network' }]);
    fake.tell('playerStateUpdate', 's1', State.Playing, 0, {});
    expect(playback.problem).toBeUndefined();
    fake.tell('playerStateUpdate', 's1', State.NoPlay, 1004025, { reason: 'forbidden' });
    expect([playback.phase, playback.problem?.code]).toEqual(['failed', 1004025]);
  });

  it('says why it did not begin, and tries again when asked to', async () => {
    const fake = new FakeEngine();
    fake.failures.set('startPlayingStream', new ZegoError(1004010, 'too many'));
    const all = usePlaying(fake.engine, () => 0);
    const playback = all.of(stream('s1'));
    all.start('s1', ELEMENT);
    await settled();
    expect([playback.phase, playback.problem]).toEqual(['failed', { code: 1004010, sentence: 'too many' }]);
    fake.failures.clear();
    all.again('s1');
    await settled();
    expect([playback.phase, playback.problem]).toEqual(['connecting', undefined]);
  });

  it('changes the mode of one stream by playing it anew, with its volume', async () => {
    const { fake, all, playback } = await playing();
    all.setVolume('s1', 40);
    all.setMuted('s1', true);
    all.setMode('s1', 'l3');
    all.setMode('s1', 'l3');
    await settled();
    expect(playback).toMatchObject({ mode: 'l3', volume: 40, muted: true });
    expect(fake.args('stopPlayingStream')).toEqual([['s1']]);
    expect(fake.args('startPlayingStream').at(-1)).toEqual(['s1', { resourceMode: Mode.OnlyL3 }, ELEMENT]);
    expect(fake.args('startPlayingStream')).toHaveLength(2);
    expect(fake.args('setPlayVolume').at(-1)).toEqual(['s1', 40]);
    expect(fake.args('mutePlayStreamAudio').at(-1)).toEqual(['s1', true]);
  });

  it('changes the mode of all, also of those to come', async () => {
    const { all, playback } = await playing();
    all.setEveryMode('l3');
    expect([playback.mode, all.of(stream('s2')).mode]).toEqual(['l3', 'l3']);
  });

  it('does not heed the end of a start that was given up', async () => {
    const { fake, all, playback } = await playing();
    fake.failures.set('startPlayingStream', new ZegoError(1000003, 'stopped'));
    all.again('s1');
    fake.failures.clear();
    all.again('s1');
    await settled();
    expect(playback.problem).toBeUndefined();
  });

  it('ends with the stream, of which nothing is heard any more', async () => {
    const { fake, all, playback } = await playing();
    all.forget('s1');
    fake.tell('playerStateUpdate', 's1', State.NoPlay, 1004002, {});
    expect([playback.phase, playback.problem]).toEqual(['idle', undefined]);
    expect(fake.args('stopPlayingStream')).toEqual([['s1']]);
  });

  it('tells when the browser keeps the sound back', async () => {
    const { fake, all } = await playing();
    fake.tell('localDeviceExceptionOccurred', 3, ZegoDeviceType.Camera, '');
    expect(all.silenced.value).toBe(false);
    fake.tell('localDeviceExceptionOccurred', 3, ZegoDeviceType.Speaker, '');
    expect(all.silenced.value).toBe(true);
  });
});
