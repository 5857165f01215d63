import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { deskStartPath } from '#web/paths.ts';
import { LanguageSwitch } from '#web/shell/LanguageSwitch.tsx';
import { usePageTitle } from '#web/shell/page-title.ts';
import { SignInFields } from '#web/staff/session/SignInFields.tsx';
import '#web/staff/session/sign-in.css';

const route = getRouteApi('/staff/sign-in');

/** Where the court's staff sign in. */
export function StaffSignInPage() {
  const { t } = useTranslation(['staff', 'shell']);
  const { back } = route.useSearch();
  const router = useRouter();
  const { data: court } = useQuery(queries.court());
  usePageTitle(t('signIn.title'));
  // Only to our own pages: an address from outside must not lead elsewhere after signing in.
  const target = back?.startsWith('/') && !back.startsWith('//') ? back : deskStartPath;
  return (
    <main className="sign-in-page">
      <section className="sign-in-card" aria-labelledby="sign-in-title">
        <header>
          <img src="/favicon.svg" alt="" width={40} height={40} />
          <div>
            <p className="sign-in-court">{court?.name ?? t('shell:court')}</p>
            <h1 id="sign-in-title">{t('signIn.title')}</h1>
          </div>
        </header>
        <SignInFields onSignedIn={() => router.history.push(target)} />
        {court?.mode === 'demonstration' && <p className="sign-in-hint">{t('signIn.demonstrationHint')}</p>}
        <footer><a href="/">{t('signIn.toParties')}</a><LanguageSwitch /></footer>
      </section>
    </main>
  );
}
