import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Good } from '#web/party/parts/notices.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { myCasePath, myCasesPath } from '#web/party/party-paths.ts';

/** After the filing: it has arrived, and what happens next. */
export function FiledPage() {
  const { t } = useTranslation('party');
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  return (
    <PhonePage
      title={t('filing.title')} back={myCasesPath}
      actions={<><Link className="button" to={myCasesPath}>{t('filing.done.toHome')}</Link><Link className="button main" to={myCasePath(caseId)}>{t('filing.done.toCase')}</Link></>}
    >
      <h1>{t('filing.done.title')}</h1>
      <Good>{t('filing.done.lead')}</Good>
      <p className="soft">{t('filing.done.number')} <span className="number">{caseId.slice(0, 8)}</span></p>
      <section className="card">
        <h2>{t('filing.done.next')}</h2>
        <ol className="log">
          <li>{t('filing.done.first')}</li>
          <li>{t('filing.done.second')}</li>
          <li>{t('filing.done.third')}</li>
        </ol>
      </section>
    </PhonePage>
  );
}
