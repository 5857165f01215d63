/** A problem in the person's language: what the server said, else what its code means. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '#web/api/errors.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';

export function useProblemText(): (problem: ApiProblem) => string {
  const { t } = useTranslation('shell');
  const say = useWords();
  const language = useLanguage();
  return useCallback((problem) => {
    if (problem.code === 'ALREADY_DONE' && problem.by && problem.at) {
      return t('problems.ALREADY_DONE_by', { by: problem.by, at: formatInstant(problem.at, 'dateTime', language) });
    }
    return problem.message ? say(problem.message) : t(`problems.${problem.code}`);
  }, [t, say, language]);
}
