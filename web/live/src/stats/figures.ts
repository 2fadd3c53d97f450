// Figures as people read them. What is not known is a dash.
import type { ZegoPlayStreamQuality, ZegoPublishStreamQuality } from 'freshet-web';

export const UNKNOWN = '–';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export function milliseconds(ms: number | undefined): string {
  return ms === undefined ? UNKNOWN : `${String(Math.round(ms))} ms`;
}

/** kbit/s, and above a thousand Mbit/s. */
export function bitrate(kbps: number | undefined): string {
  if (kbps === undefined) {
    return UNKNOWN;
  }
  return kbps < 1000 ? `${String(Math.round(kbps))} kbit/s` : `${(kbps / 1000).toFixed(1)} Mbit/s`;
}

/** @param rate from 0 to 1 */
export function percent(rate: number | undefined): string {
  return rate === undefined ? UNKNOWN : `${(rate * 100).toFixed(1)} %`;
}

export function picture(size: PictureSize | undefined, fps: number | undefined): string {
  if (!size || size.width === 0) {
    return UNKNOWN;
  }
  const rate = fps === undefined ? '' : ` @ ${String(Math.round(fps))}`;
  return `${String(size.width)}×${String(size.height)}${rate}`;
}

/** How often the picture stood still, and for how long in all. */
export function stalls(quality: ZegoPlayStreamQuality | undefined): string {
  if (!quality) {
    return UNKNOWN;
  }
  const { videoCumulativeBreakCount: count, videoCumulativeBreakTime: ms } = quality;
  return count === 0 ? '0' : `${String(count)} (${(ms / 1000).toFixed(1)} s)`;
}

export function kbpsOf(
  quality: Pick<ZegoPlayStreamQuality | ZegoPublishStreamQuality, 'videoKBPS' | 'audioKBPS'> | undefined,
): number | undefined {
  return quality && quality.videoKBPS + quality.audioKBPS;
}
