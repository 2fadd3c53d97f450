// Where applications written for uni-app look for the enums.
export * from 'freshet-web';
