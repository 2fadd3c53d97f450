import { createSSRApp } from 'vue';
import App from './App.vue';

/** The tool chain calls it. */
export function createApp() {
  return { app: createSSRApp(App) };
}
