import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '#api/contract/tasks.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { ForwardIcon } from '#web/party/parts/icons.tsx';
import { taskPath, taskTitle } from '#web/party/parts/task-words.ts';

/** A thing to do, as a big button. */
export function TodoLink({ task, about }: { task: Pick<TaskRow, 'taskId' | 'kind' | 'hearingId' | 'dueAt' | 'overdue'>; about?: string }) {
  const { t } = useTranslation('party');
  const say = useWords();
  const language = useLanguage();
  const due = task.dueAt ? t(task.overdue ? 'home.overdue' : 'home.until', { time: formatInstant(task.dueAt, 'dayTime', language) }) : null;
  return (
    <Link className={task.overdue ? 'todo late' : 'todo'} to={taskPath(task)} data-task={task.kind}>
      <span className="grow">
        <span className="what">{say(taskTitle(task.kind))}</span>
        <br />
        <span className="more">{[about, due].filter(Boolean).join(' · ')}</span>
      </span>
      <ForwardIcon />
    </Link>
  );
}
