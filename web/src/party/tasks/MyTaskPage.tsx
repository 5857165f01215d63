import { lazy, Suspense, useRef, useState } from 'react';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { queries } from '#web/api/queries.ts';
import { isTaskKind } from '#domain/tasks/catalogue.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { TodoLink } from '#web/party/cases/TodoLink.tsx';
import { Good } from '#web/party/parts/notices.tsx';
import { NotYet } from '#web/party/parts/NotYet.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { SignedIn } from '#web/party/parts/SignedIn.tsx';
import { taskPath, taskTitle } from '#web/party/parts/task-words.ts';
import { myCasePath, myCasesPath, myTaskPath } from '#web/party/party-paths.ts';
import { Ended } from '#web/party/tasks/Ended.tsx';
import { TaskForm } from '#web/party/tasks/TaskForm.tsx';

/** With the list of causes, which no other task needs. */
const CorrectFiling = lazy(async () => ({ default: (await import('#web/party/tasks/CorrectFiling.tsx')).CorrectFiling }));

/** One thing to do: why, until when, under which article, what if not, and the form. */
export function MyTaskPage() {
  const { t } = useTranslation('party');
  const { taskId } = useParams({ strict: false }) as { taskId: string };
  return <SignedIn title={t('home.todo')}>{() => <TaskOf key={taskId} taskId={taskId} />}</SignedIn>;
}

function TaskOf({ taskId }: { taskId: string }) {
  const { t } = useTranslation('party');
  const say = useWords();
  const found = useQuery(queries.task(taskId));
  const [done, setDone] = useState(false);
  const begun = useRef(false);
  if (!found.data) return <NotYet title={t('home.todo')} back={myCasesPath} error={found.error} />;
  const task = found.data;
  const elsewhere = taskPath(task);
  if (!done && task.state === 'open' && elsewhere !== myTaskPath(taskId)) return <Navigate to={elsewhere} replace />;
  if (done) return <Done task={task} />;
  begun.current ||= task.state === 'open' && task.mayAnswer;
  // Once begun the form stays: a change meanwhile (also the own answer, told live) is said in it, nothing is taken away.
  if (begun.current && task.kind === 'correct-filing') return <Suspense fallback={<NotYet title={t('home.todo')} back={myCasesPath} error={null} />}><CorrectFiling task={task} onDone={() => setDone(true)} /></Suspense>;
  if (begun.current && isTaskKind(task.kind)) return <TaskForm task={task} kind={task.kind} onDone={() => setDone(true)} />;
  return (
    <PhonePage title={say(taskTitle(task.kind))} back={myCasePath(task.caseId)}>
      <h1>{say(taskTitle(task.kind))}</h1>
      <Ended task={task} />
      <Link className="button main wide" to={myCasePath(task.caseId)}>{t('task.toCase')}</Link>
    </PhonePage>
  );
}

function Done({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('party');
  const say = useWords();
  const { data } = useQuery(queries.tasks({ view: 'mine', limit: 50 }));
  const others = (data?.rows ?? []).filter((one) => one.taskId !== task.taskId);
  return (
    <PhonePage title={t('task.done')} back={myCasesPath} actions={<Link className="button main" to={myCasePath(task.caseId)}>{t('task.toCase')}</Link>}>
      <h1>{t('task.done')}</h1>
      <p className="soft">{say(taskTitle(task.kind))}</p>
      <Good>{t('task.doneLead')}</Good>
      {others.length > 0 ? <h2>{t('task.nextTask')}</h2> : null}
      {others.map((one) => <TodoLink key={one.taskId} task={one} about={one.causeOfAction} />)}
    </PhonePage>
  );
}
