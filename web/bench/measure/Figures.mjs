/**
 * What was measured under lasting keys, in order, and what it should be: as all of `./freshet bench` shows it.
 */
export class Figures {
  /** @type {Map<string, { value: number, highest?: number | undefined }>} */
  #figures = new Map();

  /**
   * What is not a number is left out.
   *
   * @param {string} key
   * @param {number} value
   * @param {number} [highest] the target
   */
  put(key, value, highest) {
    if (!Number.isNaN(value)) {
      this.#figures.set(key, { value: Math.round(value * 1000) / 1000, highest });
    }
  }

  /** Not a number when it was not measured. @param {string} key */
  value(key) {
    return this.#figures.get(key)?.value ?? NaN;
  }

  summary() {
    return [...this.#figures].map(([key, { value, highest }]) => {
      const verdict =
        highest === undefined ? '' : `  target ≤ ${shortest(highest)}  ${value <= highest ? 'ok' : 'MISSED'}`;
      return `  ${key.padEnd(32)} ${shortest(value).padStart(12)}${verdict}`;
    });
  }

  /** @param {string} machine */
  json(machine) {
    const figures = Object.fromEntries([...this.#figures].map(([key, { value }]) => [key, value]));
    return JSON.stringify({ name: 'bench web', machine, figures }, null, 2);
  }
}

/** @param {number} value */
function shortest(value) {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

/**
 * The smallest value that so many of a hundred do not exceed; not a number when there are no values.
 *
 * @param {readonly number[]} values
 * @param {number} percent
 */
export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
}
