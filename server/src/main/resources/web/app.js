// The page: settings, the own stream, and a tile for each stream of the room.
import { MediaSession, SessionError, request } from './session.js';
import { StatsReader, showStats } from './stats.js';
import { translatePage, word } from './words.js';

const POLL_MS = 1500;
const STATS_MS = 1000;
const RETRY_MS = 2000;
const FIELDS = ['app', 'room', 'user', 'stream', 'token'];
const byId = (id) => document.getElementById(id);

function settings() {
  return Object.fromEntries(FIELDS.map((name) => [name, byId(name).value.trim()]));
}

function path(...parts) {
  return new URL(parts.map(encodeURIComponent).join('/'), document.baseURI.replace(/[#?].*/, '')).href;
}

function say(element, text, kind = '') {
  if (element.textContent !== text) element.textContent = text;
  element.dataset.kind = kind;
}

function sentence(error) {
  return error instanceof SessionError ? error.message : String(error?.message ?? error);
}

// --- the own stream ---

const own = { session: null, media: null, stats: new StatsReader(), wanted: false, streamId: '' };

async function startPublishing() {
  if (!byId('settings').reportValidity()) {
    say(byId('publish-status'), word('needSettings'), 'bad');
    return;
  }
  own.wanted = true;
  own.streamId = settings().stream;
  byId('publish').textContent = word('stop');
  lockSettings(true);
  try {
    if (!own.media) await openCamera();
    if (!own.wanted) return;
    await publish();
  } catch (error) {
    stopPublishing();
    say(byId('publish-status'), sentence(error), 'bad');
  }
}

async function openCamera() {
  if (!navigator.mediaDevices) throw new SessionError(word('noSecureContext'));
  say(byId('publish-status'), word('askingCamera'));
  try {
    own.media = await navigator.mediaDevices.getUserMedia({
      audio: true,
      video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
    });
  } catch (error) {
    throw new SessionError(word('noCamera', error.message || error.name));
  }
  byId('preview').srcObject = own.media;
  byId('own').classList.remove('off');
}

async function publish() {
  const { app, room, stream, token } = settings();
  say(byId('publish-status'), word('connecting'));
  own.stats = new StatsReader();
  own.session = new MediaSession(path('whip', app, room, stream), token, onPublishState);
  await own.session.publish(own.media);
}

function onPublishState(state) {
  if (state === 'connected') {
    say(byId('publish-status'), word('publishing'), 'good');
    return;
  }
  say(byId('publish-status'), state === 'unreachable' ? noMedia() : word('lost'), 'bad');
  if (state !== 'lost') {
    own.session?.close();
    own.session = null;
    setTimeout(() => republish(state), RETRY_MS);
  }
}

function noMedia() {
  return word('noMedia', location.port || '8080');
}

async function republish(reason = '') {
  if (!own.wanted || own.session) return;
  // Ended but still there: another page of this user carries the stream on. Do not fight for it.
  if (reason === 'ended' && lastStreams.some((it) => it.streamId === own.streamId)) {
    stopPublishing();
    say(byId('publish-status'), word('takenOver'), 'bad');
    return;
  }
  try {
    await publish();
  } catch (error) {
    own.session?.close();
    own.session = null;
    say(byId('publish-status'), sentence(error), 'bad');
    setTimeout(republish, RETRY_MS);
  }
}

function stopPublishing() {
  own.wanted = false;
  own.session?.close();
  own.session = null;
  for (const track of own.media?.getTracks() ?? []) track.stop();
  own.media = null;
  byId('preview').srcObject = null;
  byId('own').classList.add('off');
  byId('publish').textContent = word('publish');
  byId('publish-stats').replaceChildren();
  say(byId('publish-status'), word('stopped'));
  lockSettings(false);
}

function lockSettings(locked) {
  for (const name of FIELDS) byId(name).readOnly = locked;
}

// --- the room ---

class Tile {
  constructor(stream) {
    this.streamId = stream.streamId;
    this.stats = new StatsReader();
    this.session = null;
    this.wanted = true;
    this.element = byId('tile').content.firstElementChild.cloneNode(true);
    this.element.dataset.stream = stream.streamId;
    this.video = this.element.querySelector('video');
    this.status = this.element.querySelector('.status');
    this.button = this.element.querySelector('.play');
    this.sound = this.element.querySelector('.sound');
    this.element.querySelector('.stream-name').textContent = stream.streamId;
    this.element.querySelector('.user-name').textContent = stream.userName || stream.userId;
    this.button.addEventListener('click', () => (this.wanted ? this.stop() : this.start()));
    this.sound.addEventListener('click', () => this.toggleSound());
    this.start();
  }

  async start() {
    this.wanted = true;
    this.button.textContent = word('stop');
    this.sound.textContent = word(this.video.muted ? 'unmute' : 'mute');
    this.say('connecting');
    const { app, room, token } = settings();
    const session = new MediaSession(path('whep', app, room, this.streamId), token, (state) => this.onState(session, state));
    this.session = session;
    this.stats = new StatsReader();
    const media = new MediaStream();
    this.video.srcObject = media;
    try {
      await session.play(media);
    } catch (error) {
      if (this.session === session) this.retry(sentence(error));
    }
  }

  onState(session, state) {
    if (this.session !== session) return;
    if (state === 'connected') {
      this.say('playing', 'good');
      this.sound.hidden = false;
      this.video.play().catch(() => {});
    } else if (state === 'lost') {
      this.say('lost', 'bad');
    } else {
      this.retry(state === 'unreachable' ? noMedia() : word('lost'));
    }
  }

  retry(text) {
    this.close();
    say(this.status, text, 'bad');
    setTimeout(() => {
      if (this.wanted && !this.session && this.element.isConnected) this.start();
    }, RETRY_MS);
  }

  stop() {
    this.wanted = false;
    this.close();
    this.button.textContent = word('play');
    this.say('stopped');
  }

  toggleSound() {
    this.video.muted = !this.video.muted;
    this.sound.textContent = word(this.video.muted ? 'unmute' : 'mute');
  }

  say(name, kind) {
    say(this.status, word(name), kind);
  }

  close() {
    this.session?.close();
    this.session = null;
    this.video.srcObject = null;
    this.sound.hidden = true;
    this.element.querySelector('.stats').replaceChildren();
  }

  /** The stream has left the room, and the server has closed its players with it. */
  remove() {
    this.wanted = false;
    this.session?.abandon();
    this.close();
    this.element.remove();
  }
}

const tiles = new Map();
let lastStreams = [];
let polledRoom = '';

async function poll() {
  const { app, room, token } = settings();
  const key = `${app}/${room}`;
  if (key !== polledRoom) {
    showStreams([]);
    polledRoom = key;
  }
  if (app && room && token) {
    try {
      const response = await request(path('rooms', app, room, 'streams'), token);
      const { streams } = await response.json();
      say(byId('room-status'), '');
      showStreams(streams);
    } catch (error) {
      say(byId('room-status'), sentence(error), 'bad');
      byId('room-empty').hidden = true;
      lastStreams = [];
    }
  }
  setTimeout(poll, POLL_MS);
}

function showStreams(streams) {
  lastStreams = streams;
  const others = streams.filter((it) => !(own.wanted && it.streamId === own.streamId));
  const present = new Set(others.map((it) => it.streamId));
  for (const [streamId, tile] of tiles) {
    if (!present.has(streamId)) {
      tile.remove();
      tiles.delete(streamId);
    }
  }
  for (const stream of others) {
    if (!tiles.has(stream.streamId)) {
      const tile = new Tile(stream);
      tiles.set(stream.streamId, tile);
      byId('tiles').append(tile.element);
    }
  }
  byId('stream-count').textContent = String(streams.length);
  byId('room-empty').hidden = others.length > 0;
}

async function readStats() {
  const sources = [...tiles.values()].map((tile) => [tile, tile.element.querySelector('.stats'), 'inbound']);
  sources.push([own, byId('publish-stats'), 'outbound']);
  for (const [source, list, direction] of sources) {
    const session = source.session;
    if (session?.peer.connectionState !== 'connected') continue;
    try {
      const rows = await source.stats.read(session.peer, direction);
      if (source.session === session) showStats(list, rows);
    } catch {
      // The connection was closed meanwhile.
    }
  }
  setTimeout(readStats, STATS_MS);
}

// --- the start ---

function readFragment() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const name of FIELDS) {
    if (given.has(name)) byId(name).value = given.get(name);
  }
  if (!byId('stream').value) {
    const user = byId('user').value.replace(/[^A-Za-z0-9_-]/g, '-') || 'guest';
    // Two pages of one user do not fight for one stream.
    byId('stream').value = `${user}-${Math.floor(Math.random() * 46656).toString(36).padStart(3, '0')}`;
  }
  const { app, room, token } = settings();
  say(byId('settings-status'), app && room && token ? '' : word('needSettings'));
}

translatePage();
readFragment();
byId('settings').addEventListener('submit', (event) => event.preventDefault());
byId('settings').addEventListener('input', () => say(byId('settings-status'), ''));
byId('publish').addEventListener('click', () => (own.wanted ? stopPublishing() : startPublishing()));
window.addEventListener('hashchange', readFragment);
window.addEventListener('pagehide', () => {
  own.session?.close();
  for (const tile of tiles.values()) tile.close();
});
poll();
readStats();
