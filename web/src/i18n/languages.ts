/** Chinese first, English second. The choice is remembered in the browser. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

export const htmlLanguage: Record<Language, string> = { zh: 'zh-CN', en: 'en' };
const storageKey = 'kaiting.language';

const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

/** @returns the language chosen here before, else Chinese. */
export function rememberedLanguage(): Language {
  const kept = window.localStorage.getItem(storageKey);
  return isLanguage(kept) ? kept : 'zh';
}

export function rememberLanguage(language: Language): void {
  window.localStorage.setItem(storageKey, language);
}
