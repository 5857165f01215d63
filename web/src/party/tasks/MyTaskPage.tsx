import { useState } from 'react';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { asProblem } from '#web/api/errors.ts';
import { queries } from '#web/api/queries.ts';
import { isTaskKind } from '#domain/tasks/catalogue.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { TodoLink } from '#web/party/cases/TodoLink.tsx';
import { Articles } from '#web/party/parts/Articles.tsx';
import { Good, Hint, Loading, Waiting } from '#web/party/parts/notices.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { SignedIn } from '#web/party/parts/SignedIn.tsx';
import { taskPath, taskTitle } from '#web/party/parts/task-words.ts';
import { myCasePath, myCasesPath, myTaskPath } from '#web/party/party-paths.ts';
import { TaskForm } from '#web/party/tasks/TaskForm.tsx';

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
  if (!found.data) {
    return <PhonePage title={t('home.todo')} back={myCasesPath}>{found.error ? <ProblemNote problem={asProblem(found.error)} /> : <Loading>{t('common.loading')}</Loading>}</PhonePage>;
  }
  const task = found.data;
  const elsewhere = taskPath(task);
  if (!done && task.state === 'open' && elsewhere !== myTaskPath(taskId)) return <Navigate to={elsewhere} replace />;
  if (done) return <Done task={task} />;
  if (task.state === 'open' && task.mayAnswer && isTaskKind(task.kind)) return <TaskForm task={task} kind={task.kind} onDone={() => setDone(true)} />;
  return (
    <PhonePage title={say(taskTitle(task.kind))} back={myCasePath(task.caseId)}>
      <h1>{say(taskTitle(task.kind))}</h1>
      <Ended task={task} />
      <Link className="button main wide" to={myCasePath(task.caseId)}>{t('task.toCase')}</Link>
    </PhonePage>
  );
}

/** Not open any more, or not this person's: said plainly, with who and when. */
function Ended({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('party');
  const language = useLanguage();
  switch (task.state) {
    case 'completed':
      return task.completedBy && task.completedAt ? <Good>{t('task.completed', { by: task.completedBy.name, at: formatInstant(task.completedAt, 'dateTime', language) })}</Good> : <Good>{t('problem.alreadyDoneShort')}</Good>;
    case 'withdrawn': return <Hint>{t('task.withdrawn')}</Hint>;
    case 'open': return <Waiting>{t('task.notMine')}</Waiting>;
  }
}

function Done({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('party');
  const say = useWords();
  const { data } = useQuery(queries.tasks({ view: 'mine', limit: 50 }));
  const others = (data?.rows ?? []).filter((one) => one.taskId !== task.taskId);
  return (
    <PhonePage title={say(taskTitle(task.kind))} back={myCasesPath} actions={<Link className="button main" to={myCasePath(task.caseId)}>{t('task.toCase')}</Link>}>
      <h1>{t('task.done')}</h1>
      <Good>{t('task.doneLead')}</Good>
      {others.length > 0 ? <h2>{t('task.nextTask')}</h2> : null}
      {others.map((one) => <TodoLink key={one.taskId} task={one} about={one.causeOfAction} />)}
    </PhonePage>
  );
}
