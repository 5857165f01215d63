import { useState, type FormEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirmSecondFactor, signInStaff, type SignInResult } from '#web/session/sign-in.ts';

/** User name and password; then the code of the person's device, where the account has one. */
export function SignInFields({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('staff');
  const queryClient = useQueryClient();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState<Exclude<SignInResult, 'signedIn' | 'secondFactor'> | 'missing' | 'wrongCode' | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (username.trim() === '' || password === '' || code === '') {
      setProblem('missing');
      return;
    }
    setBusy(true);
    const result = code === null ? await signInStaff(queryClient, username.trim(), password) : await confirmSecondFactor(queryClient, code.trim());
    setBusy(false);
    switch (result) {
      case 'signedIn': onSignedIn(); return;
      case 'secondFactor': setCode(''); setProblem(null); return;
      case 'wrong': setProblem(code === null ? 'wrong' : 'wrongCode'); return;
      case 'tooMany': case 'unavailable': setProblem(result);
    }
  };
  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)} noValidate>
      {code === null ? (
        <>
          <label htmlFor="username">{t('signIn.username')}</label>
          <input id="username" name="username" autoComplete="username" autoFocus value={username} onChange={(event) => setUsername(event.target.value)} />
          <label htmlFor="password">{t('signIn.password')}</label>
          <input id="password" name="password" type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
        </>
      ) : (
        <>
          <label htmlFor="second-factor">{t('signIn.code')}</label>
          <input id="second-factor" name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={8} autoFocus value={code} onChange={(event) => setCode(event.target.value)} />
        </>
      )}
      <p className="form-problem" role="alert">{problem ? t(`signIn.${problem}`) : ''}</p>
      <button type="submit" className="plain-button primary" disabled={busy}>{busy ? t('signIn.busy') : t('signIn.submit')}</button>
    </form>
  );
}
