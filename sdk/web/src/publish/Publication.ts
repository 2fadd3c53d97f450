import { type ZegoPublishChannel, ZegoPublisherState } from '../api/enums';
import { MediaPath, type MediaPathOwner, type Verdict } from '../media/MediaPath';
import { Rates } from '../media/Rates';
import { ToldMedia } from '../media/ToldMedia';
import type { PublishSession } from '../port/MediaEngine';
import type { MediaEvent, MediaSession, MediaSessionListener } from '../port/MediaSession';
import type { MediaStats } from '../port/MediaStats';
import type { ClientMessage } from '../protocol/ClientMessage';
import * as codes from '../protocol/errorCodes';
import type { DeviceState } from '../protocol/ServerMessage';
import { isTooFrequent } from '../signal/Signalling';
import type { Publications } from './Publications';

/** One stream being published on one channel, from `startPublishingStream` to its end. */
export class Publication implements MediaPathOwner {
  readonly path: MediaPath;
  private readonly rates = new Rates();
  private readonly told = new ToldMedia();
  private session: PublishSession | undefined;

  /** What the server was told last; undefined when it is not known whether that has arrived. */
  private toldDevices: DevicePair | undefined;

  constructor(
    private readonly publications: Publications,
    readonly channel: ZegoPublishChannel,
    readonly roomId: string,
    readonly streamId: string,
    public extraInfo: string,
  ) {
    this.path = publications.newPath(this);
  }

  /** Something to send is there: from now on it is offered. */
  start(): void {
    this.path.start();
  }

  /** What is captured is another: goes on with that. */
  replaceMedia(): void {
    this.session?.replace(this.publications.outgoing(this.channel));
  }

  open(listener: MediaSessionListener): MediaSession {
    this.rates.onNewSession();
    this.session = this.publications.engine.publish(this.publications.outgoing(this.channel), listener);
    return this.session;
  }

  maySend(): boolean {
    return this.publications.maySend(this.roomId);
  }

  request(offer: string): ClientMessage {
    const devices = this.publications.devices(this.channel);
    this.toldDevices = devices;
    const { roomId, streamId, extraInfo } = this;
    return { type: 'publish', roomId, streamId, extraInfo, offer, ...devices };
  }

  /**
   * Tells the others about the camera and microphone if they are in another state than the last told. Before the stream
   * is asked for there is nobody to tell.
   */
  tellDevices(): void {
    const devices = this.publications.devices(this.channel);
    const told = this.toldDevices;
    const same = told && told.camera === devices.camera && told.microphone === devices.microphone;
    if (!this.path.asked || same || !this.publications.mayTellDevices(this.roomId)) {
      return;
    }
    this.toldDevices = devices;
    const { roomId, streamId } = this;
    this.publications.signalling.request(
      { type: 'setStreamDeviceStates', roomId, streamId, ...devices },
      {
        onAnswer: () => undefined,
        onLost: () => {
          this.toldDevices = undefined;
        },
      },
    );
  }

  onRefused(code: number): Verdict {
    if (code === codes.COMMON_NOT_LOGIN_ROOM.code) {
      // It travelled behind a login that has to be repeated; a failed one ends everything.
      return 'waitForLogin';
    }
    const mayPass =
      isTooFrequent(code) ||
      code === codes.PUBLISHER_INNER_ERROR.code ||
      code === codes.PUBLISHER_ERROR_NETWORK_INTERRUPT.code;
    return mayPass ? 'retry' : 'end';
  }

  onConnected(): void {
    this.publications.tellState(this, ZegoPublisherState.Publishing, 0, '');
  }

  onInterrupted(reason: string): void {
    const { code } = codes.PUBLISHER_ERROR_NETWORK_INTERRUPT;
    this.publications.tellState(this, ZegoPublisherState.PublishRequesting, code, reason);
  }

  onOver(code: number, message: string): void {
    if (code !== 0) {
      this.publications.onOver(this, code, message);
      return;
    }
    if (this.path.asked) {
      this.publications.oweStop(this);
    }
    const timeout = codes.PUBLISHER_ERROR_RETRY_TIMEOUT;
    this.publications.onOver(this, timeout.code, timeout.sentence);
  }

  onStats(stats: MediaStats): void {
    this.publications.listener.onPublishQuality(this.streamId, this.rates.published(stats));
  }

  onMedia(event: MediaEvent): void {
    if (this.told.add(event)) {
      this.publications.listener.onPublishMedia(this.channel, event);
    }
  }
}

/** How camera and microphone fare. */
export interface DevicePair {
  readonly camera: DeviceState;
  readonly microphone: DeviceState;
}
