import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import type { CaseDetail } from '#api/contract/cases.ts';
import { latenesses, latenessWords, lateDecisionWords, lawfulDecisions, type LateDecision as Decision, type Lateness } from '#domain/evidence/lateness.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import type { Item } from '#web/evidence/words.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/party/parts/Articles.tsx';
import { LongField, OneOf, TextField, Tick } from '#web/party/parts/fields.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';

/** CPL-68: the judge decides in the room whether late evidence is admitted; only what the law leaves can be chosen. */
export function LateDecision({ detail, item }: { detail: CaseDetail; item: Item }) {
  const { data } = useQuery(queries.caseTasks(detail.caseId, 'admit-late-evidence', 'open'));
  const tasks = data?.rows.filter(({ mine }) => mine) ?? [];
  if (tasks.length === 0) return null;
  return <>{tasks.map(({ taskId }) => <OfTask key={taskId} taskId={taskId} item={item} caseType={detail.caseType} />)}</>;
}

function OfTask({ taskId, item, caseType }: { taskId: string; item: Item; caseType: CaseDetail['caseType'] }) {
  const { data } = useQuery(queries.task(taskId));
  return data?.facts['evidenceId'] === item.evidenceId ? <DecisionForm taskId={taskId} caseType={caseType} /> : null;
}

function DecisionForm({ taskId, caseType }: { taskId: string; caseType: CaseDetail['caseType'] }) {
  const { t } = useTranslation('evidence');
  const say = useWords();
  const [lateness, setLateness] = useState<Lateness>('objective');
  const [basicFact, setBasicFact] = useState(false);
  const [chosen, setChosen] = useState<Decision>('admit');
  const [fine, setFine] = useState('');
  const [unit, setUnit] = useState(false);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  const answer = useCommand(api.tasks.complete, { label: t('court.decide') });
  const { decisions, articles } = lawfulDecisions(lateness, basicFact, caseType);
  const decision = decisions.includes(chosen) ? chosen : decisions[0]!;
  const give = () => {
    if (reason.trim().length < 2) { setWrong(true); return; }
    const fined = decision === 'admitWithFine' ? { fineYuan: Number(fine) || 0, unit } : {};
    void answer.run({ taskId, outcome: { lateness, basicFact, decision, reason: reason.trim(), ...fined } });
  };
  return (
    <section className="stack" data-task="admit-late-evidence" aria-label={t('court.decide')}>
      <h3>{t('court.decide')}</h3>
      <OneOf legend={t('court.lateness')} value={lateness} onChoose={setLateness} options={latenesses.map((value) => ({ value, label: say(latenessWords[value]) }))} />
      <Tick label={t('court.basicFact')} value={basicFact} onChange={setBasicFact} />
      <OneOf legend={t('court.decision')} value={decision} onChoose={setChosen} options={decisions.map((value) => ({ value, label: say(lateDecisionWords[value]) }))} />
      {decision === 'admitWithFine' ? <><TextField label={t('court.fine')} hint={t('court.fineHint')} inputMode="numeric" value={fine} onText={setFine} /><Tick label={t('court.unit')} value={unit} onChange={setUnit} /></> : null}
      <LongField label={t('court.reason')} rows={2} value={reason} wrong={wrong ? t('offer.required') : null} onText={setReason} />
      <Articles ids={articles} />
      <ProblemNote problem={answer.problem} />
      <button type="button" className="button main" disabled={answer.phase !== null} onClick={give}>{t('court.submit')}</button>
    </section>
  );
}
