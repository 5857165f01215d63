import type { Language } from '#web/i18n/languages.ts';

/** Each language in its own words. */
export const languageNames: Record<Language, string> = { zh: '中文', en: 'English' };
