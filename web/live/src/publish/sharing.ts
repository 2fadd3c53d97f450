import { ZegoPublishChannel, ZegoPublisherState, ZegoVideoSourceType } from 'freshet-web';
import { type Ref, ref, shallowRef } from 'vue';
import type { Engine } from '../session/Engine.ts';
import { type Problem, problemOf, problemOfError } from '../session/problem.ts';

/** Sharing the screen, on the second channel. */
export interface Sharing {
  readonly sharing: Ref<boolean>;
  readonly problem: Ref<Problem | undefined>;

  start(streamId: string): Promise<void>;
  stop(): Promise<void>;
}

const CHANNEL = ZegoPublishChannel.Aux;

export function useSharing(engine: Engine): Sharing {
  const sharing = ref(false);
  const problem = shallowRef<Problem>();
  let shared = '';

  async function stop(): Promise<void> {
    sharing.value = false;
    await engine.stopPublishingStream(CHANNEL);
  }

  engine.on('publisherStateUpdate', (streamId, state, code, extendedData) => {
    if (streamId === shared) {
      problem.value = problemOf(code, extendedData);
      sharing.value = state !== ZegoPublisherState.NoPublish;
    }
  });
  // The user has ended it with the browser's own button.
  engine.on('screenCaptureExceptionOccurred', () => {
    if (sharing.value) {
      void stop();
    }
  });

  return {
    sharing,
    problem,
    start: async (streamId) => {
      shared = streamId;
      problem.value = undefined;
      sharing.value = true;
      try {
        await engine.setVideoSource(ZegoVideoSourceType.ScreenCapture, CHANNEL);
        await engine.startPublishingStream(streamId, CHANNEL);
      } catch (error) {
        sharing.value = false;
        problem.value = problemOfError(error);
      }
    },
    stop,
  };
}
