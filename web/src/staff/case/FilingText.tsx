import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';

/** What the plaintiff asks for, and why, in their own words. */
export function FilingText({ courtCase }: { courtCase: CaseDetail }) {
  const { t } = useTranslation('cases');
  return (
    <dl className="filing-text">
      <dt>{t('claims')}</dt><dd>{courtCase.claims}</dd>
      <dt>{t('factsAndReasons')}</dt><dd>{courtCase.factsAndReasons}</dd>
    </dl>
  );
}
