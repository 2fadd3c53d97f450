// The floor: one page's PeerConnection straight to the other's, with the encoding and the playout delay that the SDK uses, and
// no server between.
import { PICTURE } from './picture.ts';

const CHANNEL = 'direct';
const CODEC = 'video/H264';

/** What the two pages say to each other. */
type Said = { description: RTCSessionDescriptionInit } | { candidate: RTCIceCandidateInit };

/** Sends the tracks to whoever asks next; the one who asked before has them no longer. */
export function publishDirectly(tracks: readonly MediaStreamTrack[]): void {
  let peer: RTCPeerConnection | undefined;
  converse(async (said, say) => {
    if ('candidate' in said) {
      await peer?.addIceCandidate(said.candidate);
      return;
    }
    peer?.close();
    peer = newPeer(say);
    await peer.setRemoteDescription(said.description);
    for (const transceiver of peer.getTransceivers()) {
      transceiver.direction = 'sendonly';
      await transceiver.sender.replaceTrack(tracks.find(({ kind }) => kind === kindOf(transceiver)) ?? null);
    }
    await describe(peer, say);
    await limit(peer);
  });
}

/** Asks for them and shows them in the element. */
export async function playDirectly(element: HTMLVideoElement): Promise<{ stop: () => void }> {
  const stream = new MediaStream();
  element.srcObject = stream;
  const { say, stop } = converse(async (said) => {
    await ('candidate' in said ? peer.addIceCandidate(said.candidate) : peer.setRemoteDescription(said.description));
  });
  const peer = newPeer(say);
  peer.ontrack = ({ track }) => stream.addTrack(track);
  for (const kind of ['audio', 'video']) {
    const transceiver = peer.addTransceiver(kind, { direction: 'recvonly' });
    transceiver.receiver.jitterBufferTarget = 0;
    if (kind === 'video') {
      const codecs = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [];
      transceiver.setCodecPreferences(
        codecs.toSorted((a, b) => Number(b.mimeType === CODEC) - Number(a.mimeType === CODEC)),
      );
    }
  }
  await describe(peer, say);
  return {
    stop: () => {
      stop();
      peer.close();
    },
  };
}

type Say = (said: Said) => void;

/** One word after the other, as they came. */
function converse(hear: (said: Said, say: Say) => Promise<void>): { say: Say; stop: () => void } {
  const channel = new BroadcastChannel(CHANNEL);
  const say: Say = (said) => channel.postMessage(said);
  let heard = Promise.resolve();
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    heard = heard.then(() => hear(data, say));
  };
  return { say, stop: () => channel.close() };
}

function newPeer(say: Say): RTCPeerConnection {
  const peer = new RTCPeerConnection({ iceServers: [], bundlePolicy: 'max-bundle' });
  peer.onicecandidate = ({ candidate }) => {
    if (candidate) {
      say({ candidate: candidate.toJSON() });
    }
  };
  return peer;
}

async function describe(peer: RTCPeerConnection, say: Say): Promise<void> {
  await peer.setLocalDescription();
  if (peer.localDescription) {
    const { type, sdp } = peer.localDescription;
    say({ description: { type, sdp } });
  }
}

function kindOf({ receiver }: RTCRtpTransceiver): string {
  return receiver.track.kind;
}

async function limit(peer: RTCPeerConnection): Promise<void> {
  const sender = peer.getSenders().find(({ track }) => track?.kind === 'video');
  const parameters = sender?.getParameters();
  const [encoding] = parameters?.encodings ?? [];
  if (sender && parameters && encoding) {
    encoding.maxBitrate = PICTURE.bitrateKbps * 1000;
    encoding.maxFramerate = PICTURE.framesPerSecond;
    await sender.setParameters(parameters);
  }
}
