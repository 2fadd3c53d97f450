// Does what the runner of the scenarios says and tells what the SDK calls back, in the names of the Android API.
import ZegoExpressEngine, * as zego from '/dist/freshet.js';
import { CALLS, EVENTS, HIDDEN, RESULTS, fromJson, toJson } from './words.mjs';
import { PictureCount } from './pictures.mjs';

let settings = {};
let engine;
const pictures = new PictureCount((streamID, count) => callback('pictures', { streamID, count }));

function callback(name, args) {
  globalThis.write(JSON.stringify({ callback: name, arguments: toJson(args) }));
}

// A killed client tells nobody; yet a browser whose driver is gone closes its pages in good order, and those would log out.
globalThis.addEventListener('pagehide', (event) => event.stopImmediatePropagation());

/** Until it is done, in the sense of the scenarios: a result that comes later is a callback. */
globalThis.perform = async (command) => {
  if (command.create) {
    settings = command.create;
    ZegoExpressEngine.setApiCalledCallback((errorCode, funcName, info) => {
      if (!HIDDEN.has(funcName)) {
        callback('onApiCalledResult', { errorCode, funcName, info });
      }
    });
    await ZegoExpressEngine.setRoomMode(fromJson('ZegoRoomMode', settings.roomMode ?? 'SINGLE_ROOM')).catch(ignore);
    if (settings.engine !== false) {
      await create({});
    }
  } else if (command.destroy) {
    ZegoExpressEngine.setApiCalledCallback(null);
    pictures.clear();
    await ZegoExpressEngine.destroyEngine();
    engine = undefined;
  } else if (command.call === 'createEngine') {
    await create(command.arguments);
  } else {
    return call(command.call, command.arguments);
  }
  return { returned: null };
};

async function create({ appID = settings.appID, appSign = settings.appSign }) {
  const advancedConfig = { ...settings.advancedConfig, freshet_server: settings.server };
  await ZegoExpressEngine.setEngineConfig({ advancedConfig });
  engine = await ZegoExpressEngine.createEngineWithProfile({ appID, appSign, scenario: zego.ZegoScenario.Default });
  for (const [event, names] of Object.entries(EVENTS)) {
    engine.off(event);
    engine.on(event, (...values) => {
      const [name, ...parameters] = names;
      if (name === 'onDebugError' && HIDDEN.has(values[1])) {
        return;
      }
      const args = parameters.map((parameter, i) => {
        const [key, type] = parameter.split(':');
        return [key, toJson(values[i], type)];
      });
      callback(name, Object.fromEntries(args));
    });
  }
}

async function call(method, args) {
  const known = CALLS[method];
  if (!known) {
    return { unknown: `method ${method}` };
  }
  const values = known.map((parameter) => {
    const [name, type] = parameter.split(':');
    return fromJson(type, args[name]);
  });
  const target = method in ZegoExpressEngine ? ZegoExpressEngine : engine;
  const calling = target[method](...values);
  const result = RESULTS[method];
  if (method === 'getRoomStreamList') {
    return { returned: toJson(await calling) };
  }
  calling.then((value) => {
    if (method === 'startPlayingStream') {
      pictures.count(args.streamID, value);
    }
    if (result) {
      callback(result, value ?? {});
    }
  }, ignore);
  return { returned: null };
}

/** What is wrong is told by callbacks, too. */
function ignore() {}
