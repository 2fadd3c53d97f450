import type { Result } from '../protocol/ServerMessage';

/** What becomes of one request: exactly one of the two is called, once. */
export interface Reply {
  /**
   * The server has answered.
   *
   * @param code 0 or the server's error code
   * @param message a sentence, empty on success
   */
  onAnswer(code: number, message: string, result: Result | undefined): void;

  /** The connection broke first; whether the server saw the request is unknown. */
  onLost(): void;
}
