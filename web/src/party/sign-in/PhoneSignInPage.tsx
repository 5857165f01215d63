import { useEffect, useState, type FormEvent } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { ForVisitors, Good, Problem } from '#web/party/parts/notices.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { TextField } from '#web/party/parts/fields.tsx';
import { myCasesPath, verificationHref } from '#web/party/party-paths.ts';
import { isPhone, sendPhoneCode, signInWithCode, type PhoneCodeTrouble } from '#web/party/sign-in/phone-code.ts';
import { nextFrom } from '#web/party/sign-in/sign-in-href.ts';
import { outboxPath, staffSignInPath } from '#web/paths.ts';

const resendSeconds = 60;

/** Sign-in of parties by phone code; then real-name verification, if it is still to be done (G3). */
export function PhoneSignInPage() {
  const { t } = useTranslation('party');
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: court } = useQuery(queries.court());
  const goOn = nextFrom(window.location.search);
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [wait, setWait] = useState(0);
  const [busy, setBusy] = useState<'sending' | 'entering' | null>(null);
  const [wrong, setWrong] = useState<{ phone?: string; code?: string }>({});
  const [trouble, setTrouble] = useState<PhoneCodeTrouble | null>(null);

  useEffect(() => {
    if (wait === 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1_000);
    return () => clearTimeout(timer);
  }, [wait]);

  async function send() {
    setTrouble(null);
    if (!isPhone(phone)) { setWrong({ phone: t('signIn.phoneWrong') }); return; }
    setWrong({});
    setBusy('sending');
    const answer = await sendPhoneCode(phone);
    setBusy(null);
    if (!answer.ok) { setTrouble(answer.trouble); return; }
    setSentTo(phone);
    setCode('');
    setWait(resendSeconds);
  }

  async function enter(event: FormEvent) {
    event.preventDefault();
    setTrouble(null);
    if (!isPhone(phone)) { setWrong({ phone: t('signIn.phoneWrong') }); return; }
    if (!/^\d{6}$/.test(code)) { setWrong({ code: t('signIn.codeWrong') }); return; }
    setWrong({});
    setBusy('entering');
    const answer = await signInWithCode(phone, code);
    if (!answer.ok) { setBusy(null); setTrouble(answer.trouble); return; }
    client.clear();
    const me = await client.fetchQuery(queries.me()).catch(() => null);
    const next = goOn ?? myCasesPath;
    await navigate({ to: me !== null && !me.staff && !me.verified ? verificationHref(next) : next });
  }

  return (
    <PhonePage title={t('signIn.title')} back="/">
      <h1>{t('signIn.title')}</h1>
      <p className="soft">{t('signIn.lead')}</p>
      <form className="stack" onSubmit={(event) => void enter(event)} noValidate>
        <TextField
          label={t('signIn.phone')} type="tel" name="phone" inputMode="numeric" autoComplete="tel-national" maxLength={11} value={phone} wrong={wrong.phone}
          onText={(text) => setPhone(text.replace(/\D/g, ''))}
          beside={(
            <button type="button" className="button" disabled={wait > 0 || busy !== null} onClick={() => void send()}>
              {wait > 0 ? t('signIn.sendAgain', { seconds: wait }) : t('signIn.sendCode')}
            </button>
          )}
        />
        {sentTo !== null && trouble === null ? <Good>{t('signIn.sent', { phone: sentTo })}</Good> : null}
        <TextField
          label={t('signIn.code')} name="code" className="code-input" inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} wrong={wrong.code}
          onText={(text) => setCode(text.replace(/\D/g, ''))}
        />
        {trouble !== null ? <Problem>{t(`signIn.error.${trouble}`)}</Problem> : null}
        <button type="submit" className="button main wide" disabled={busy !== null}>{t('signIn.enter')}</button>
      </form>
      {court?.mode === 'demonstration' ? <ForVisitors><p>{t('signIn.demonstration')}</p><p><a href={outboxPath} target="_blank" rel="noreferrer">{t('signIn.outbox')}</a></p></ForVisitors> : null}
      <section className="stack tight">
        <h2>{t('signIn.why')}</h2>
        <p className="soft">{t('signIn.whyText')}</p>
      </section>
      <p><Link to={staffSignInPath} search={goOn === null ? {} : { back: goOn }}>{t('signIn.staff')}</Link></p>
    </PhonePage>
  );
}
