import { inject, type InjectionKey } from 'vue';

/** What the page gives to all that is in it. */
export function needed<T>(key: InjectionKey<T>): T {
  const value = inject(key);
  if (value === undefined) {
    throw new Error(`nobody provides ${String(key.description)}`);
  }
  return value;
}
