import { language } from 'freshet-web-shared/language.ts';

function locale(): string {
  return language.value === 'zh' ? 'zh-CN' : 'en-GB';
}

/** A moment in the reader's time zone, to the second. */
export function moment(at: string | number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at));
}

export function day(at: string | number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(new Date(at));
}

export function clock(at: number): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' }).format(new Date(at));
}

export function count(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

function scaled(value: number, step: number, units: readonly string[]): string {
  let rest = value;
  let unit = 0;
  while (Math.abs(rest) >= step && unit < units.length - 1) {
    rest /= step;
    unit += 1;
  }
  const digits = unit === 0 || rest >= 100 ? 0 : 1;
  const number = new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(rest);
  return `${number} ${units[unit] ?? ''}`;
}

/** Bits a second, as in `1.2 Mbit/s`. */
export function bitrate(bps: number): string {
  return scaled(bps, 1000, ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s']);
}

/** Bytes, as in `1.5 GiB`. */
export function bytes(value: number): string {
  return scaled(value, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB']);
}

/** Permille as percent, as in `1.5 %`. */
export function percent(permille: number): string {
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(permille / 10)} %`;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A time of so many seconds in its two largest units, as in `2 days, 3 hr`. */
export function duration(seconds: number): string {
  let rest = Math.max(0, Math.floor(seconds));
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const value = Math.floor(rest / size);
    if (parts.length < 2 && (value > 0 || parts.length > 0 || unit === 'second')) {
      if (value > 0 || parts.length === 0) {
        parts.push(new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'short' }).format(value));
      } else {
        break;
      }
    }
    rest %= size;
  }
  return parts.join(language.value === 'zh' ? '' : ', ');
}
