import { changeLanguage } from '#web/i18n/i18n.ts';
import { htmlLanguage, type Language } from '#web/i18n/languages.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { languageNames } from '#web/i18n/language-names.ts';

const other: Record<Language, Language> = { zh: 'en', en: 'zh' };

/** Shows the pages in the other language; it is named in its own words, so that who needs it can read it. */
export function LanguageSwitch() {
  const next = other[useLanguage()];
  return (
    <button type="button" className="language-switch" lang={htmlLanguage[next]} onClick={() => void changeLanguage(next)}>
      {languageNames[next]}
    </button>
  );
}
