import { useState, type FormEvent } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { useCommand } from '#web/api/use-command.ts';
import { checkIdentityNumber } from '#domain/people/identity-number.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { ForVisitors, Hint } from '#web/party/parts/notices.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { SignedIn } from '#web/party/parts/SignedIn.tsx';
import { TextField } from '#web/party/parts/fields.tsx';
import { useCourtDay } from '#web/party/parts/court-day.ts';
import { myCasesPath } from '#web/party/party-paths.ts';
import { nextFrom } from '#web/party/sign-in/sign-in-href.ts';

/** G3: real-name verification. The number's own check digit is looked at here; whether it belongs to the name, the register says. */
export function VerificationPage() {
  const { t } = useTranslation('party');
  return <SignedIn title={t('identity.title')} verified={false}>{(me) => <Verification knownName={me.verified ? me.name : ''} />}</SignedIn>;
}

function Verification({ knownName }: { knownName: string }) {
  const { t } = useTranslation('party');
  const say = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: court } = useQuery(queries.court());
  const today = useCourtDay();
  const [name, setName] = useState(knownName);
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState<{ name?: string; number?: string }>({});
  const verify = useCommand(api.people.verifyIdentity, { label: t('identity.title') });

  const wrongNumber = (typed: string) => {
    const checked = checkIdentityNumber(typed, today);
    return checked.ok ? undefined : say(checked.message);
  };
  async function submit(event: FormEvent) {
    event.preventDefault();
    const found = { name: name.trim().length < 2 ? t('identity.wrongName') : undefined, number: wrongNumber(number) };
    setWrong(found);
    if (found.name || found.number) return;
    const me = await verify.run({ name: name.trim(), identityNumber: number.replace(/\s/g, '').toUpperCase() });
    if (!me) return;
    client.setQueryData(queryKeys.me, me);
    await navigate({ to: nextFrom(window.location.search) ?? myCasesPath });
  }
  return (
    <PhonePage title={t('identity.title')} back="/">
      <h1>{t('identity.title')}</h1>
      <Hint>{t('identity.lead')}</Hint>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <TextField label={t('identity.name')} hint={t('identity.nameHint')} name="name" autoComplete="name" maxLength={50} value={name} onText={setName} wrong={wrong.name} />
        <TextField
          label={t('identity.number')} hint={t('identity.numberHint')} name="identityNumber" autoComplete="off" autoCapitalize="characters" maxLength={20} value={number} wrong={wrong.number}
          // What was found wrong goes as soon as it is right, not when the field is left: the button would move under the finger.
          onText={(text) => { setNumber(text); if (wrong.number) setWrong((before) => ({ ...before, number: wrongNumber(text) })); }}
          onBlur={() => { if (number !== '') setWrong((before) => ({ ...before, number: wrongNumber(number) })); }}
        />
        <ProblemNote problem={verify.problem} />
        <button type="submit" className="button main wide" disabled={verify.phase !== null}>{t('identity.submit')}</button>
      </form>
      {court?.mode === 'demonstration' ? <ForVisitors><p>{t('identity.demonstration')}</p></ForVisitors> : null}
    </PhonePage>
  );
}
