import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { LongField } from '#web/party/parts/fields.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';

/** A refusal is a lawful answer; its reason goes on record (G9). */
export function RefuseToSign({ taskId, agreement, onCancel, onRefused }: { taskId: string; agreement: boolean; onCancel: () => void; onRefused: () => void }) {
  const { t } = useTranslation('signing');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  const section = useRef<HTMLElement>(null);
  const refuse = useCommand(api.tasks.complete, { label: t('refuse'), onDone: onRefused });
  useEffect(() => { section.current?.scrollIntoView({ block: 'center' }); section.current?.querySelector('textarea')?.focus(); }, []);
  const send = () => (reason.trim().length < 2 ? setWrong(true) : void refuse.run({ taskId, outcome: { decision: 'refuse', reason: reason.trim() } }));
  return (
    <section className="card refuse" ref={section} aria-label={t('refuseHeading')}>
      <h2>{t('refuseHeading')}</h2>
      <p>{t(agreement ? 'agreement.refuseLead' : 'refuseLead')}</p>
      <LongField label={t('reason')} name="reason" maxLength={2000} value={reason} onText={setReason} wrong={wrong && reason.trim().length < 2 ? t('reasonWrong') : null} />
      <ProblemNote problem={refuse.problem} />
      <div className="row">
        <button type="button" className="button grow" onClick={onCancel}>{t('cancel')}</button>
        <button type="button" className="button danger main grow" disabled={refuse.phase !== null} onClick={send}>{t('refuseSend')}</button>
      </div>
    </section>
  );
}
