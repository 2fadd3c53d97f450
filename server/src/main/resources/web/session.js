// One WHIP (RFC 9725) or WHEP session: a PeerConnection and its resource on the server.
import { word } from './words.js';

const CONNECT_TIMEOUT_MS = 10_000;

/** What the server, the browser or the network said, as a sentence for the user. */
export class SessionError extends Error {}

export class MediaSession {
  /**
   * @param {string} url of the WHIP or WHEP endpoint
   * @param {string} token bearer token
   * @param {(state: string) => void} onState 'connected'; 'lost': may come back by itself;
   *   'unreachable': never connected; 'ended': by the server or for want of a network
   */
  constructor(url, token, onState) {
    this.url = url;
    this.token = token;
    this.onState = onState;
    this.location = null;
    this.closed = false;
    this.wasConnected = false;
    // The server has a public address and all candidates are in its answer: no STUN, no TURN.
    this.peer = new RTCPeerConnection({ iceServers: [], bundlePolicy: 'max-bundle' });
    this.peer.addEventListener('connectionstatechange', () => this.#onStateChange());
  }

  publish(media) {
    for (const track of media.getTracks()) {
      this.peer.addTransceiver(track, { direction: 'sendonly', streams: [media] });
    }
    return this.#open();
  }

  /** Media arrives in the given stream. */
  play(media) {
    this.peer.addTransceiver('video', { direction: 'recvonly' });
    this.peer.addTransceiver('audio', { direction: 'recvonly' });
    this.peer.addEventListener('track', (event) => {
      // As small a delay as the network allows.
      if ('jitterBufferTarget' in event.receiver) event.receiver.jitterBufferTarget = 0;
      media.addTrack(event.track);
    });
    return this.#open();
  }

  async #open() {
    this.timer = setTimeout(() => {
      if (!this.wasConnected) this.#end();
    }, CONNECT_TIMEOUT_MS);
    const offer = await this.peer.createOffer();
    await this.peer.setLocalDescription(offer);
    const response = await request(this.url, this.token, {
      method: 'POST',
      headers: { 'Content-Type': 'application/sdp' },
      body: offer.sdp,
    });
    this.location = new URL(response.headers.get('Location'), this.url).href;
    const answer = await response.text();
    if (this.closed) {
      this.#delete();
      return;
    }
    await this.peer.setRemoteDescription({ type: 'answer', sdp: answer });
    // The server's goodbye (DTLS close_notify) is seen here at once, by the peer connection later.
    const transport = this.peer.getTransceivers()[0].sender.transport;
    transport?.addEventListener('statechange', () => {
      if (transport.state !== 'closed') return;
      this.location = null;
      this.#end();
    });
  }

  #onStateChange() {
    if (this.closed) return;
    const state = this.peer.connectionState;
    if (state === 'connected') {
      this.wasConnected = true;
      this.onState('connected');
    } else if (state === 'disconnected') {
      this.onState('lost');
    } else if (state === 'failed' || state === 'closed') {
      this.#end();
    }
  }

  #end() {
    if (!this.closed) this.onState(this.wasConnected ? 'ended' : 'unreachable');
  }

  /** For a session that the server has ended already: there is nothing to delete. */
  abandon() {
    this.location = null;
    this.close();
  }

  close() {
    if (this.closed) return;
    this.closed = true;
    clearTimeout(this.timer);
    // First the server, so that it does not meet a session whose peer has already said goodbye.
    this.#delete().finally(() => this.peer.close());
  }

  async #delete() {
    if (!this.location) return;
    const location = this.location;
    this.location = null;
    try {
      // keepalive: also works while the page is being left.
      await fetch(location, {
        method: 'DELETE',
        headers: { Authorization: `Bearer ${this.token}` },
        keepalive: true,
      });
    } catch {
      // The server is gone, and the session with it.
    }
  }
}

/** A request that fails with the server's own sentence. */
export async function request(url, token, options = {}) {
  let response;
  try {
    response = await fetch(url, {
      ...options,
      headers: { ...options.headers, Authorization: `Bearer ${token}` },
      cache: 'no-store',
    });
  } catch {
    throw new SessionError(word('noServer'));
  }
  if (response.ok) return response;
  let problem;
  try {
    problem = await response.json();
  } catch {
    problem = { code: response.status, message: response.statusText };
  }
  throw new SessionError(word('refused', problem.message, problem.code));
}
