import 'freshet-web-shared/styles.css';
import './live.css';
import { ZegoExpressEngine, ZegoScenario } from 'freshet-web';
import { createApp } from 'vue';
import App from './App.vue';
import type { Engines } from './session/Engine.ts';

const engines: Engines = {
  create: (appID) => ZegoExpressEngine.createEngineWithProfile({ appID, scenario: ZegoScenario.Default }),
  destroy: () => ZegoExpressEngine.destroyEngine(),
};

createApp(App, { engines }).mount('#app');
