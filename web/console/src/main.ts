import 'freshet-web-shared/styles.css';
import 'uplot/dist/uPlot.min.css';
import './styles/index.css';
import { createApp } from 'vue';
import App from './App.vue';
import type { Source } from './live/feed.ts';
import { LIVE } from './live/useFeed.ts';
import { createRouter, ROUTER } from './router/router.ts';
import { createSession, SESSION } from './session/session.ts';

function later(ms: number, what: () => void): () => void {
  const timer = setTimeout(what, ms);
  return () => clearTimeout(timer);
}

const session = createSession((input, init) => fetch(input, init), later);
createApp(App)
  .provide(SESSION, session)
  .provide(ROUTER, createRouter(window))
  .provide(LIVE, { open: (address) => new EventSource(address) as Source, later })
  .mount('#app');
void session.find();
