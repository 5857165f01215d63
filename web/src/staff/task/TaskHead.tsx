import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isTaskKind, taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { AssignTask } from '#web/staff/home/AssignTask.tsx';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { Due, Since } from '#web/staff/parts/Due.tsx';
import { TaskReasons } from '#web/staff/queue/TaskReasons.tsx';
import { useRoleWords } from '#web/staff/parts/role-words.ts';

/** What the task is, whom it is about, why it exists, until when, and what follows when nobody acts. */
export function TaskHead({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('staff');
  const say = useWords();
  const roleName = useRoleWords(task);
  const kind = isTaskKind(task.kind) ? taskCatalogue[task.kind] : null;
  usePageTitle(kind ? say(kind.title) : task.kind);
  const claim = useCommand((_: void, options) => (task.claimedBy ? api.tasks.release({ taskId: task.taskId }, options) : api.tasks.claim({ taskId: task.taskId }, options)), { label: t('queue.claim') });
  return (
    <header className="task-head">
      <nav className="crumbs" aria-label={t('crumbs')}>
        <Link to="/desk">{t('nav.queue')}</Link>
        <Link to="/desk/cases/$caseId" params={{ caseId: task.caseId }}>{task.caseNumber ?? task.causeOfAction}</Link>
      </nav>
      <h1>
        {kind ? say(kind.title) : task.kind}
        {task.participant && <span className="task-about">{roleName(task.participant.role)} {task.participant.name}</span>}
      </h1>
      {kind && <p className="task-why">{say(kind.why)} <Articles ids={task.articles} /></p>}
      <dl className="task-meta">
        <div><dt>{t('task.due')}</dt><dd><Due at={task.dueAt} overdue={task.overdue} provisional={task.dueProvisional} /></dd></div>
        <div><dt>{t('task.since')}</dt><dd><Since at={task.openedAt} /></dd></div>
        <div><dt>{t('task.for')}</dt><dd>{task.assignee?.name ?? roleName(task.role)}</dd></div>
        <div>
          <dt>{t('task.claimed')}</dt>
          <dd>{task.claimedBy?.name ?? t('none')}{task.state === 'open' && task.mayAnswer && task.assignee === null && <Button size="small" type="link" disabled={claim.phase !== null} onClick={() => void claim.run()}>{task.claimedBy ? t('queue.release') : t('queue.claim')}</Button>} {task.mayAssign && <AssignTask taskId={task.taskId} given={task.claimedBy !== null} />}</dd>
        </div>
      </dl>
      {isTaskKind(task.kind) && task.state === 'open' && <TaskReasons kind={task.kind} />}
    </header>
  );
}
