import { ZegoError, ZegoPublisherState as State, ZegoVideoSourceType } from 'freshet-web';
import { describe, expect, it } from 'vitest';
import { NO_SOUND, TEST_PICTURE, usePublishing } from '../../../src/publish/publishing.ts';
import { useSharing } from '../../../src/publish/sharing.ts';
import { FakeEngine } from '../../fakes/FakeEngine.ts';
import { FakePictures } from '../../fakes/FakePictures.ts';

const ELEMENT = {} as HTMLVideoElement;

function bench() {
  const fake = new FakeEngine();
  const pictures = new FakePictures();
  return { fake, pictures, publishing: usePublishing(fake.engine, pictures.make) };
}

describe('publishing', () => {
  it('shows what is captured, and goes live', async () => {
    const { fake, publishing } = bench();
    await publishing.publish('s', ELEMENT);
    expect(fake.args('setVideoConfig')).toMatchObject([[{ encodeWidth: 1280, encodeHeight: 720, fps: 30 }, 0]]);
    expect(fake.args('startPreview')).toEqual([[ELEMENT, 0]]);
    expect(fake.args('startPublishingStream')).toEqual([['s', 0]]);
    fake.tell('publisherStateUpdate', 's', State.PublishRequesting, 0, {});
    expect(publishing.phase.value).toBe('connecting');
    fake.tell('publisherStateUpdate', 's', State.Publishing, 0, {});
    expect(publishing.phase.value).toBe('live');
  });

  it('says why it ended or was refused', async () => {
    const { fake, publishing } = bench();
    await publishing.publish('s', ELEMENT);
    fake.tell('publisherStateUpdate', 's', State.NoPublish, 1003028, { reason: 'taken' });
    expect([publishing.phase.value, publishing.problem.value]).toEqual(['off', { code: 1003028, sentence: 'taken' }]);
    fake.failures.set('startPublishingStream', new ZegoError(1006003, 'no permission'));
    await publishing.publish('s', ELEMENT);
    expect([publishing.phase.value, publishing.problem.value?.code]).toEqual(['off', 1006003]);
  });

  it('that did not begin shows no preview that was not there before', async () => {
    const { fake, publishing } = bench();
    fake.failures.set('startPublishingStream', new ZegoError(1006003, 'no permission'));
    await publishing.publish('s', ELEMENT);
    expect(publishing.previewing.value).toBe(false);
    await publishing.preview(ELEMENT);
    await publishing.publish('s', ELEMENT);
    expect(publishing.previewing.value).toBe(true);
  });

  it('hears nothing of the shared screen', async () => {
    const { fake, publishing } = bench();
    await publishing.publish('s', ELEMENT);
    fake.tell('publisherStateUpdate', 's-screen', State.Publishing, 0, {});
    expect(publishing.phase.value).toBe('starting');
  });

  it('tells which device fails, until another is tried', async () => {
    const { fake, publishing } = bench();
    fake.tell('debugError', 1006005, 'camera of channel 0', 'in use');
    expect(publishing.deviceProblem.value).toEqual({ code: 1006005, sentence: 'in use' });
    await publishing.useCamera('other');
    expect(publishing.deviceProblem.value).toBeUndefined();
    fake.tell('debugError', 1006005, 'camera of channel 1', 'in use');
    expect(publishing.deviceProblem.value).toBeUndefined();
  });

  it('replaces the camera by a test picture of the chosen quality, and ends each', async () => {
    const { fake, pictures, publishing } = bench();
    await publishing.useCamera(TEST_PICTURE);
    await publishing.useQuality('360p');
    await publishing.useCamera('');
    expect(pictures.made.map(({ size, ended }) => [size, ended])).toEqual([
      [[1280, 720, 30], true],
      [[640, 360, 30], true],
    ]);
    const tracks = pictures.made.map(({ track }) => ({ track }));
    expect(fake.args('enableCustomVideoCapture')).toEqual([
      [true, tracks[0], 0],
      [true, tracks[1], 0],
      [false, null, 0],
    ]);
  });

  it('goes without sound, and with it again', async () => {
    const { fake, publishing } = bench();
    await publishing.useMicrophone(NO_SOUND);
    await publishing.useMicrophone('mic');
    expect(fake.calls.map(([name, ...args]) => [name, ...args])).toEqual([
      ['enableAudioCaptureDevice', false],
      ['useAudioDevice', 0, 'mic'],
      ['enableAudioCaptureDevice', true],
    ]);
  });
});

describe('sharing the screen', () => {
  it('is a second stream, until the user ends it in the browser', async () => {
    const browser = new FakeEngine();
    const sharing = useSharing(browser.engine);
    await sharing.start('s-screen');
    expect(browser.args('setVideoSource')).toEqual([[ZegoVideoSourceType.ScreenCapture, 1]]);
    expect(browser.args('startPublishingStream')).toEqual([['s-screen', 1]]);
    expect(sharing.sharing.value).toBe(true);
    browser.tell('screenCaptureExceptionOccurred', 10);
    expect(sharing.sharing.value).toBe(false);
    expect(browser.args('stopPublishingStream')).toEqual([[1]]);
  });

  it('says why there is none', async () => {
    const browser = new FakeEngine();
    browser.failures.set('startPublishingStream', new ZegoError(1006003, 'Permission denied'));
    const sharing = useSharing(browser.engine);
    await sharing.start('s-screen');
    expect([sharing.sharing.value, sharing.problem.value?.code]).toEqual([false, 1006003]);
  });
});
