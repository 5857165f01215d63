/** Words that come with data (`{ zh, en }`: task kinds, refusals, articles) in the language of the page. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from '#domain/law/ruled.ts';
import { languages, type Language } from '#web/i18n/languages.ts';

/** The language that the page shows now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return languages.find((language) => language === i18n.language) ?? 'zh';
}

/** @returns a function that picks the text of the page's language. */
export function useWords(): (words: Words) => string {
  const language = useLanguage();
  return useCallback((words) => words[language], [language]);
}
