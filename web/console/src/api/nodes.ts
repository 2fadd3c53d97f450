export interface Node {
  readonly id: string;
  readonly version: string;
  readonly startedAt: string;
  readonly uptimeSeconds: number;
  readonly ready: boolean;
  readonly cpuPercent: number;
  readonly processors: number;
  readonly heapUsedBytes: number;
  readonly heapMaxBytes: number;
  readonly diskFreeBytes: number;
  readonly connections: number;
  readonly rooms: number;
  readonly users: number;
  readonly streams: number;
  readonly plays: number;
  readonly httpSessions: number;
  readonly publishers: number;
  readonly subscriptions: number;
  readonly receivedBps: number;
  readonly sentBps: number;
  readonly loopTurnMaxUs: number;
  readonly mediaFailures: number;
  readonly callbacksWaiting: number;
}

export type CheckState = 'ok' | 'warning' | 'failed';

export interface HealthCheck {
  readonly name: string;
  readonly state: CheckState;
  readonly text: string;
}

export interface Health {
  readonly state: CheckState;
  readonly checks: readonly HealthCheck[];
}
