import { type InjectionKey, readonly, type Ref, shallowRef } from 'vue';
import { parseRoute, type Route } from './routes.ts';

export interface Router {
  readonly route: Readonly<Ref<Route>>;
  /** How often one has gone somewhere; the start is 0. */
  readonly moves: Readonly<Ref<number>>;
  stop(): void;
}

export const ROUTER: InjectionKey<Router> = Symbol('router');

/** Follows the fragment of the page's address. */
export function createRouter(page: Window): Router {
  const route = shallowRef<Route>(parseRoute(page.location.hash));
  const moves = shallowRef(0);

  function follow(): void {
    route.value = parseRoute(page.location.hash);
    moves.value += 1;
  }

  page.addEventListener('hashchange', follow);
  return {
    route,
    moves: readonly(moves),
    stop: () => page.removeEventListener('hashchange', follow),
  };
}
