/** What is published, over the server and without it. */
export const PICTURE = { width: 1280, height: 720, framesPerSecond: 30, bitrateKbps: 2000 } as const;
