import type { ZegoScenario } from '../api/enums';
import type { RetryWindows } from '../config/RetryWindows';
import type { Platform } from '../port/Platform';
import type { Problem } from '../protocol/identifiers';
import type { ReconnectPolicy } from '../signal/ReconnectPolicy';

/** What one engine is made of. */
export interface EngineSetup {
  readonly appId: number;

  /** Empty when logins bring tokens. */
  readonly appSign: string;

  /** What is wrong with the profile: every login fails with it. */
  readonly problem: Problem;
  readonly scenario: ZegoScenario;
  readonly multiRoom: boolean;

  /** URL of the WebSocket. */
  readonly server: string;
  readonly retryWindows: () => RetryWindows;
  readonly platform: Platform;
  readonly reconnectPolicy: ReconnectPolicy;
}
