import { useTranslation } from 'react-i18next';

/** What to do, in a few lines, and the chapter of docs/operations.md that says it in full. */
export function Handbook({ chapter }: { chapter: 'failed' | 'ambiguous' }) {
  const { t } = useTranslation('repairs');
  return (
    <details className="handbook">
      <summary>{t('handbook.title')}</summary>
      <p>{t(chapter === 'failed' ? 'handbook.failedLines' : 'handbook.ambiguousLines')}</p>
      <p className="faint">{t('handbook.chapter', { chapter: t(`handbook.${chapter}`) })} <span className="figures" lang="en">docs/operations.md</span></p>
    </details>
  );
}
