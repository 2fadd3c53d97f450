import type { ZegoExpressEngine } from 'freshet-web';

/** What this page uses of the SDK. */
export type Engine = Pick<
  ZegoExpressEngine,
  | 'on'
  | 'off'
  | 'loginRoom'
  | 'logoutRoom'
  | 'renewToken'
  | 'sendBroadcastMessage'
  | 'sendBarrageMessage'
  | 'startPreview'
  | 'stopPreview'
  | 'startPublishingStream'
  | 'stopPublishingStream'
  | 'setVideoConfig'
  | 'setVideoSource'
  | 'enableCustomVideoCapture'
  | 'enableAudioCaptureDevice'
  | 'mutePublishStreamVideo'
  | 'muteMicrophone'
  | 'useVideoDevice'
  | 'useAudioDevice'
  | 'getVideoDeviceList'
  | 'getAudioDeviceList'
  | 'startPlayingStream'
  | 'stopPlayingStream'
  | 'setPlayVolume'
  | 'mutePlayStreamAudio'
>;

/** Makes engines and ends them; there is one at a time. */
export interface Engines {
  create(appId: number): Promise<Engine>;
  destroy(): Promise<void>;
}
