import type { ZegoPublishStreamQuality } from '../api/entities';
import { type ZegoPublishChannel, ZegoPublisherState } from '../api/enums';
import type { Capture } from '../capture/Capture';
import { MediaPath, type MediaPathSetup } from '../media/MediaPath';
import { OwedStops } from '../media/OwedStops';
import type { MediaEngine, OutgoingMedia } from '../port/MediaEngine';
import type { MediaEvent } from '../port/MediaSession';
import { DEVICE_STATES } from '../protocol/ClientMessage';
import type { ErrorCode } from '../protocol/errorCodes';
import * as codes from '../protocol/errorCodes';
import { type Problem, checkStreamExtraInfo, checkStreamId } from '../protocol/identifiers';
import type { MessageOf, RoomStream } from '../protocol/ServerMessage';
import type { RoomSession } from '../room/RoomSession';
import type { Signalling } from '../signal/Signalling';
import { type DevicePair, Publication } from './Publication';

const FOR_GOOD = [
  codes.PUBLISHER_ERROR_SERVER_FORBID,
  codes.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM,
  codes.PUBLISHER_ERROR_DISPATCH_AUTH_ERROR,
].map((each) => each.code);

export interface PublishListener {
  /** NoPublish is the last for a stream; with a code it failed. */
  onPublishState(
    channel: ZegoPublishChannel,
    streamId: string,
    state: ZegoPublisherState,
    code: number,
    message: string,
  ): void;

  onPublishQuality(streamId: string, quality: ZegoPublishStreamQuality): void;

  onPublishMedia(channel: ZegoPublishChannel, event: MediaEvent): void;
}

/** What publishing needs from the rest of an engine. */
export interface PublishSetup extends MediaPathSetup {
  readonly retryWindowMs: () => number;
  readonly engine: MediaEngine;
  readonly capture: Capture;

  /** Whether requests of a room may be sent now. */
  readonly maySend: (roomId: string) => boolean;
}

/** What this engine publishes: at most one stream a channel. */
export class Publications {
  private readonly owedStops: OwedStops;
  private readonly byChannel = new Map<ZegoPublishChannel, Publication>();

  /** Set before publishing starts, for the next stream of the channel. */
  private readonly extraInfos = new Map<ZegoPublishChannel, string>();

  constructor(
    private readonly setup: PublishSetup,
    readonly listener: PublishListener,
  ) {
    this.owedStops = new OwedStops(setup.signalling, setup.maySend, (roomId, streamId) => ({
      type: 'stopPublishing',
      roomId,
      streamId,
    }));
  }

  /**
   * Takes a channel for a stream; nothing is sent before it is started.
   *
   * @return what is wrong with it, or the publication; the application is told by the caller
   */
  prepare(channel: ZegoPublishChannel, roomId: string, streamId: string): ErrorCode | Publication {
    const problem = checkStreamId(streamId);
    if (problem) {
      return problem;
    }
    if (this.byChannel.has(channel)) {
      return codes.PUBLISHER_ERROR_ALREADY_DO_PUBLISH;
    }
    if (this.all().some((other) => other.streamId === streamId)) {
      return codes.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM;
    }
    const publication = new Publication(this, channel, roomId, streamId, this.extraInfos.get(channel) ?? '');
    this.byChannel.set(channel, publication);
    this.owedStops.onStart(streamId);
    this.tellState(publication, ZegoPublisherState.PublishRequesting, 0, '');
    return publication;
  }

  /** False for one that was stopped or given up. */
  isRunning(publication: Publication): boolean {
    return this.byChannel.get(publication.channel) === publication;
  }

  /** Harmless when nothing is published on the channel. */
  stop(channel: ZegoPublishChannel): void {
    const publication = this.byChannel.get(channel);
    if (publication) {
      if (publication.path.asked) {
        this.oweStop(publication);
      }
      publication.path.stop();
      this.onOver(publication, 0, '');
    }
  }

  /** What is captured on a channel, or how, may be another. */
  onCaptureChanged(channel: ZegoPublishChannel): void {
    const publication = this.byChannel.get(channel);
    publication?.replaceMedia();
    publication?.tellDevices();
  }

  streamOn(channel: ZegoPublishChannel): string | undefined {
    return this.byChannel.get(channel)?.streamId;
  }

