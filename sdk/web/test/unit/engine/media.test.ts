import { describe, expect, it } from 'vitest';
import {
  ZegoPlayerState,
  ZegoPublishChannel,
  ZegoPublisherState,
  ZegoRemoteDeviceState,
  ZegoScreenCaptureExceptionType,
  ZegoStreamResourceMode,
  ZegoVideoSourceType,
} from '../../../src/api/enums';
import { DeviceError } from '../../../src/port/Devices';
import { NO_STATS } from '../../../src/port/MediaStats';
import { Bench, type Event } from '../../fakes/Bench';
import { loggedIn, snapshot, stream } from '../../fakes/FakeServer';
import { FakeTrack, newElement } from '../../fakes/FakeMedia';

const PUBLISH = 'publisherStateUpdate';
const PLAY = 'playerStateUpdate';
const { NoPublish, PublishRequesting, Publishing } = ZegoPublisherState;
const { NoPlay, PlayRequesting, Playing } = ZegoPlayerState;

/** Names, states and codes of such events. */
function states(bench: Bench, event: string): unknown[] {
  return bench.take(event).map((told: Event) => told.slice(1, 4));
}

function last<T>(list: readonly T[]): T {
  const found = list.at(-1);
  if (found === undefined) {
    throw new Error('there is none');
  }
  return found;
}

async function publishing(): Promise<Bench> {
  const bench = await Bench.inRoom();
  await bench.engine.startPublishingStream('s1');
  await bench.loop.settle();
  bench.take();
  return bench;
}

async function playing(): Promise<{ bench: Bench; media: MediaStream }> {
  const bench = await Bench.inRoom();
  const media = await bench.engine.startPlayingStream('s1', { resourceMode: ZegoStreamResourceMode.OnlyL3 });
  await bench.loop.settle();
  bench.take();
  return { bench, media };
}

