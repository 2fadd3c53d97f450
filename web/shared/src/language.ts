import { type Ref, ref, watchEffect } from 'vue';

/** The languages the pages speak. */
export type Language = 'en' | 'zh';

/** Every text of a page by its key, in one language. `{name}` stands for a value. */
export type Words<Key extends string = string> = Readonly<Record<Key, string>>;

/** Looks a text up in the language of now; inside a component's template it changes with the language. */
export type Say<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

const STORED = 'freshet.language';

function stored(): Language | undefined {
  try {
    const language = localStorage.getItem(STORED);
    return language === 'en' || language === 'zh' ? language : undefined;
  } catch {
    // Browsers that forbid storage throw; the page works without.
    return undefined;
  }
}

/** The page's language: what was chosen last, else what the browser prefers. */
export const language: Ref<Language> = ref(stored() ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'));

watchEffect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
});

export function chooseLanguage(chosen: Language): void {
  language.value = chosen;
  try {
    localStorage.setItem(STORED, chosen);
  } catch {
    // As above: it holds until the page is closed.
  }
}

/** Texts in both languages; the compiler sees to it that no key is missing in either. */
export function words<Key extends string>(en: Words<Key>, zh: Words<NoInfer<Key>>): Say<Key> {
  return (key, values = {}) =>
    (language.value === 'zh' ? zh : en)[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    );
}
