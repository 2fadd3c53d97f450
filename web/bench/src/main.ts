import ZegoExpressEngine, {
  type ZegoEngineProfile,
  ZegoPublisherState,
  ZegoStreamResourceMode,
  ZegoVideoCodecID,
} from 'freshet-web';
import { TestPicture } from '../../live/src/timecode/TestPicture.ts';
import { playDirectly, publishDirectly } from './direct.ts';
import { PICTURE } from './picture.ts';
import { Screen } from './Screen.ts';

const ROOM = 'bench';
const STREAM = 'clock';

/** What the measuring process asks of this page; milliseconds from asking to the first decoded picture. */
const bench = {
  publish,
  enter: async (profile: ZegoEngineProfile) => {
    await enter(profile, 'viewer');
  },
  play: () =>
    measured(async (screen) => {
      const engine = ZegoExpressEngine.instance();
      await engine.startPlayingStream(STREAM, { resourceMode: ZegoStreamResourceMode.OnlyL3 }, screen.element);
      return { stop: () => engine.stopPlayingStream(STREAM) };
    }),
  leave: () => ZegoExpressEngine.destroyEngine(),
  publishDirectly: async () => {
    const sound = await navigator.mediaDevices.getUserMedia({ audio: true });
    publishDirectly([clock(), ...sound.getAudioTracks()]);
  },
  playDirectly: () => measured((screen) => playDirectly(screen.element)),
  stop: async () => {
    await playing?.stop();
    playing = undefined;
  },
  delays: (skip: number, pictures: number) => screen.delays(skip, pictures),
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}

const screen = new Screen();
let playing: { stop(): void | Promise<void> } | undefined;
let picture: TestPicture | undefined;

function clock(): MediaStreamTrack {
  picture ??= new TestPicture(PICTURE.width, PICTURE.height, PICTURE.framesPerSecond);
  return picture.track;
}

async function enter(profile: ZegoEngineProfile, userID: string): Promise<ZegoExpressEngine> {
  const engine = await ZegoExpressEngine.createEngineWithProfile(profile);
  const { errorCode } = await engine.loginRoom(ROOM, { userID });
  if (errorCode !== 0) {
    throw new Error(`the login was refused with ${errorCode}`);
  }
  return engine;
}

/** Until the server has taken the stream. */
async function publish(profile: ZegoEngineProfile): Promise<void> {
  const engine = await enter(profile, 'host');
  const { width, height, framesPerSecond, bitrateKbps } = PICTURE;
  await engine.setVideoConfig({
    ...{ captureWidth: width, captureHeight: height, encodeWidth: width, encodeHeight: height },
    ...{ fps: framesPerSecond, bitrate: bitrateKbps, codecID: ZegoVideoCodecID.Default },
  });
  await engine.enableCustomVideoCapture(true, { track: clock() });
  const taken = new Promise<void>((resolve, reject) => {
    engine.on('publisherStateUpdate', (_, state, errorCode) => {
      if (errorCode !== 0) {
        reject(new Error(`the stream was refused with ${errorCode}`));
      } else if (state === ZegoPublisherState.Publishing) {
        resolve();
      }
    });
  });
  await engine.startPublishingStream(STREAM);
  await taken;
}

async function measured(play: (screen: Screen) => Promise<NonNullable<typeof playing>>): Promise<number> {
  screen.clear();
  const startMs = performance.now();
  const firstMs = screen.firstPictureMs();
  playing = await play(screen);
  return (await firstMs) - startMs;
}

window.bench = bench;