describe('publishing', () => {
  it('begins right after loginRoom, in the same flight', async () => {
    const bench = new Bench();
    bench.server.on('login', () => 'silence');
    void bench.engine.loginRoom('r', { userID: 'me' });
    const media = await bench.engine.startPublishingStream('s1');
    expect(
      media
        .getTracks()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['audio', 'video']);
    await bench.loop.settle();
    expect(bench.server.all.map(({ type }) => type)).toEqual(['hello', 'login', 'publish']);
    expect(bench.server.last('publish')).toMatchObject({
      roomId: 'r',
      streamId: 's1',
      extraInfo: '',
      offer: 'the offer',
      camera: 'open',
      microphone: 'open',
    });
    expect(states(bench, PUBLISH)).toEqual([
      ['s1', PublishRequesting, 0],
      ['s1', Publishing, 0],
    ]);
  });

  it('is refused with a code: without a room, twice on a channel, twice under a name, under a wrong name', async () => {
    const outside = new Bench();
    await expect(outside.engine.startPublishingStream('s1')).rejects.toMatchObject({ code: 1000002 });
    expect(states(outside, PUBLISH)).toEqual([['s1', NoPublish, 1000002]]);
    const { engine } = await publishing();
    await expect(engine.startPublishingStream('s2')).rejects.toMatchObject({ code: 1003023 });
    await expect(engine.startPublishingStream('s1', 1)).rejects.toMatchObject({ code: 1003028 });
    await expect(engine.startPublishingStream('s 1', 1)).rejects.toMatchObject({ code: 1000016 });
    await expect(engine.startPublishingStream('', 1)).rejects.toMatchObject({ code: 1000015 });
    await expect(engine.startPublishingStream('s3', 4 as ZegoPublishChannel)).rejects.toMatchObject({ code: 1000017 });
  });

  it('ends with the server’s refusal', async () => {
    const bench = await Bench.inRoom();
    bench.server.on('publish', () => ({ code: 1003028, message: 'taken' }));
    await bench.engine.startPublishingStream('s1');
    await bench.loop.settle();
    expect(bench.take(PUBLISH).at(-1)).toEqual([PUBLISH, 's1', NoPublish, 1003028, { reason: 'taken' }]);
    expect(bench.devices.opened.every(({ readyState }) => readyState === 'ended')).toBe(true);
  });

  it('explains a refused permission with the API’s code, and frees what it had', async () => {
    const bench = await Bench.inRoom();
    bench.devices.cameraError = new DeviceError('noAuthorization', 'Permission denied');
    bench.devices.microphoneError = bench.devices.cameraError;
    await expect(bench.engine.startPublishingStream('s1')).rejects.toMatchObject({
      code: 1006003,
      message: expect.stringContaining('Permission denied') as string,
    });
    await bench.loop.settle();
    expect(states(bench, PUBLISH)).toEqual([
      ['s1', PublishRequesting, 0],
      ['s1', NoPublish, 1006003],
    ]);
    expect(bench.server.sent('publish')).toEqual([]);
    await expect(bench.engine.startPublishingStream('s1')).rejects.toMatchObject({ code: 1006003 });
  });

  it('goes on with the sound when only the camera fails, and tells the others why', async () => {
    const bench = await Bench.inRoom();
    bench.devices.cameraError = new DeviceError('inUseByOther', 'busy');
    const media = await bench.engine.startPublishingStream('s1');
    await bench.loop.settle();
    expect(media.getTracks().map(({ kind }) => kind)).toEqual(['audio']);
    expect(bench.server.last('publish')).toMatchObject({ camera: 'inUseByOther', microphone: 'open' });
    expect(bench.take('localDeviceExceptionOccurred')).toEqual([['localDeviceExceptionOccurred', 5, 1, '']]);
  });

  it('survives a lost connection: media that flows is left alone', async () => {
    const bench = await publishing();
    bench.server.on('login', () => loggedIn(4, { kind: 'missed', events: [] }));
    bench.server.break();
    await bench.loop.advance(5_000);
    expect(bench.server.sent('publish')).toHaveLength(1);
    expect(states(bench, PUBLISH)).toEqual([]);
  });

  it('begins anew when the server knows nothing of it any more', async () => {
    const bench = await publishing();
    bench.server.on('login', () => loggedIn(1, snapshot([], []), { resumeKey: 'key-2', roomSessionId: 'life-2' }));
    bench.server.break();
    await bench.loop.advance(5_000);
    expect(bench.server.sent('publish')).toHaveLength(2);
    expect(bench.media.published.map(({ closed }) => closed)).toEqual([true, false]);
    expect(states(bench, PUBLISH)).toEqual([
      ['s1', PublishRequesting, 1003020],
      ['s1', Publishing, 0],
    ]);
  });

  it('waits 2 s for a lost path to come back, then makes a new one', async () => {
    const bench = await publishing();
    const first = last(bench.media.published);
    first.listener.onDisconnected();
    await bench.loop.advance(1_000);
    first.listener.onConnected();
    await bench.loop.advance(10_000);
    expect(bench.media.published).toHaveLength(1);
    first.listener.onDisconnected();
    await bench.loop.advance(2_000);
    expect(bench.media.published).toHaveLength(2);
    expect(states(bench, PUBLISH)).toEqual([
      ['s1', PublishRequesting, 1003020],
      ['s1', Publishing, 0],
      ['s1', PublishRequesting, 1003020],
      ['s1', Publishing, 0],
    ]);
  });

  it('is given up when media does not connect for the whole retry window', async () => {
    const bench = await Bench.inRoom({ config: { advancedConfig: { av_retry_time: '60' } } });
    bench.media.connects = false;
    await bench.engine.startPublishingStream('s1');
    await bench.loop.advance(61_000);
    expect(bench.take(PUBLISH).at(-1)?.slice(1, 4)).toEqual(['s1', NoPublish, 1003021]);
    expect(bench.server.sent('stopPublishing')).toHaveLength(1);
    expect(bench.media.published.length).toBeGreaterThan(2);
  });

  it('that was stopped while away is stopped on the server afterwards', async () => {
    const bench = await publishing();
    bench.server.on('login', () => loggedIn(4, { kind: 'missed', events: [] }));
    bench.server.break();
    await bench.loop.settle();
    await bench.engine.stopPublishingStream();
    expect(bench.server.sent('stopPublishing')).toEqual([]);
    await bench.loop.advance(5_000);
    expect(bench.server.last('stopPublishing')).toMatchObject({ roomId: 'r', streamId: 's1' });
  });

  it('ends for good when the server forbids it, and with the room', async () => {
    const bench = await publishing();
    const change = { type: 'publishStateChanged', streamId: 's1', state: 'ended', code: 1003025, message: 'no' };
    bench.server.say(change);
    await bench.loop.settle();
    expect(states(bench, PUBLISH)).toEqual([['s1', NoPublish, 1003025]]);
    await bench.engine.startPublishingStream('s2');
    await bench.loop.settle();
    bench.take();
    bench.server.say({ type: 'kickedOut', roomId: 'r', code: 1002050, message: 'elsewhere' });
    await bench.loop.settle();
    expect(states(bench, PUBLISH)).toEqual([['s2', NoPublish, 1002050]]);
  });

  it('carries its extra info, set before or while it runs', async () => {
    const bench = await Bench.inRoom();
    expect(await bench.engine.setStreamExtraInfo('one')).toMatchObject({ errorCode: 0 });
    await bench.engine.startPublishingStream('s1');
    await bench.loop.settle();
    expect(bench.server.last('publish')).toMatchObject({ extraInfo: 'one' });
    expect(await bench.engine.setStreamExtraInfo('two')).toMatchObject({ errorCode: 0 });
    expect(bench.server.last('setStreamExtraInfo')).toMatchObject({ streamId: 's1', extraInfo: 'two' });
    expect(await bench.engine.setStreamExtraInfo('x'.repeat(1024))).toMatchObject({ errorCode: 1003051 });
    expect(await bench.engine.setStreamExtraInfo(null as unknown as string)).toMatchObject({ errorCode: 1003050 });
  });

  it('tells its quality every 3 s', async () => {
    const bench = await publishing();
    const session = last(bench.media.published);
    const totals = { videoBytes: 75_000, audioBytes: 12_000, videoFramesTransferred: 45, videoPackets: 90 };
    session.stats = { ...NO_STATS, ...totals, videoPacketsLost: 10, roundTripMs: 20.4, videoCodec: 'H264' };
    await bench.loop.advance(3_000);
    expect(bench.take('publisherQualityUpdate')[0]?.[2]).toMatchObject({
      videoKBPS: 200,
      audioKBPS: 32,
      videoSendFPS: 15,
      rtt: 20,
      packetLostRate: 0.1,
      level: 3,
      videoCodecID: 0,
      totalSendBytes: 87_000,
    });
  });
});

