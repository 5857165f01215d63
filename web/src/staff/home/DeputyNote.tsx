import { useTranslation } from 'react-i18next';
import { isTaskKind, taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { TaskKind } from '#domain/tasks/task-kind.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import '#web/staff/home/home.css';

/** In whose place the reader looks at the task; or why nobody answers it in that person's place. */
export function DeputyNote({ task }: { task: Pick<TaskDetail, 'insteadOf' | 'state' | 'kind'> }) {
  const { t } = useTranslation('home');
  const say = useWords();
  if (task.insteadOf === null || task.state !== 'open') return null;
  const personal = isTaskKind(task.kind) ? (taskCatalogue[task.kind] as TaskKind).personal : undefined;
  return (
    <p className="deputy-note" role="note">
      {personal ? <>{t('deputy.personal', { name: task.insteadOf.name, reason: say(personal.reason) })} <Articles ids={personal.articles} /></> : t('deputy.acting', { name: task.insteadOf.name })}
    </p>
  );
}
