// The whole of the SDK's public surface.
import { ZegoExpressEngine } from './api/ZegoExpressEngine';

export default ZegoExpressEngine;
export { ZegoExpressEngine };
export { ZegoError } from './api/ZegoError';
export * from './api/enums';
export type * from './api/entities';
export type { ZegoEventListener } from './api/events';