describe('devices', () => {
  it('are let go of when the camera is switched off, and the others are told', async () => {
    const bench = await publishing();
    const camera = bench.devices.opened.find(({ kind }) => kind === 'video');
    await bench.engine.enableCamera(false);
    await bench.loop.settle();
    expect(camera?.readyState).toBe('ended');
    expect(bench.server.last('setStreamDeviceStates')).toMatchObject({ camera: 'disable', microphone: 'open' });
    expect(last(last(bench.media.published).replaced).video).toBeUndefined();
    await bench.engine.enableCamera(true);
    await bench.loop.settle();
    expect(bench.server.last('setStreamDeviceStates')).toMatchObject({ camera: 'open' });
    expect(last(last(bench.media.published).replaced).video).toBeDefined();
  });

  it('send silence when muted, and no picture', async () => {
    const bench = await publishing();
    const microphone = bench.devices.opened.find(({ kind }) => kind === 'audio');
    await bench.engine.muteMicrophone(true);
    expect(microphone?.enabled).toBe(false);
    expect(await bench.engine.isMicrophoneMuted()).toBe(true);
    await bench.engine.mutePublishStreamVideo(true);
    expect(last(last(bench.media.published).replaced).video).toBeUndefined();
    expect(bench.server.last('setStreamDeviceStates')).toMatchObject({ camera: 'mute', microphone: 'mute' });
    await bench.engine.muteMicrophone(false);
    expect(microphone?.enabled).toBe(true);
  });

  it('are shared by preview and publishing, and closed after both', async () => {
    const bench = await Bench.inRoom();
    const element = newElement();
    await bench.engine.startPreview(element);
    expect(bench.views.shown.get(element)).toMatchObject({ muted: true, mirrored: true });
    await bench.engine.startPublishingStream('s1');
    expect(bench.devices.opened).toHaveLength(2);
    await bench.engine.stopPublishingStream();
    expect(bench.devices.opened.map(({ readyState }) => readyState)).toEqual(['live', 'live']);
    await bench.engine.stopPreview();
    expect(bench.devices.opened.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
    expect(bench.views.shown.size).toBe(0);
    expect(bench.take('engineStateUpdate').map((event) => event[1])).toEqual([0, 1]);
  });

  it('that are another are opened in place of the former', async () => {
    const bench = await publishing();
    await bench.engine.useVideoDevice('cam-2');
    await bench.loop.settle();
    expect(bench.devices.opened.map(({ readyState }) => readyState).sort()).toEqual(['ended', 'live', 'live']);
    expect(await bench.engine.getVideoDeviceList()).toEqual([{ deviceID: 'cam', deviceName: 'the cam' }]);
    expect(await bench.engine.getAudioDeviceList(1)).toEqual([{ deviceID: 'box', deviceName: 'the box' }]);
  });

  it('that are unplugged are told of, here and there', async () => {
    const bench = await publishing();
    bench.devices.opened.find(({ kind }) => kind === 'video')?.unplug();
    await bench.loop.settle();
    expect(bench.server.last('setStreamDeviceStates')).toMatchObject({ camera: 'unplugged' });
    expect(bench.take('localDeviceExceptionOccurred')).toEqual([['localDeviceExceptionOccurred', 6, 1, '']]);
  });

  it('may be replaced by pictures of the application, whose track is left alone', async () => {
    const bench = await publishing();
    const own = new FakeTrack('video');
    await bench.engine.enableCustomVideoCapture(true, { track: own.real });
    await bench.loop.settle();
    expect(bench.devices.opened.find(({ kind }) => kind === 'video')?.readyState).toBe('ended');
    const sent = last(bench.media.published).replaced.at(-1)?.video;
    expect(sent).toBe(own.clones[0]);
    expect(last(bench.media.published).closed).toBe(false);

    await bench.engine.enableCustomVideoCapture(false);
    await bench.loop.settle();
    expect([own.readyState, own.clones[0]?.readyState]).toEqual(['live', 'ended']);
    expect(last(bench.media.published).replaced.at(-1)?.video).toBe(bench.devices.opened.at(-2));
  });

  it('refuse pictures of the application that are none', async () => {
    const bench = await publishing();
    const sound = { track: new FakeTrack('audio').real };
    await expect(bench.engine.enableCustomVideoCapture(true, sound)).rejects.toMatchObject({ code: 1000017 });
    await expect(bench.engine.enableCustomVideoCapture(true)).rejects.toMatchObject({ code: 1000017 });
  });

  it('may be a screen on a second channel, until the user ends it', async () => {
    const bench = await publishing();
    await bench.engine.setVideoSource(ZegoVideoSourceType.ScreenCapture, ZegoPublishChannel.Aux);
    const media = await bench.engine.startPublishingStream('screen', ZegoPublishChannel.Aux);
    await bench.loop.settle();
    expect(media.getTracks().map(({ kind }) => kind)).toEqual(['video', 'audio']);
    expect(last(bench.media.published).media?.encoding.detail).toBe(true);
    expect(states(bench, PUBLISH).at(-1)).toEqual(['screen', Publishing, 0]);
    bench.devices.opened.at(-2)?.unplug();
    await bench.loop.settle();
    expect(bench.take('screenCaptureExceptionOccurred')).toEqual([
      ['screenCaptureExceptionOccurred', ZegoScreenCaptureExceptionType.ExceptionInterrupted],
    ]);
  });
});

describe('playing', () => {
  it('asks for the resource mode and resolves with a stream that stays the same', async () => {
    const { bench, media } = await playing();
    expect(bench.server.last('play')).toMatchObject({ streamId: 's1', resourceMode: 'l3', offer: 'the offer' });
    const tracks = media.getTracks();
    expect(tracks).toHaveLength(2);
    last(bench.media.played).listener.onFailed('gone');
    await bench.loop.advance(1_000);
    expect(states(bench, PLAY)).toEqual([
      ['s1', PlayRequesting, 1004020],
      ['s1', Playing, 0],
    ]);
    expect(media.getTracks()).toHaveLength(2);
    expect(media.getTracks().filter((track) => tracks.includes(track))).toEqual([]);
    expect(await bench.engine.startPlayingStream('s1')).toBe(media);
  });

  it('waits for a stream that is not there yet', async () => {
    const bench = await Bench.inRoom();
    bench.server.on('play', () => ({ code: 1004002, message: 'not there' }));
    const media = bench.engine.startPlayingStream('s1');
    await bench.loop.advance(3_600_000);
    expect(states(bench, PLAY)).toEqual([['s1', PlayRequesting, 0]]);
    bench.server.on('play', () => ({ kind: 'negotiated', answer: 'a' }));
    bench.server.say({ type: 'streamPlayable', streamId: 's1' });
    expect((await media).getTracks()).toHaveLength(2);
  });

  it('rejects when it is stopped before, or refused', async () => {
    const bench = await Bench.inRoom();
    bench.server.on('play', () => ({ code: 1004002, message: 'not there' }));
    const media = bench.engine.startPlayingStream('s1');
    await bench.loop.settle();
    await bench.engine.stopPlayingStream('s1');
    await expect(media).rejects.toMatchObject({ code: 1004011 });
    expect(bench.server.last('stopPlaying')).toMatchObject({ streamId: 's1' });
    bench.server.on('play', () => ({ code: 1004072, message: 'no L3' }));
    await expect(bench.engine.startPlayingStream('s1')).rejects.toMatchObject({ code: 1004072, message: 'no L3' });
    expect(states(bench, PLAY).at(-1)).toEqual(['s1', NoPlay, 1004072]);
  });

  it.each([
    [ZegoStreamResourceMode.OnlyCDN, undefined],
    [ZegoStreamResourceMode.Custom, undefined],
    [ZegoStreamResourceMode.Default, { url: 'https://cdn' }],
  ])('does not pretend what is not done: mode %s, CDN %o', async (resourceMode, cdnConfig) => {
    const bench = await Bench.inRoom();
    await expect(bench.engine.startPlayingStream('s1', { resourceMode, cdnConfig })).rejects.toMatchObject({
      code: 1000010,
    });
    expect(bench.server.sent('play')).toEqual([]);
  });

  it('is refused beyond 20 streams, and outside rooms', async () => {
    const bench = await Bench.inRoom();
    for (let i = 0; i < 20; i++) {
      await bench.engine.startPlayingStream(`s${i}`);
    }
    await expect(bench.engine.startPlayingStream('s20')).rejects.toMatchObject({ code: 1004010 });
    await expect(new Bench().engine.startPlayingStream('s')).rejects.toMatchObject({ code: 1000002 });
  });

  it('mutes single streams and all', async () => {
    const { bench, media } = await playing();
    const sound = media.getTracks().find(({ kind }) => kind === 'audio');
    const { engine } = bench;
    await engine.mutePlayStreamAudio('s1', true);
    expect(sound?.enabled).toBe(false);
    await engine.muteAllPlayAudioStreams(false);
    expect(sound?.enabled).toBe(true);
    await engine.muteAllPlayStreamAudio(true);
    await engine.mutePlayStreamAudio('s1', false);
    expect(sound?.enabled).toBe(false);
    await engine.muteAllPlayStreamAudio(false);
    expect(sound?.enabled).toBe(true);
    await engine.muteSpeaker(true);
    expect([sound?.enabled, await engine.isSpeakerMuted()]).toEqual([false, true]);
    await expect(engine.mutePlayStreamAudio('other', true)).rejects.toMatchObject({ code: 1004011 });
  });

  it('shows streams in elements, whose volume it knows', async () => {
    const bench = await Bench.inRoom();
    const element = newElement();
    await bench.engine.startPlayingStream('s1', {}, element);
    await bench.engine.setPlayVolume('s1', 30);
    expect(bench.views.shown.get(element)).toMatchObject({ volume: 0.3, muted: false, mirrored: false });
    await bench.engine.useAudioDevice(1, 'box');
    expect(bench.views.shown.get(element)).toMatchObject({ speakerId: 'box' });
    await expect(bench.engine.setPlayVolume('s1', 201)).rejects.toMatchObject({ code: 1000017 });
    await bench.engine.updatePlayingCanvas('s1', null);
    expect(bench.views.shown.size).toBe(0);
    await expect(bench.engine.setPlayVolume('s1', 30)).rejects.toMatchObject({ code: 1000010 });
  });

  it('explains sound that the browser keeps back', async () => {
    const bench = await Bench.inRoom();
    bench.views.silent = true;
    await bench.engine.startPlayingStream('s1', {}, newElement());
    await bench.loop.settle();
    expect(bench.take('debugError')[0]?.slice(1, 3)).toEqual([1006003, 'startPlayingStream']);
    expect(bench.take()).toEqual([]);
  });

  it('tells how the others’ cameras fare: when playing begins, and each change', async () => {
    const bench = new Bench();
    bench.server.on('login', () => loggedIn(3, snapshot([], [stream('s1', 'anna')])));
    await bench.login();
    await bench.engine.startPlayingStream('s1');
    await bench.loop.settle();
    expect(bench.take('remoteCameraStateUpdate', 'remoteMicStateUpdate')).toEqual([
      ['remoteCameraStateUpdate', 's1', ZegoRemoteDeviceState.Open],
      ['remoteMicStateUpdate', 's1', ZegoRemoteDeviceState.Open],
    ]);
    const muted = { ...stream('s1', 'anna'), microphone: 'mute' };
    const event = { kind: 'streamDeviceStatesChanged', version: 4, stream: muted };
    bench.server.say({ type: 'roomEvents', roomId: 'r', version: 4, events: [event] });
    await bench.loop.settle();
    expect(bench.take('remoteCameraStateUpdate', 'remoteMicStateUpdate')).toEqual([
      ['remoteMicStateUpdate', 's1', ZegoRemoteDeviceState.Mute],
    ]);
  });

  it('asks again when the server ended it, and waits while nobody publishes', async () => {
    const { bench } = await playing();
    bench.server.on('play', () => ({ code: 1004002, message: 'not there' }));
    bench.server.say({ type: 'playStateChanged', streamId: 's1', state: 'ended', code: 1004002, message: 'gone' });
    await bench.loop.advance(100);
    expect(states(bench, PLAY)).toEqual([['s1', PlayRequesting, 1004020]]);
    bench.server.on('play', () => ({ kind: 'negotiated', answer: 'a' }));
    bench.server.say({ type: 'streamPlayable', streamId: 's1' });
    await bench.loop.settle();
    expect(states(bench, PLAY)).toEqual([['s1', Playing, 0]]);
  });
});

describe('the end', () => {
  it('of the engine frees everything, and later calls fail softly', async () => {
    const bench = await publishing();
    const { engine } = bench;
    await bench.engine.startPreview(newElement());
    const result = engine.logoutRoom();
    await bench.loop.settle();
    expect(await result).toMatchObject({ errorCode: 0 });
    expect(bench.media.published.every(({ closed }) => closed)).toBe(true);
    expect(bench.devices.opened.every(({ readyState }) => readyState === 'ended')).toBe(true);
    expect(bench.server.connected).toBe(false);
  });

  it('of what is done is told by 1000010', async () => {
    const { engine } = await Bench.inRoom();
    await expect(engine.startMixerTask({})).rejects.toMatchObject({ code: 1000010 });
    await expect(engine.setVideoMirrorMode(1)).rejects.toMatchObject({ code: 1000010 });
    await expect(engine.setAudioConfig({ channel: 2 })).rejects.toMatchObject({ code: 1000010 });
    await expect(engine.setVideoConfig({ codecID: 1 })).rejects.toMatchObject({ code: 1000010 });
  });
});
