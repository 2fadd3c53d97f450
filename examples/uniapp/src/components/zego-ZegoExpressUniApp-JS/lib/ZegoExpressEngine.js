// Where applications written for uni-app look for the engine. In H5 it is Freshet's.
export { ZegoExpressEngine as default } from 'freshet-web';
