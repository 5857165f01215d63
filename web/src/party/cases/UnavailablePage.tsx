import { useState } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { Articles } from '#web/party/parts/Articles.tsx';
import { LongField, TextField } from '#web/party/parts/fields.tsx';
import { Hint } from '#web/party/parts/notices.tsx';
import { NotYet } from '#web/party/parts/NotYet.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { SignedIn } from '#web/party/parts/SignedIn.tsx';
import { myCasePath, myCasesPath } from '#web/party/party-paths.ts';

/** G4, CPL-149: days on which the participant cannot attend, told before the court schedules. */
export function UnavailablePage() {
  const { t } = useTranslation('scheduling');
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  return <SignedIn title={t('away.title')}>{() => <UnavailableOf caseId={caseId} />}</SignedIn>;
}

function UnavailableOf({ caseId }: { caseId: string }) {
  const { t } = useTranslation('scheduling');
  const found = useQuery(queries.case(caseId));
  if (!found.data) return <NotYet title={t('away.title')} back={myCasesPath} error={found.error} />;
  return <Unavailable detail={found.data} />;
}

function Unavailable({ detail: { caseId, caseNumber, causeOfAction } }: { detail: CaseDetail }) {
  const { t } = useTranslation('scheduling');
  const [days, setDays] = useState(['']);
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const name = useCommand(api.availability.name, { label: t('away.send'), onDone: () => { setDays(['']); setReason(''); setChecked(false); } });
  const given = [...new Set(days.filter((day) => day !== ''))];
  const complete = given.length > 0 && reason.trim().length >= 2;
  const submit = () => {
    setChecked(true);
    if (complete) void name.run({ caseId, days: given, reason: reason.trim() });
  };
  return (
    <PhonePage
      title={t('away.title')} back={myCasePath(caseId)}
      actions={<button type="button" className="button main" disabled={name.phase !== null} onClick={submit}>{name.phase === null ? t('away.send') : t('away.sending')}</button>}
    >
      <h1>{t('away.title')}</h1>
      <p className="soft">{caseNumber ?? causeOfAction}</p>
      <Hint><p>{t('away.lead')}</p><Articles ids={['G4', 'CPL-149']} /></Hint>
      <section className="card stack">
        {days.map((day, index) => <TextField key={index} label={t('away.day')} type="date" name={`day-${index}`} value={day} onText={(text) => setDays((before) => before.map((one, at) => (at === index ? text : one)))} />)}
        {days.length < 5 ? <button type="button" className="button" onClick={() => setDays((before) => [...before, ''])}>{t('away.add')}</button> : null}
        <LongField label={t('away.reason')} name="away-reason" rows={3} maxLength={500} value={reason} onText={setReason} />
        {checked && !complete ? <p className="wrong" role="alert">{t('away.fillIn')}</p> : null}
        <ProblemNote problem={name.problem} />
      </section>
      <Named caseId={caseId} />
      <Link className="button wide" to={myCasePath(caseId)}>{t('away.toCase')}</Link>
    </PhonePage>
  );
}

function Named({ caseId }: { caseId: string }) {
  const { t } = useTranslation('scheduling');
  const language = useLanguage();
  const { data } = useQuery(queries.unavailableDays(caseId));
  const takeBack = useCommand(api.availability.takeBack, { label: t('away.named') });
  return (
    <section className="card stack" aria-labelledby="named-days">
      <h2 id="named-days">{t('away.named')}</h2>
      {data?.days.length === 0 ? <p className="soft">{t('away.none')}</p> : null}
      <ul className="stack tight">
        {data?.days.map(({ day, reason }) => {
          const shown = formatInstant(day, 'day', language);
          return (
            <li key={day} className="row between">
              <p><strong>{shown}</strong> <span className="soft">{reason}</span></p>
              <button type="button" className="text-button" disabled={takeBack.phase !== null} aria-label={t('away.takeBack', { day: shown })} onClick={() => void takeBack.run({ caseId, day })}>{t('away.takeBackDo')}</button>
            </li>
          );
        })}
      </ul>
      <ProblemNote problem={takeBack.problem} />
    </section>
  );
}
