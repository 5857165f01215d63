import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/party/parts/Articles.tsx';
import { taskIfNobodyActs, taskTitle, taskWhy } from '#web/party/parts/task-words.ts';

/** What a person asks before doing anything: why, until when, what if not. */
export function TaskHead({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('party');
  const say = useWords();
  const language = useLanguage();
  const why = taskWhy(task.kind);
  const otherwise = taskIfNobodyActs(task.kind);
  return (
    <div className="stack tight">
      <h1>{say(taskTitle(task.kind))}</h1>
      <p className="soft">{task.causeOfAction} <span className="number">{task.caseNumber ?? ''}</span></p>
      {why ? <p>{say(why)}</p> : null}
      {task.dueAt ? <p className={task.overdue ? 'wrong' : 'due'}><strong>{t(task.overdue ? 'task.overdue' : 'task.due', { time: formatInstant(task.dueAt, 'dateTime', language) })}</strong></p> : null}
      {otherwise ? <p className="soft">{t('task.otherwise', { what: say(otherwise) })}</p> : null}
      <Articles ids={task.articles} />
    </div>
  );
}
