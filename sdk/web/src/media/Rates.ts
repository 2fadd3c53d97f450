import type { ZegoPlayStreamQuality, ZegoPublishStreamQuality } from '../api/entities';
import { ZegoStreamQualityLevel, ZegoVideoCodecID } from '../api/enums';
import { type MediaStats, NO_STATS } from '../port/MediaStats';
import { STATS_INTERVAL_MS } from './MediaPath';

/**
 * Turns running totals of a stream into what the application is told about its quality. Totals that start again with a
 * new session do not make rates negative.
 */
export class Rates {
  private last = NO_STATS;
  private first = true;
  private videoBytesBefore = 0;
  private audioBytesBefore = 0;
  private freezesBefore = 0;
  private freezeSecondsBefore = 0;

  /** A new session begins: its totals start at zero and go on top of the former ones. */
  onNewSession(): void {
    this.videoBytesBefore += this.last.videoBytes;
    this.audioBytesBefore += this.last.audioBytes;
    this.freezesBefore += this.last.videoFreezes;
    this.freezeSecondsBefore += this.last.videoFreezeSeconds;
    this.last = NO_STATS;
    this.first = true;
  }

  published(now: MediaStats): ZegoPublishStreamQuality {
    const { last } = this;
    const seconds = this.secondsTo(now);
    const audioSendFPS = rate(last.audioPackets, now.audioPackets, seconds);
    const packetLostRate = lossBetween(last, now);
    const rtt = wholeMs(now.roundTripMs);
    const videoSendBytes = this.videoBytesBefore + now.videoBytes;
    const audioSendBytes = this.audioBytesBefore + now.audioBytes;
    this.last = now;
    return {
      videoCaptureFPS: rate(last.videoFramesCaptured, now.videoFramesCaptured, seconds),
      videoEncodeFPS: rate(last.videoFramesCoded, now.videoFramesCoded, seconds),
      videoSendFPS: rate(last.videoFramesTransferred, now.videoFramesTransferred, seconds),
      videoKBPS: kilobits(last.videoBytes, now.videoBytes, seconds),
      audioCaptureFPS: audioSendFPS,
      audioSendFPS,
      audioKBPS: kilobits(last.audioBytes, now.audioBytes, seconds),
      rtt,
      packetLostRate,
      level: qualityLevel(packetLostRate, rtt),
      isHardwareEncode: false,
      videoCodecID: codecOf(now.videoCodec),
      totalSendBytes: videoSendBytes + audioSendBytes,
      audioSendBytes,
      videoSendBytes,
    };
  }

  played(now: MediaStats): ZegoPlayStreamQuality {
    const { last } = this;
    const seconds = this.secondsTo(now);
    const videoRecvFPS = rate(last.videoFramesTransferred, now.videoFramesTransferred, seconds);
    const videoDecodeFPS = rate(last.videoFramesCoded, now.videoFramesCoded, seconds);
    const audioRecvFPS = rate(last.audioPackets, now.audioPackets, seconds);
    const packetLostRate = lossBetween(last, now);
    const rtt = wholeMs(now.roundTripMs);
    const videoRecvBytes = this.videoBytesBefore + now.videoBytes;
    const audioRecvBytes = this.audioBytesBefore + now.audioBytes;
    this.last = now;
    return {
      videoRecvFPS,
      videoDejitterFPS: videoRecvFPS,
      videoDecodeFPS,
      videoRenderFPS: videoDecodeFPS,
      videoKBPS: kilobits(last.videoBytes, now.videoBytes, seconds),
      videoBreakRate: Math.min(1, Math.max(0, now.videoFreezeSeconds - last.videoFreezeSeconds) / seconds),
      audioRecvFPS,
      audioDejitterFPS: audioRecvFPS,
      audioDecodeFPS: audioRecvFPS,
      audioRenderFPS: audioRecvFPS,
      audioKBPS: kilobits(last.audioBytes, now.audioBytes, seconds),
      mos: -1,
      rtt,
      packetLostRate,
      level: qualityLevel(packetLostRate, rtt),
      delay: wholeMs(now.jitterBufferDelayMs),
      isHardwareDecode: false,
      videoCodecID: codecOf(now.videoCodec),
      totalRecvBytes: videoRecvBytes + audioRecvBytes,
      audioRecvBytes,
      videoRecvBytes,
      videoCumulativeBreakCount: this.freezesBefore + now.videoFreezes,
      videoCumulativeBreakTime: Math.trunc((this.freezeSecondsBefore + now.videoFreezeSeconds) * 1000),
      muteVideo: 0,
      muteAudio: 0,
    };
  }

  private secondsTo(now: MediaStats): number {
    const elapsedMs = this.first ? STATS_INTERVAL_MS : now.timestampMs - this.last.timestampMs;
    this.first = false;
    return Math.max(elapsedMs / 1000, 1e-3);
  }
}

function lossBetween(last: MediaStats, now: MediaStats): number {
  const lost =
    Math.max(0, now.videoPacketsLost - last.videoPacketsLost) +
    Math.max(0, now.audioPacketsLost - last.audioPacketsLost);
  const arrived = Math.max(0, now.videoPackets - last.videoPackets) + Math.max(0, now.audioPackets - last.audioPackets);
  return lost === 0 ? 0 : lost / (lost + arrived);
}

function rate(before: number, now: number, seconds: number): number {
  return Math.max(0, now - before) / seconds;
}

function kilobits(before: number, now: number, seconds: number): number {
  return (rate(before, now, seconds) * 8) / 1000;
}

function wholeMs(ms: number): number {
  return ms < 0 ? 0 : Math.round(ms);
}

/** The SDK's own scale: the worse of loss and round trip decides. */
export function qualityLevel(loss: number, roundTripMs: number): ZegoStreamQualityLevel {
  if (loss < 0.01 && roundTripMs < 150) {
    return ZegoStreamQualityLevel.Excellent;
  } else if (loss < 0.05 && roundTripMs < 300) {
    return ZegoStreamQualityLevel.Good;
  } else if (loss < 0.1 && roundTripMs < 500) {
    return ZegoStreamQualityLevel.Medium;
  } else if (loss < 0.3 && roundTripMs < 1000) {
    return ZegoStreamQualityLevel.Bad;
  }
  return ZegoStreamQualityLevel.Die;
}

function codecOf(name: string): ZegoVideoCodecID {
  switch (name.toUpperCase()) {
    case 'H264':
      return ZegoVideoCodecID.Default;
    case 'VP8':
      return ZegoVideoCodecID.VP8;
    case 'H265':
      return ZegoVideoCodecID.H265;
    default:
      return ZegoVideoCodecID.Unknown;
  }
}
