// What a page with a plain script element finds in the global `Freshet`.
export { ZegoExpressEngine } from './api/ZegoExpressEngine';
export { ZegoError } from './api/ZegoError';
export * from './api/enums';
