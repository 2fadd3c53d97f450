import { type MediaStats, NO_STATS } from '../port/MediaStats';

/** What `getStats` reports, as far as it is read here; figures that do not apply are absent. */
interface Report {
  readonly id: string;
  readonly type: string;
  readonly kind?: string;
  readonly [figure: string]: unknown;
}

/** Adds up what a peer connection reports of one direction. */
export function readStats(report: RTCStatsReport, direction: 'inbound' | 'outbound', nowMs: number): MediaStats {
  const all: Report[] = [];
  report.forEach((each) => all.push(each as Report));
  const rtp = all.filter((each) => each.type === `${direction}-rtp`);
  const video = rtp.find((each) => each.kind === 'video');
  const audio = rtp.find((each) => each.kind === 'audio');
  const sending = direction === 'outbound';
  const bytes = sending ? 'bytesSent' : 'bytesReceived';
  const packets = sending ? 'packetsSent' : 'packetsReceived';
  const lossReports = sending ? all.filter((each) => each.type === 'remote-inbound-rtp') : rtp;
  const lost = (kind: string): number =>
    figure(
      lossReports.find((each) => each.kind === kind),
      'packetsLost',
    );
  const source = all.find((each) => each.type === 'media-source' && each.kind === 'video');
  const pair = all.find((each) => each.type === 'candidate-pair' && each['nominated'] === true);
  const roundTripS = pair?.['currentRoundTripTime'];
  const emitted = figure(video, 'jitterBufferEmittedCount');
  const mimeType = all.find((each) => each.id === video?.['codecId'])?.['mimeType'];
  return {
    ...NO_STATS,
    timestampMs: nowMs,
    videoBytes: figure(video, bytes),
    audioBytes: figure(audio, bytes),
    videoPackets: figure(video, packets),
    audioPackets: figure(audio, packets),
    videoPacketsLost: lost('video'),
    audioPacketsLost: lost('audio'),
    videoFramesCaptured: figure(source, 'frames'),
    videoFramesCoded: figure(video, sending ? 'framesEncoded' : 'framesDecoded'),
    videoFramesTransferred: figure(video, sending ? 'framesSent' : 'framesReceived'),
    videoFreezes: figure(video, 'freezeCount'),
    videoFreezeSeconds: figure(video, 'totalFreezesDuration'),
    roundTripMs: typeof roundTripS === 'number' ? roundTripS * 1000 : -1,
    jitterBufferDelayMs: emitted > 0 ? (figure(video, 'jitterBufferDelay') / emitted) * 1000 : 0,
    videoWidth: figure(video, 'frameWidth'),
    videoHeight: figure(video, 'frameHeight'),
    videoCodec: typeof mimeType === 'string' ? mimeType.replace(/^video\//i, '') : '',
  };
}

function figure(report: Report | undefined, name: string): number {
  const value = report?.[name];
  return typeof value === 'number' ? value : 0;
}
