/** One task: its form on the left, what it rests on in the case on the right. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isTaskKind, taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';
import { isOfOperations } from '#domain/tasks/repair-step.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { queries } from '#web/api/queries.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { DeputyNote } from '#web/staff/home/DeputyNote.tsx';
import { RepairForm, stepOf, WhatFailed } from '#web/staff/operations/FailedStep.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { PowerOfAttorney } from '#web/staff/scheduling/PowerOfAttorney.tsx';
import { isOfLivestream, LivestreamContext } from '#web/staff/livestream/LivestreamContext.tsx';
import { AssessorContext } from '#web/staff/task/AssessorContext.tsx';
import { CaseContext } from '#web/staff/task/CaseContext.tsx';
import { OtherPage } from '#web/staff/task/OtherPage.tsx';
import { PeopleFacts } from '#web/staff/task/PeopleFacts.tsx';
import { TaskFacts } from '#web/staff/task/TaskFacts.tsx';
import { TaskHead } from '#web/staff/task/TaskHead.tsx';
import { TaskFormSection } from '#web/staff/task/TaskFormSection.tsx';
import { Comments } from '#web/staff/queue/Comments.tsx';
import { TaskOutcome } from '#web/staff/task/TaskOutcome.tsx';

const route = getRouteApi('/desk/tasks/$taskId');

export function TaskPage() {
  const { taskId } = route.useParams();
  const { t } = useTranslation('staff');
  const task = useQuery(queries.task(taskId));
  if (task.isError && !task.data) return <ReadFailure page error={task.error} again={() => void task.refetch()} />;
  if (!task.data) return <p className="queue-empty">{t('loading')}</p>;
  // Another task is another form: nothing of the one before may stay.
  return <TaskView key={taskId} task={task.data} />;
}

function TaskView({ task }: { task: TaskDetail }) {
  const navigate = useNavigate();
  const [sent, setSent] = useState(false);
  // What the page showed when it was opened stays while somebody types; a change is told beside the button.
  const [opened] = useState(task);
  const answerable = opened.state === 'open' && opened.mayAnswer && !sent;

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[role="dialog"], .ant-popover:not(.ant-popover-hidden)')) return;
      void navigate({ to: '/desk' });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [navigate]);

  return (
    <div className="task-page" data-task={task.kind}>
      <div className="task-main">
        <TaskHead task={task} />
        <DeputyNote task={task} />
        <TaskFacts task={task} />
        {task.kind === 'verify-identity' && <PowerOfAttorney task={task} />}
        <PeopleFacts task={task} />
        {isOfOperations(task.kind) && <WhatFailed step={stepOf(task)} />}
        {isTaskKind(task.kind)
          ? <TaskBody task={task} kind={task.kind} answerable={answerable} sent={sent} onSent={() => setSent(true)} />
          : <p>{task.kind}</p>}
        <section className="panel"><div className="panel-body"><Comments taskId={task.taskId} /></div></section>
      </div>
      {task.invitedInto ? <AssessorContext task={task} invitedInto={task.invitedInto} /> : isOfLivestream(task) ? <LivestreamContext task={task} /> : <CaseContext caseId={task.caseId} task={task} />}
    </div>
  );
}

function TaskBody({ task, kind, answerable, sent, onSent }: { task: TaskDetail; kind: TaskKindName; answerable: boolean; sent: boolean; onSent: () => void }) {
  if (sent) return <Done kind={kind} taskId={task.taskId} />;
  if (!answerable) return <TaskOutcome task={task} />;
  if (taskCatalogue[kind].page) return <OtherPage task={task} kind={kind} onSent={onSent} />;
  if (kind === 'repair-step') return <RepairForm task={task} onDone={onSent} />;
  return <TaskFormSection task={task} kind={kind} onSent={onSent} />;
}

/** After the answer: what comes next for this person. */
function Done({ kind, taskId }: { kind: TaskKindName; taskId: string }) {
  const { t } = useTranslation('staff');
  const say = useWords();
  const navigate = useNavigate();
  // What was put off is not next.
  const { data: mine } = useInfiniteQuery(queries.queue({ view: 'mine' }));
  const { data: roles } = useInfiniteQuery(queries.queue({ view: 'roles' }));
  const next = [...(mine?.pages[0]?.rows ?? []), ...(roles?.pages[0]?.rows ?? []).filter((row) => row.claimedBy === null)].find((row) => row.taskId !== taskId);
  return (
    <section className="done-panel" role="status">
      <h2>{t('task.doneTitle', { title: say(taskCatalogue[kind].title) })}</h2>
      <div className="preview-actions">
        {next && isTaskKind(next.kind) && (
          <Button type="primary" autoFocus onClick={() => void navigate({ to: '/desk/tasks/$taskId', params: { taskId: next.taskId } })}>
            {t('task.next', { title: say(taskCatalogue[next.kind].title), number: next.caseNumber ?? next.causeOfAction })}
          </Button>
        )}
        <Button onClick={() => void navigate({ to: '/desk' })}>{t('task.backToQueue')} <kbd>Esc</kbd></Button>
      </div>
    </section>
  );
}
