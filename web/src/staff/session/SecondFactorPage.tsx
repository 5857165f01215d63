/** Sets up the second factor of a member of the court's staff: password, QR code, first code. */
import { useState, type FormEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { deskStartPath } from '#web/paths.ts';
import { beginSecondFactor, confirmSecondFactor, type SecondFactor } from '#web/session/sign-in.ts';
import { LanguageSwitch } from '#web/shell/LanguageSwitch.tsx';
import { usePageTitle } from '#web/shell/page-title.ts';
import { QrCode } from '#web/staff/signing-round/QrCode.tsx';
import '#web/staff/session/sign-in.css';

export function SecondFactorPage() {
  const { t } = useTranslation('staff');
  const router = useRouter();
  const queryClient = useQueryClient();
  usePageTitle(t('signIn.setUp.title'));
  const [factor, setFactor] = useState<SecondFactor | null>(null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<'setUp.refused' | 'wrongCode' | 'tooMany' | 'unavailable' | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    if (!factor) {
      const begun = await beginSecondFactor(typed);
      setFactor(begun);
      if (!begun) setProblem('setUp.refused');
    } else {
      const result = await confirmSecondFactor(queryClient, typed.trim());
      switch (result) {
        case 'signedIn': router.history.push(deskStartPath); break;
        case 'wrong': case 'secondFactor': setProblem('wrongCode'); break;
        case 'tooMany': case 'unavailable': setProblem(result);
      }
    }
    setTyped('');
    setBusy(false);
  };
  return (
    <main className="sign-in-page">
      <section className="sign-in-card" aria-labelledby="second-factor-title">
        <h1 id="second-factor-title">{t('signIn.setUp.title')}</h1>
        <p className="sign-in-court">{t('signIn.setUp.explained')}</p>
        {factor && (
          <div className="second-factor">
            <QrCode text={factor.totpURI} label={t('signIn.setUp.scan')} />
            <p className="sign-in-court">{t('signIn.setUp.backup')}</p>
            <ul>{factor.backupCodes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
          </div>
        )}
        <form className="sign-in-form" onSubmit={(event) => void submit(event)} noValidate>
          <label htmlFor="second-factor">{factor ? t('signIn.code') : t('signIn.password')}</label>
          <input id="second-factor" key={factor ? 'code' : 'password'} type={factor ? 'text' : 'password'} inputMode={factor ? 'numeric' : 'text'} autoComplete={factor ? 'one-time-code' : 'current-password'} autoFocus value={typed} onChange={(event) => setTyped(event.target.value)} />
          <p className="form-problem" role="alert">{problem ? t(`signIn.${problem}`) : ''}</p>
          <button type="submit" className="plain-button primary" disabled={busy || typed === ''}>{t('signIn.setUp.begin')}</button>
        </form>
        <footer><span /><LanguageSwitch /></footer>
      </section>
    </main>
  );
}
