/** Running totals of one media session; the SDK turns two of them into rates. Zero where a figure does not apply. */
export interface MediaStats {
  readonly timestampMs: number;
  readonly videoBytes: number;
  readonly audioBytes: number;
  readonly videoPackets: number;
  readonly audioPackets: number;
  readonly videoPacketsLost: number;
  readonly audioPacketsLost: number;
  readonly videoFramesCaptured: number;
  readonly videoFramesCoded: number;
  readonly videoFramesTransferred: number;
  readonly videoFreezes: number;
  readonly videoFreezeSeconds: number;
  /** -1 when not measured yet. */
  readonly roundTripMs: number;
  /** Mean delay of what has left the video jitter buffer so far. */
  readonly jitterBufferDelayMs: number;
  readonly videoWidth: number;
  readonly videoHeight: number;
  readonly videoCodec: string;
}

export const NO_STATS: MediaStats = {
  timestampMs: 0,
  videoBytes: 0,
  audioBytes: 0,
  videoPackets: 0,
  audioPackets: 0,
  videoPacketsLost: 0,
  audioPacketsLost: 0,
  videoFramesCaptured: 0,
  videoFramesCoded: 0,
  videoFramesTransferred: 0,
  videoFreezes: 0,
  videoFreezeSeconds: 0,
  roundTripMs: -1,
  jitterBufferDelayMs: 0,
  videoWidth: 0,
  videoHeight: 0,
  videoCodec: '',
};
