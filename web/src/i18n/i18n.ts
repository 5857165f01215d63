/**
 * The words of the pages. Catalogues lie in `zh/` and `en/`, one file an area (an area is an i18next namespace):
 * `useTranslation('room')` gives the keys of `zh/room.ts`. A language is loaded when it is first shown.
 */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { htmlLanguage, rememberedLanguage, rememberLanguage, type Language } from '#web/i18n/languages.ts';
import type { Catalogue } from '#web/i18n/zh/catalogue.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: Catalogue;
    returnNull: false;
  }
}

const catalogues: Record<Language, () => Promise<Catalogue>> = {
  zh: async () => (await import('#web/i18n/zh/catalogue.ts')).catalogue,
  en: async () => (await import('#web/i18n/en/catalogue.ts')).catalogue,
};

async function load(language: Language): Promise<void> {
  const catalogue = await catalogues[language]();
  for (const [area, words] of Object.entries(catalogue)) i18next.addResourceBundle(language, area, words);
}

/** Resolves when the remembered language is loaded; call it before the first render. */
export async function startI18n(): Promise<void> {
  const language = rememberedLanguage();
  await i18next.use(initReactI18next).init({
    lng: language, fallbackLng: false, resources: {}, defaultNS: 'shell', interpolation: { escapeValue: false }, react: { useSuspense: false },
  });
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = htmlLanguage[language];
}

/** Shows the pages in another language from now on, in this browser. */
export async function changeLanguage(language: Language): Promise<void> {
  await load(language);
  rememberLanguage(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = htmlLanguage[language];
}
