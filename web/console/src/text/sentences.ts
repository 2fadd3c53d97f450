import { language } from 'freshet-web-shared/language.ts';

/** The server's sentences and what they are in Chinese. A text may hold several of them. */
export type Sentences = readonly (readonly [RegExp, string])[];

/** A text of the server's in the page's language; what is new to the page stays English. */
export function translated(text: string, sentences: Sentences): string {
  if (language.value === 'en') {
    return text;
  }
  return sentences.reduce((told, [sentence, chinese]) => told.replace(sentence, chinese), text);
}
