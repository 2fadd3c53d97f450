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
    Freshet: { ZegoExpressEngine: typeof sdk.ZegoExpressEngine };
  }

  interface Told {
    readonly name: string;
    readonly args: unknown[];
  }
}
