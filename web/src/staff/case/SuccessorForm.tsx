import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Problem } from '#web/staff/parts/Problem.tsx';

const fields = ['name', 'identityNumber', 'phone'] as const;

/** INT-55: who takes the place of the party because of whom the case is suspended. */
export function SuccessorForm({ courtCase }: { courtCase: CaseDetail }) {
  const { t } = useTranslation('happenings');
  const say = useWords();
  const [values, setValues] = useState({ name: '', identityNumber: '', phone: '' });
  const [done, setDone] = useState(false);
  const name = useCommand(api.cases.nameSuccessor, { label: t('successor'), onDone: () => setDone(true) });
  const out = courtCase.participants.find(({ participantId, left }) => participantId === courtCase.suspension?.participantId && !left);
  if (done) return <p role="status">{t('successorDone')}</p>;
  if (!out) return null;
  return (
    <form className="happening-form" aria-label={t('successor')} onSubmit={(event) => { event.preventDefault(); void name.run({ caseId: courtCase.caseId, participantId: out.participantId, ...values }); }}>
      <h3>{t('successor')}</h3>
      <p className="follows">{t('successorLead')}</p>
      <p>{t('successorOf', { name: out.name })}</p>
      {fields.map((field) => (
        <div key={field}>
          <label htmlFor={`successor-${field}`}>{t(field)}</label>
          <Input id={`successor-${field}`} value={values[field]} maxLength={field === 'name' ? 50 : field === 'phone' ? 11 : 18} onChange={(event) => setValues((before) => ({ ...before, [field]: event.target.value.trim() }))} />
        </div>
      ))}
      {name.problem && <Problem problem={name.problem} />}
      {name.problem?.fields.map((field) => <p key={field.path} className="cell-problem">{say(field.message)}</p>)}
      <Button htmlType="submit" loading={name.phase !== null} disabled={fields.some((field) => values[field] === '')}>{t('successorSubmit')}</Button>
    </form>
  );
}
