import type { ErrorCode } from '../protocol/errorCodes';

/** Why a promise of the API was rejected: `code` is the API's number, `message` a sentence that says what to do. */
export class ZegoError extends Error {
  override readonly name = 'ZegoError';

  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }

  static of(code: ErrorCode): ZegoError {
    return new ZegoError(code.code, code.sentence);
  }
}
