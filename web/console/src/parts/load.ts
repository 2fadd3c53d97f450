import { onScopeDispose, type Ref, shallowRef, watch, type WatchSource } from 'vue';
import { type Api, ServerAway, SessionOver } from '../api/client.ts';
import { SESSION } from '../session/session.ts';
import { needed } from './context.ts';
import { failureText } from './form.ts';

/** Something of the server's: there, on its way, or not to be had. */
export interface Loaded<T> {
  readonly value: Ref<T | undefined>;
  readonly failure: Readonly<Ref<string>>;
  readonly isLoading: Readonly<Ref<boolean>>;
  reload(): Promise<void>;
}

/** Loads now, when what it is about changes, and when the server has come back. */
export function useLoaded<T>(
  load: (api: Api, signal: AbortSignal) => Promise<T>,
  about: WatchSource = () => undefined,
): Loaded<T> {
  const session = needed(SESSION);
  const value = shallowRef<T>();
  const failure = shallowRef('');
  const isLoading = shallowRef(false);
  let current = new AbortController();

  async function reload(): Promise<void> {
    current.abort();
    const mine = new AbortController();
    current = mine;
    isLoading.value = true;
    try {
      const loaded = await load(session.api, mine.signal);
      if (!mine.signal.aborted) {
        value.value = loaded;
        failure.value = '';
      }
    } catch (error) {
      // The page as a whole shows that the server is away, and comes back to this.
      if (!mine.signal.aborted && !(error instanceof ServerAway) && !(error instanceof SessionOver)) {
        failure.value = failureText(error);
      }
    } finally {
      if (current === mine) {
        isLoading.value = false;
      }
    }
  }

  watch(about, () => {
    value.value = undefined;
    void reload();
  });
  watch(session.returns, () => void reload());
  onScopeDispose(() => current.abort());
  void reload();
  return { value, failure, isLoading, reload };
}
