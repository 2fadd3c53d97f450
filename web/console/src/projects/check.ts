import { say } from './words.ts';

const MAX_NAME_CHARACTERS = 64;
const MAX_URL_CHARACTERS = 1024;

/** What is wrong with a project's name; empty if nothing is. */
export function nameProblem(name: string): string {
  if (name.trim() === '') {
    return say('nameMissing');
  }
  return name.length > MAX_NAME_CHARACTERS ? say('nameTooLong') : '';
}

/** What is wrong with a callback's URL, as far as the page can tell; the server knows more. */
export function urlProblem(url: string): string {
  if (url === '') {
    return say('urlMissing');
  }
  if (url.length > MAX_URL_CHARACTERS) {
    return say('urlTooLong');
  }
  return /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url) ? '' : say('urlWrong');
}
