import type { ZegoVideoConfig } from 'freshet-web';

export const QUALITY_NAMES = ['360p', '540p', '720p', '1080p'] as const;

export type Quality = (typeof QUALITY_NAMES)[number];

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly kbps: number;
}

export const QUALITIES: Readonly<Record<Quality, Picture>> = {
  '360p': { width: 640, height: 360, fps: 30, kbps: 800 },
  '540p': { width: 960, height: 540, fps: 30, kbps: 1500 },
  '720p': { width: 1280, height: 720, fps: 30, kbps: 2500 },
  '1080p': { width: 1920, height: 1080, fps: 30, kbps: 4500 },
};

export function videoConfigOf(quality: Quality): Partial<ZegoVideoConfig> {
  const { width, height, fps, kbps } = QUALITIES[quality];
  return { captureWidth: width, captureHeight: height, encodeWidth: width, encodeHeight: height, fps, bitrate: kbps };
}
