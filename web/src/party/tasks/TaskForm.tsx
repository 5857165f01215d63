import type { TaskDetail } from '#api/contract/tasks.ts';
import type { TaskKindName } from '#domain/tasks/catalogue.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useState, type ReactNode } from 'react';
import { queries } from '#web/api/queries.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { filePath } from '#web/paths.ts';
import { Articles } from '#web/party/parts/Articles.tsx';
import { DraftNote } from '#web/party/parts/DraftNote.tsx';
import { Hint, Loading } from '#web/party/parts/notices.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { taskTitle } from '#web/party/parts/task-words.ts';
import { myCasePath } from '#web/party/party-paths.ts';
import { ChannelForm } from '#web/party/tasks/ChannelForm.tsx';
import { EvidenceForm } from '#web/party/tasks/EvidenceForm.tsx';
import { Invitation } from '#web/party/tasks/Invitation.tsx';
import { MadeForm } from '#web/party/tasks/MadeForm.tsx';
import { OpinionsForm } from '#web/party/tasks/OpinionsForm.tsx';
import { Ended } from '#web/party/tasks/Ended.tsx';
import { TaskHead } from '#web/party/tasks/TaskHead.tsx';
import { useTaskForm, type TaskForm as FormState } from '#web/tasks/form/use-task-form.ts';

export interface FormBodyProps {
  task: TaskDetail;
  form: FormState;
  onBusy: (busy: boolean) => void;
}

/** The form of a task on a phone: the made form, and where that is not enough for a thumb, one of its own. */
export function TaskForm({ task, kind, onDone }: { task: TaskDetail; kind: TaskKindName; onDone: () => void }) {
  const { t } = useTranslation('party');
  const say = useWords();
  const form = useTaskForm(task.taskId, kind, { onDone });
  const [sending, setSending] = useState(false);
  const busy = form.command.phase !== null;
  const over = task.state !== 'open' || !task.mayAnswer;
  const label = busy ? t('task.submitting') : sending ? t('evidence.sending') : submitText(kind, form, t);
  const submit = async () => {
    if (!(await form.submit())) requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid=true], .wrong, .notice.problem')?.scrollIntoView({ block: 'center' }));
  };
  return (
    <PhonePage
      title={say(taskTitle(kind))} back={myCasePath(task.caseId)} task={kind}
      actions={<button type="button" className="button main" disabled={busy || sending || over || !form.ready} onClick={() => void submit()}>{label}</button>}
    >
      <TaskHead task={task} />
      {over && !busy ? <Ended task={task} /> : null}
      {form.ready ? (
        <>
          {form.restored ? <Hint>{t('task.draftBack')} <button type="button" className="text-button" onClick={form.startOver}>{t('filing.startOver')}</button></Hint> : null}
          <Facts task={task} />
          {kind === 'accept-invitation' ? <Invitation task={task} /> : null}
          <Body kind={kind} task={task} form={form} onBusy={setSending} />
          <ProblemNote problem={form.command.problem} />
          <DraftNote draft={form.draft} />
        </>
      ) : <Loading>{t('common.loading')}</Loading>}
    </PhonePage>
  );
}

function submitText(kind: TaskKindName, form: FormState, t: ReturnType<typeof useTranslation<'party'>>['t']): string {
  const items = form.values['items'];
  if (kind === 'submit-evidence' && Array.isArray(items)) return items.length > 0 ? t('evidence.submitSome', { count: items.length }) : t('evidence.submitNone');
  return t('task.submit');
}

function Body({ kind, ...props }: FormBodyProps & { kind: TaskKindName }): ReactNode {
  if (kind === 'submit-evidence') return <EvidenceForm {...props} />;
  if (kind === 'confirm-evidence') return <OpinionsForm {...props} />;
  if (kind === 'choose-channel') return <ChannelForm {...props} />;
  return <MadeForm {...props} />;
}

/** What the court said when it asked: the explanation of a proposal. */
function Facts({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('party');
  const { explanation, terms, fileId, title, goesBack } = task.facts as { explanation?: string; terms?: string; fileId?: string; title?: string; goesBack?: boolean };
  const { t: happenings } = useTranslation('happenings');
  const mediated = task.kind === 'receive-mediation-agreement';
  const { data: courtCase } = useQuery({ ...queries.case(task.caseId), enabled: mediated });
  // CPL-100: what is signed for is the document that the court made, the newest of its rulings.
  const agreement = mediated ? courtCase?.documents.filter(({ purpose }) => purpose === 'ruling').at(-1) : undefined;
  return (
    <>
      {agreement ? <section className="card"><h2>{t('service.heading')}</h2><p><a href={filePath(agreement.fileId)} target="_blank" rel="noreferrer">{t('service.open', { title: agreement.name.replace(/\.pdf$/, '') })}</a></p></section> : null}
      {task.kind === 'receive-document' && typeof fileId === 'string' ? <section className="card"><h2>{t('service.heading')}</h2><p><a href={filePath(fileId)} target="_blank" rel="noreferrer">{t('service.open', { title: title ?? '' })}</a></p>{goesBack ? <p>{t('service.goesBack')} <Articles ids={['CPL-100', 'CPL-102']} /></p> : null}</section> : null}
      {typeof terms === 'string' ? <section className="card"><h2>{happenings('field.terms')}</h2><p className="keep-lines legal">{terms}</p></section> : null}
      {typeof explanation === 'string' ? <section className="card"><h2>{t('consent.explanation')}</h2><p className="keep-lines">{explanation}</p></section> : null}
    </>
  );
}
