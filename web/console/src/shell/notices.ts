import { readonly, shallowRef } from 'vue';

const text = shallowRef('');
const number = shallowRef(0);

/** What was done last, for the line at the page's foot. */
export const notice = { text: readonly(text), number: readonly(number) };

/** Says that something was done. */
export function tell(sentence: string): void {
  text.value = sentence;
  number.value += 1;
}

export function forget(): void {
  text.value = '';
}
