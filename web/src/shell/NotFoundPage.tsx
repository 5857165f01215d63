import { useTranslation } from 'react-i18next';
import { PlainHead } from '#web/shell/PlainHead.tsx';

/** No such page, or nothing that this person may see: the two look the same. */
export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <main className="plain-page">
      <PlainHead title={t('notFound')} />
      <p className="facts">{t('notFoundExplained')}</p>
      <p><a className="plain-button" href="/">{t('toFront')}</a></p>
    </main>
  );
}
