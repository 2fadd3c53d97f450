import type * as sdk from '../../src/index';

declare global {
  type Zego = typeof sdk;

  /** What the test page offers. */
  interface Window {
    zego: Zego;
    ZegoExpressEngine: typeof sdk.ZegoExpressEngine;
    told: Told[];
    create(profile: sdk.ZegoEngineProfile): sdk.ZegoExpressEngine;
    picture(elementId: string): number;

    /** What the plain script makes. */
    Freshet: Record<string, unknown>;
  }

  interface Told {
    readonly name: string;
    readonly args: unknown[];
  }
}
