import { type Api, path, query, ROOT } from './client.ts';

export type UsageKind = 'play' | 'publish';

export interface UsageDay {
  readonly day: string;
  readonly kind: UsageKind;
  readonly tier: string;
  readonly seconds: number;
}

export interface UsageTotal {
  readonly kind: UsageKind;
  readonly tier: string;
  readonly seconds: number;
  readonly minutes: number;
}

export interface Usage {
  readonly days: readonly UsageDay[];
  readonly totals: readonly UsageTotal[];
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

export function showUsage(api: Api, appId: number, days: Days, signal?: AbortSignal): Promise<Usage> {
  return api.get(path('projects', appId, 'usage') + query({ ...days }), signal);
}

/** Where the browser fetches the same as a file. */
export function usageCsvAddress(appId: number, days: Days): string {
  return ROOT + path('projects', appId, 'usage.csv') + query({ ...days });
}
