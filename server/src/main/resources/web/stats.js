// Figures of a PeerConnection, once a second.
import { word } from './words.js';

export class StatsReader {
  constructor() {
    this.former = null;
  }

  /** Rows of [name, text, key] for a sender or receiver. */
  async read(peer, direction) {
    const report = [...(await peer.getStats()).values()];
    const pair = report.find((it) => it.type === 'candidate-pair' && it.nominated && it.state === 'succeeded');
    const video = report.find((it) => it.type === `${direction}-rtp` && it.kind === 'video' && it.frameWidth !== undefined)
        ?? report.find((it) => it.type === `${direction}-rtp` && it.kind === 'video');
    const tracks = report.filter((it) => it.type === `${direction}-rtp`);
    const remote = report.filter((it) => it.type === 'remote-inbound-rtp');
    const now = {
      time: performance.now(),
      bytes: sum(tracks, direction === 'outbound' ? 'bytesSent' : 'bytesReceived'),
      packets: direction === 'outbound' ? sum(tracks, 'packetsSent') : sum(tracks, 'packetsReceived'),
      lost: direction === 'outbound' ? sum(remote, 'packetsLost') : sum(tracks, 'packetsLost'),
      delay: video?.jitterBufferDelay ?? 0,
      emitted: video?.jitterBufferEmittedCount ?? 0,
    };
    const former = this.former ?? { ...now, time: now.time - 1000, bytes: now.bytes };
    this.former = now;
    const seconds = Math.max((now.time - former.time) / 1000, 0.001);
    const rows = [];
    if (video?.frameWidth) rows.push(['resolution', `${video.frameWidth}×${video.frameHeight}`]);
    if (video?.framesPerSecond !== undefined) rows.push(['rate', `${Math.round(video.framesPerSecond)} fps`]);
    rows.push(['bitrate', bitrate(((now.bytes - former.bytes) * 8) / seconds)]);
    if (pair?.currentRoundTripTime !== undefined) rows.push(['rtt', `${Math.round(pair.currentRoundTripTime * 1000)} ms`]);
    if (direction === 'inbound' && now.emitted > former.emitted) {
      rows.push(['buffer', `${Math.round(((now.delay - former.delay) / (now.emitted - former.emitted)) * 1000)} ms`]);
    }
    const lost = Math.max(0, now.lost - former.lost);
    const seen = now.packets - former.packets + (direction === 'inbound' ? lost : 0);
    rows.push(['loss', `${seen > 0 ? ((lost / seen) * 100).toFixed(1) : '0.0'} %`]);
    const codec = report.find((it) => it.id === video?.codecId);
    if (codec) rows.push(['codec', codec.mimeType.replace('video/', '')]);
    return rows;
  }
}

export function showStats(list, rows) {
  list.replaceChildren(
    ...rows.map(([name, text]) => {
      const row = document.createElement('div');
      const term = document.createElement('dt');
      const value = document.createElement('dd');
      term.textContent = word(name);
      value.textContent = text;
      value.dataset.stat = name;
      row.append(term, value);
      return row;
    }),
  );
}

function sum(reports, name) {
  return reports.reduce((total, it) => total + (it[name] ?? 0), 0);
}

function bitrate(bps) {
  return bps >= 1e6 ? `${(bps / 1e6).toFixed(1)} Mbit/s` : `${Math.max(0, Math.round(bps / 1e3))} kbit/s`;
}
