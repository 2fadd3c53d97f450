/** How long the SDK tries again after a network failure before it gives up. */
export interface RetryWindows {
  readonly roomMs: number;
  readonly mediaMs: number;
}

const ROOM_KEY = 'room_retry_time';
const MEDIA_KEY = 'av_retry_time';
const DEFAULT_S = 20 * 60;
const MAX_S = 24 * 60 * 60;

/** Values that are no number of seconds from 1 to 86,400 are named to `complain` and replaced by the default. */
export function retryWindows(
  advancedConfig: Readonly<Record<string, string>>,
  complain: (sentence: string) => void,
): RetryWindows {
  const windowMs = (key: string): number => {
    const text = advancedConfig[key];
    const seconds = text === undefined ? DEFAULT_S : Number(text.trim() || NaN);
    if (Number.isInteger(seconds) && seconds >= 1 && seconds <= MAX_S) {
      return seconds * 1000;
    }
    complain(`${key} must be seconds from 1 to ${MAX_S}, not "${text}"`);
    return DEFAULT_S * 1000;
  };
  return { roomMs: windowMs(ROOM_KEY), mediaMs: windowMs(MEDIA_KEY) };
}
