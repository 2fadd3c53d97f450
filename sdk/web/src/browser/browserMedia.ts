import type { SdkLoop } from '../loop/SdkLoop';
import type { MediaEngine, OutgoingMedia, PlayOptions, PublishSession } from '../port/MediaEngine';
import type { MediaSession, MediaSessionListener } from '../port/MediaSession';
import { PeerSession } from './PeerSession';

/** What the browser aims at when nothing else is said. */
const LOWEST_DELAY_MS = 0;

/** Receivers of the browsers that know only the older name. */
interface OlderReceiver {
  playoutDelayHint?: number;
}

export function browserMedia(loop: SdkLoop): MediaEngine {
  return {
    publish: (media, listener) => publish(media, loop, listener),
    play: (options, listener) => play(options, loop, listener),
  };
}

/** The server has a public address and all candidates are in its answer: no STUN, no TURN. */
function newPeer(): RTCPeerConnection {
  return new RTCPeerConnection({ iceServers: [], bundlePolicy: 'max-bundle' });
}

function publish(media: OutgoingMedia, loop: SdkLoop, listener: MediaSessionListener): PublishSession {
  const peer = newPeer();
  const session = new PeerSession(peer, 'outbound', loop, listener);
  // Both sections are always offered, so that a camera that is switched on later needs no new offer.
  const audio = peer.addTransceiver(media.audio ?? 'audio', {
    direction: 'sendonly',
    sendEncodings: [{ maxBitrate: media.encoding.audioBitrateBps }],
  });
  const video = peer.addTransceiver(media.video ?? 'video', {
    direction: 'sendonly',
    sendEncodings: [videoEncoding(media)],
  });
  preferCodec(video, media.encoding.codec);
  hint(media);
  void session.offer();
  const replace = async (next: OutgoingMedia): Promise<void> => {
    hint(next);
    await audio.sender.replaceTrack(next.audio ?? null);
    await video.sender.replaceTrack(next.video ?? null);
    await limit(audio.sender, { maxBitrate: next.encoding.audioBitrateBps });
    await limit(video.sender, videoEncoding(next));
  };
  return Object.assign(session, {
    // A session that is closed meanwhile refuses; the next one begins with what there is then.
    replace: (next: OutgoingMedia) => void replace(next).catch(() => undefined),
  });
}

function videoEncoding({ video, encoding }: OutgoingMedia): RTCRtpEncodingParameters {
  const { width = 0, height = 0 } = video?.getSettings() ?? {};
  const captured = Math.min(width, height);
  return {
    maxBitrate: encoding.bitrateBps,
    maxFramerate: encoding.framesPerSecond,
    scaleResolutionDownBy: Math.max(1, captured > 0 ? captured / encoding.shortSide : 1),
  };
}

/** Tells the encoder what matters. */
function hint({ video, encoding }: OutgoingMedia): void {
  if (video) {
    video.contentHint = encoding.detail ? 'detail' : '';
  }
}

async function limit(sender: RTCRtpSender, encoding: RTCRtpEncodingParameters): Promise<void> {
  const parameters = sender.getParameters();
  const [first] = parameters.encodings;
  if (first) {
    Object.assign(first, encoding);
    await sender.setParameters(parameters);
  }
}

/** The server takes the first codec of an offer that it knows. A browser without the codec keeps its own order. */
function preferCodec(transceiver: RTCRtpTransceiver, name: string): void {
  const codecs = RTCRtpSender.getCapabilities('video')?.codecs ?? [];
  const wanted = codecs.filter((codec) => codec.mimeType.toUpperCase() === `VIDEO/${name}`);
  // Constrained baseline with packetization-mode 1 (RFC 6184 §8.1) first: every browser and phone decodes it.
  wanted.sort((a, b) => rank(a) - rank(b));
  transceiver.setCodecPreferences([...wanted, ...codecs.filter((codec) => !wanted.includes(codec))]);
}

function rank({ sdpFmtpLine = '' }: RTCRtpCodec): number {
  return (
    (sdpFmtpLine.includes('profile-level-id=42e0') ? 0 : 2) + (sdpFmtpLine.includes('packetization-mode=1') ? 0 : 1)
  );
}

function play(options: PlayOptions, loop: SdkLoop, listener: MediaSessionListener): MediaSession {
  const peer = newPeer();
  const tracks: MediaStreamTrack[] = [];
  peer.ontrack = (event) => tracks.push(event.track);
  const session = new PeerSession(peer, 'inbound', loop, listener, () => options.onTracks(tracks));
  for (const kind of ['audio', 'video']) {
    const { receiver } = peer.addTransceiver(kind, { direction: 'recvonly' });
    if (options.resourceMode === 'l3') {
      hurry(receiver);
    }
  }
  void session.offer();
  return session;
}

/** As small a delay as the network allows. */
function hurry(receiver: RTCRtpReceiver): void {
  if ('jitterBufferTarget' in receiver) {
    receiver.jitterBufferTarget = LOWEST_DELAY_MS;
  } else if ('playoutDelayHint' in receiver) {
    (receiver as OlderReceiver).playoutDelayHint = LOWEST_DELAY_MS / 1000;
  }
}
