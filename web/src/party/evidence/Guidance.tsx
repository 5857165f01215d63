import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { Articles } from '#web/party/parts/Articles.tsx';
import { LongField, OneOf } from '#web/party/parts/fields.tsx';
import { Good, Waiting } from '#web/party/parts/notices.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';

const channels = ['phone', 'message', 'inCourtApp'] as const;

/** G8: a technician guides on request; what was asked and what was done stays to be read. */
export function Guidance({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('evidence');
  const [about, setAbout] = useState('');
  const [callBack, setCallBack] = useState<(typeof channels)[number]>('phone');
  const [wrong, setWrong] = useState(false);
  const ask = useCommand(api.evidence.act, { label: t('guidance.submit'), onDone: () => setAbout('') });
  const last = detail.guidance.at(-1);
  const waiting = last?.state === 'open';
  const submit = () => (about.trim().length < 2 ? setWrong(true) : void ask.run({ caseId: detail.caseId, act: { what: 'askGuidance', about: about.trim(), callBack } }));
  return (
    <section className="card stack" aria-label={t('guidance.heading')}>
      <h2>{t('guidance.heading')}</h2>
      {detail.guidance.filter(({ state }) => state === 'completed').map((asked) => (
        <Good key={asked.taskId}><p>{asked.about}</p><p><strong>{asked.result === 'notReached' ? t('guidance.notReached') : t('guidance.guided')}</strong>{asked.record ? `：${asked.record}` : ''}</p></Good>
      ))}
      {waiting ? <Waiting><p>{last.about}</p><p>{t('guidance.asked')}</p></Waiting> : (
        <>
          <p className="soft">{t('guidance.lead')}</p>
          <LongField label={t('guidance.about')} rows={2} maxLength={2000} value={about} onText={setAbout} wrong={wrong && about.trim().length < 2 ? t('offer.required') : null} />
          <OneOf across legend={t('guidance.callBack')} value={callBack} onChoose={setCallBack} options={channels.map((value) => ({ value, label: t(`guidance.${value}`) }))} />
          <ProblemNote problem={ask.problem} />
          <button type="button" className="button wide" disabled={ask.phase !== null} onClick={submit}>{t('guidance.submit')}</button>
          <Articles ids={['G8']} />
        </>
      )}
    </section>
  );
}
