import { ZegoError } from 'freshet-web';
import { ROOM_MANUAL_KICKED_OUT } from 'freshet-web/error-codes';
import { language } from 'freshet-web-shared/language.ts';
import { SENTENCES } from './sentences.ts';

/** What went wrong: the SDK's code, and its sentence, empty for that of the code. */
export interface Problem {
  readonly code: number;
  readonly sentence: string;
}

const NO_CODE = 0;

/** Of an event or a result; `undefined` when nothing is wrong. */
export function problemOf(code: number, extendedData: Readonly<Record<string, unknown>> = {}): Problem | undefined {
  const { reason } = extendedData;
  return code === NO_CODE ? undefined : { code, sentence: typeof reason === 'string' ? reason : '' };
}

/** Of a rejected call. */
export function problemOfError(error: unknown): Problem {
  return error instanceof ZegoError
    ? { code: error.code, sentence: error.message }
    : { code: NO_CODE, sentence: error instanceof Error ? error.message : String(error) };
}

/** In the page's language. */
export function sentenceOf({ code, sentence }: Problem): string {
  const known = SENTENCES.get(code);
  const chinese = language.value === 'zh';
  if (code === ROOM_MANUAL_KICKED_OUT.code && known && sentence !== known.en) {
    return `${chinese ? known.zh : known.en} “${sentence}”`; // the backend's own words
  }
  return chinese ? (known?.zh ?? sentence) : (known?.ownEn ?? (sentence || (known?.en ?? '')));
}

/** With the code, which is what people look up. */
export function explain(problem: Problem): string {
  const { code } = problem;
  return code === NO_CODE ? sentenceOf(problem) : `${sentenceOf(problem)} (${code})`;
}
