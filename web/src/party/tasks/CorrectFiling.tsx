import { useCallback, useMemo, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { correctionKey, correctionWords, type AskedCorrection, type CorrectableField } from '#domain/filing/corrections.ts';
import { causesFor } from '#domain/law/causes/causes.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { useDraft } from '#web/drafts/use-draft.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { FileUploads, type KeptFile } from '#web/party/files/FileUploads.tsx';
import { correctionFrom, correctionInputOf, type CorrectionDraft } from '#web/party/filing/correction-draft.ts';
import { DraftNote } from '#web/party/parts/DraftNote.tsx';
import { LongField, TextField } from '#web/party/parts/fields.tsx';
import { Hint, Loading } from '#web/party/parts/notices.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { taskTitle } from '#web/party/parts/task-words.ts';
import { myCasePath } from '#web/party/party-paths.ts';
import { Ended } from '#web/party/tasks/Ended.tsx';
import { TaskHead } from '#web/party/tasks/TaskHead.tsx';
import { filePath } from '#web/paths.ts';

/** REG-7: exactly what the court asked for, each with its reason, as it is now and as it is to be. */
export function CorrectFiling({ task, onDone }: { task: TaskDetail; onDone: () => void }) {
  const { t } = useTranslation('filing');
  const { t: tParty } = useTranslation('party');
  const say = useWords();
  const { data: me } = useQuery(queries.me());
  const { data: detail } = useQuery(queries.case(task.caseId));
  const kept = useDraft(`task:${task.taskId}`, me?.personId);
  const [typed, setTyped] = useState<CorrectionDraft | null>(null);
  const [missing, setMissing] = useState(false);
  const [sending, setSending] = useState(false);
  const draft = typed ?? correctionFrom(kept.content);
  const asked = (task.facts as { corrections?: AskedCorrection[] }).corrections ?? [];
  const busyItems = useRef(new Set<string>());
  const busy = useCallback((what: string, value: boolean) => {
    if (value) busyItems.current.add(what); else busyItems.current.delete(what);
    setSending(busyItems.current.size > 0);
  }, []);
  const command = useCommand((input: ReturnType<typeof correctionInputOf>, options) => api.cases.correctFiling(input, options), {
    label: say(taskTitle('correct-filing')),
    onDone: () => { kept.clear(); onDone(); },
  });
  const latest = useRef(draft);
  latest.current = draft;
  const change = (part: Partial<CorrectionDraft>) => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    setTyped(next);
    kept.save(next as unknown as Record<string, unknown>);
  };
  const submit = async () => {
    setMissing(draft.explanation.trim().length < 2);
    if (draft.explanation.trim().length >= 2) await command.run(correctionInputOf(task.taskId, draft, asked));
  };
  const over = task.state !== 'open' || !task.mayAnswer;
  const running = command.phase !== null;
  return (
    <PhonePage
      title={say(taskTitle('correct-filing'))} back={myCasePath(task.caseId)} task={task.kind}
      actions={<button type="button" className="button main" disabled={over || running || sending || !detail} onClick={() => void submit()}>{running ? tParty('task.submitting') : sending ? tParty('evidence.sending') : t('correct.submit')}</button>}
    >
      <TaskHead task={task} />
      {over && !running ? <Ended task={task} /> : null}
      {kept.state === 'ready' && detail ? (
        <>
          <Hint>{t('correct.lead')}</Hint>
          {asked.map((one, at) => <Item key={one.what} n={at + 1} one={one} detail={detail} draft={draft} change={change} onBusy={busy} />)}
          <LongField label={t('correct.explanation')} hint={t('correct.explanationHint')} name="explanation" rows={3} maxLength={2000} value={draft.explanation} wrong={missing ? tParty('common.required') : null} onText={(explanation) => change({ explanation })} />
          <ProblemNote problem={command.problem} />
          <DraftNote draft={kept} />
        </>
      ) : <Loading>{tParty('common.loading')}</Loading>}
    </PhonePage>
  );
}

interface ItemProps { n: number; one: AskedCorrection; detail: CaseDetail; draft: CorrectionDraft; change: (part: Partial<CorrectionDraft>) => void; onBusy: (what: string, busy: boolean) => void }

function Item({ n, one, detail, draft, change, onBusy }: ItemProps) {
  const { t } = useTranslation('filing');
  const say = useWords();
  const key = correctionKey(one.what);
  const nameOf = (fileId: string) => detail.filing.materials.find((file) => file.fileId === fileId)?.name;
  return (
    <section className="card stack tight" aria-label={t('correct.item', { n })}>
      <h2>{say(correctionWords(one.what, nameOf))}</h2>
      <p className="soft">{t('correct.why', { why: one.why })}</p>
      {key && 'field' in key ? <Field field={key.field} detail={detail} draft={draft} change={change} /> : null}
      {key && 'material' in key ? <p>{t('correct.now')} <a href={filePath(key.material)} target="_blank" rel="noreferrer">{nameOf(key.material)}</a></p> : null}
      {key && !('field' in key) ? <NewFiles what={one.what} detail={detail} draft={draft} change={change} onBusy={onBusy} /> : null}
    </section>
  );
}

function Field({ field, detail, draft, change }: Pick<ItemProps, 'detail' | 'draft' | 'change'> & { field: CorrectableField }) {
  const { t } = useTranslation('filing');
  const say = useWords();
  const now = detail[field];
  const value = draft.fields[field] ?? now;
  const set = (text: string) => change({ fields: { ...draft.fields, [field]: text } });
  const causes = useMemo(() => causesFor(detail.caseType), [detail.caseType]);
  if (field === 'causeOfAction') {
    return (
      <>
        <TextField label={t('correct.instead')} hint={t('correct.nowIs', { text: now })} name={field} list="causes" maxLength={60} value={value} onText={set} />
        <datalist id="causes">{causes.map(({ name, above }) => <option key={name.zh} value={name.zh}>{[...above, name].map(say).join(' › ')}</option>)}</datalist>
      </>
    );
  }
  return (
    <>
      <details><summary>{t('correct.now')}</summary><p className="keep-lines">{now}</p></details>
      <LongField label={t('correct.instead')} name={field} rows={6} maxLength={field === 'claims' ? 5000 : 10000} value={value} onText={set} />
    </>
  );
}

function NewFiles({ what, detail, draft, change, onBusy }: Pick<ItemProps, 'detail' | 'draft' | 'change' | 'onBusy'> & { what: string }) {
  const { t } = useTranslation('filing');
  const files = draft.materials[what] ?? [];
  const busy = useCallback((value: boolean) => onBusy(what, value), [what, onBusy]);
  const take = (next: (before: readonly KeptFile[]) => KeptFile[]) => change({ materials: { ...draft.materials, [what]: next(files) } });
  return (
    <fieldset className="stack tight">
      <legend>{t('correct.newFile')}</legend>
      <FileUploads purpose="filing" caseId={detail.caseId} files={files} onFiles={take} onBusy={busy} />
    </fieldset>
  );
}