  /** What is published in the room right now, as others see it. */
  streamsIn(room: RoomSession): RoomStream[] {
    const user = { userId: room.userId, userName: room.userName };
    return this.all()
      .filter(({ roomId, path }) => roomId === room.roomId && path.connected)
      .map(({ streamId, extraInfo, channel }) => ({ streamId, user, extraInfo, ...this.devices(channel) }));
  }

  /**
   * For the stream on the channel, or the next one there.
   *
   * @param result gets the code and a sentence, once
   */
  setExtraInfo(channel: ZegoPublishChannel, extraInfo: string, result: (code: number, message: string) => void): void {
    const problem: Problem = checkStreamExtraInfo(extraInfo);
    if (problem) {
      result(problem.code, problem.sentence);
      return;
    }
    this.extraInfos.set(channel, extraInfo);
    const publication = this.byChannel.get(channel);
    if (!publication) {
      result(0, '');
      return;
    }
    publication.extraInfo = extraInfo;
    if (!publication.path.asked) {
      result(0, ''); // goes out with the request to publish
      return;
    }
    const { roomId, streamId } = publication;
    const failed = codes.PUBLISHER_UPDATE_EXTRA_INFO_FAILED;
    this.signalling.request(
      { type: 'setStreamExtraInfo', roomId, streamId, extraInfo },
      {
        onAnswer: (code, message) => result(code, message),
        onLost: () => result(failed.code, failed.sentence),
      },
    );
  }

  onMaySend(roomId: string, known: boolean): void {
    this.owedStops.onMaySend(roomId, known);
    for (const publication of this.all()) {
      if (publication.roomId === roomId) {
        publication.path.onMaySend(known);
        if (known) {
          publication.tellDevices(); // they may have changed while it was away
        }
      }
    }
  }

  /** The login is over, and with it everything published in the room. */
  onRoomOver(roomId: string, code: number, message: string): void {
    this.owedStops.onRoomOver(roomId);
    for (const publication of this.all()) {
      if (publication.roomId === roomId) {
        publication.path.stop();
        this.onOver(publication, code, message);
      }
    }
  }

  onServerState(change: MessageOf<'publishStateChanged'>): void {
    const publication = this.all().find((each) => each.streamId === change.streamId);
    if (!publication) {
      return;
    }
    switch (change.state) {
      case 'connected':
        publication.path.onServerConnected();
        break;
      case 'interrupted':
        publication.path.onServerInterrupted();
        break;
      case 'ended':
        if (FOR_GOOD.includes(change.code)) {
          publication.path.stop();
          this.onOver(publication, change.code, change.message);
        } else {
          publication.path.onServerEnded(change.message);
        }
        break;
    }
  }

  onWake(): void {
    this.all().forEach((publication) => publication.path.onWake());
  }

  onOver(publication: Publication, code: number, message: string): void {
    if (this.isRunning(publication)) {
      this.byChannel.delete(publication.channel);
    }
    this.extraInfos.delete(publication.channel);
    this.tellState(publication, ZegoPublisherState.NoPublish, code, message);
  }

  tellState(publication: Publication, state: ZegoPublisherState, code: number, message: string): void {
    this.listener.onPublishState(publication.channel, publication.streamId, state, code, message);
  }

  /** Given up here, the stream may yet be there for the server. */
  oweStop(publication: Publication): void {
    this.owedStops.onStop(publication.roomId, publication.streamId);
  }

  devices(channel: ZegoPublishChannel): DevicePair {
    const { camera, microphone } = this.setup.capture.of(channel);
    return { camera, microphone };
  }

  outgoing(channel: ZegoPublishChannel): OutgoingMedia {
    return this.setup.capture.of(channel).outgoing;
  }

  mayTellDevices(roomId: string): boolean {
    return this.maySend(roomId) && this.signalling.serves(DEVICE_STATES);
  }

  get signalling(): Signalling {
    return this.setup.signalling;
  }

  get engine(): MediaEngine {
    return this.setup.engine;
  }

  maySend(roomId: string): boolean {
    return this.setup.maySend(roomId);
  }

  newPath(publication: Publication): MediaPath {
    return new MediaPath(this.setup, this.setup.retryWindowMs(), publication);
  }

  private all(): Publication[] {
    return [...this.byChannel.values()];
  }
}
