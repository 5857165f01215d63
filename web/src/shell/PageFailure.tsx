import { useTranslation } from 'react-i18next';
import { asProblem } from '#web/api/errors.ts';
import { NotFoundPage } from '#web/shell/NotFoundPage.tsx';
import { PlainHead } from '#web/shell/PlainHead.tsx';
import { useProblemText } from '#web/shell/problem-text.ts';

/** A page could not be shown; what was typed on it is kept as a draft. */
export function PageFailure({ error }: { error: unknown }) {
  const { t } = useTranslation('shell');
  const textOf = useProblemText();
  const problem = asProblem(error);
  if (problem.code === 'NOT_FOUND') return <NotFoundPage />;
  // Anything that is no answer of the API is a fault of the page itself, or a part of it that could not be loaded.
  const text = problem.status === null && error instanceof Error ? error.message : textOf(problem);
  return (
    <main className="plain-page">
      <PlainHead title={t('pageFailed')} />
      <p className="facts">{text}</p>
      <p><button type="button" className="plain-button primary" onClick={() => window.location.reload()}>{t('loadAgain')}</button></p>
    </main>
  );
}
