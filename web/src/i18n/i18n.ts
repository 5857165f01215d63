/**
 * The words of the pages. Catalogues lie in `zh/` and `en/`, one file an area (an area is an i18next namespace):
 * `useTranslation('room')` gives the keys of `zh/room.ts`. A language is loaded when it is first shown, the desk's areas with the
 * desk.
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

interface Words { everybody: () => Promise<object>; desk: () => Promise<object> }
const words: Record<Language, Words> = {
  zh: { everybody: async () => (await import('#web/i18n/zh/everybody.ts')).everybody, desk: async () => (await import('#web/i18n/zh/desk.ts')).desk },
  en: { everybody: async () => (await import('#web/i18n/en/everybody.ts')).everybody, desk: async () => (await import('#web/i18n/en/desk.ts')).desk },
};
/** The court's own pages are, or were, open: their words come with every language from then on. */
let atDesk = false;

const add = (language: Language, areas: object): void => { for (const [area, said] of Object.entries(areas)) i18next.addResourceBundle(language, area, said); };

async function load(language: Language): Promise<void> {
  const [everybody, desk] = await Promise.all([words[language].everybody(), atDesk ? words[language].desk() : {}]);
  add(language, everybody);
  add(language, desk);
}

/** Before a page of the court's own is shown. */
export async function loadDeskWords(): Promise<void> {
  atDesk = true;
  const language = i18next.language as Language;
  if (!i18next.hasResourceBundle(language, 'staff')) add(language, await words[language].desk());
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
