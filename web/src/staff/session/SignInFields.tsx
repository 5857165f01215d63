import { useState, type FormEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { signInStaff, type SignInResult } from '#web/session/sign-in.ts';

/** User name and password. */
export function SignInFields({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('staff');
  const queryClient = useQueryClient();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [result, setResult] = useState<SignInResult | 'missing' | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (username.trim() === '' || password === '') {
      setResult('missing');
      return;
    }
    setBusy(true);
    const next = await signInStaff(queryClient, username.trim(), password);
    setBusy(false);
    setResult(next);
    if (next === 'signedIn') onSignedIn();
  };
  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)} noValidate>
      <label htmlFor="username">{t('signIn.username')}</label>
      <input id="username" name="username" autoComplete="username" autoFocus value={username} onChange={(event) => setUsername(event.target.value)} />
      <label htmlFor="password">{t('signIn.password')}</label>
      <input id="password" name="password" type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
      <p className="form-problem" role="alert">{result && result !== 'signedIn' ? t(`signIn.${result}`) : ''}</p>
      <button type="submit" className="plain-button primary" disabled={busy}>{busy ? t('signIn.busy') : t('signIn.submit')}</button>
    </form>
  );
}
