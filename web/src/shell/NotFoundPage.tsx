import { useTranslation } from 'react-i18next';

/** No such page, or nothing that this person may see: the two look the same. */
export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <main className="plain-page">
      <h1>{t('notFound')}</h1>
      <p className="facts">{t('notFoundExplained')}</p>
      <p><a className="plain-button" href="/">{t('toFront')}</a></p>
    </main>
  );
}
