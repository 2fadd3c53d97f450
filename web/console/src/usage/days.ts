import type { Days } from '../api/usage.ts';
import { say } from './words.ts';

const MS_PER_DAY = 86_400_000;
const MAX_DAYS = 3660;
const DEFAULT_DAYS = 29;

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The last thirty days in UTC, today among them. */
export function lastDays(nowMs: number): Days {
  return { from: dayOf(nowMs - DEFAULT_DAYS * MS_PER_DAY), to: dayOf(nowMs) };
}

function startOf(day: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
}

/** What is wrong with a span of days, by field. */
export function daysProblems(days: Days): { from: string; to: string } {
  const from = startOf(days.from);
  const to = startOf(days.to);
  return {
    from: Number.isNaN(from) ? say('fromWrong') : '',
    to: to >= from && to <= from + MAX_DAYS * MS_PER_DAY ? '' : say(Number.isNaN(to) ? 'fromWrong' : 'toWrong'),
  };
}
