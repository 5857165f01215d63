import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The public front of the court. */
export function FrontPage() {
  const { t } = useTranslation('shell');
  return (
    <main className="plain-page">
      <h1>{t('product')}</h1>
      <p><Link to="/staff/sign-in">{t('staffSignIn')}</Link></p>
    </main>
  );
}
