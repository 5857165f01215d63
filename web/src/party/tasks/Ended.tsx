import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { Good, Hint, Waiting } from '#web/party/parts/notices.tsx';

/** Not open any more, or not this person's: said plainly, with who and when. */
export function Ended({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('party');
  const language = useLanguage();
  switch (task.state) {
    case 'completed':
      return task.completedBy && task.completedAt ? <Good>{t('task.completed', { by: task.completedBy.name, at: formatInstant(task.completedAt, 'dateTime', language) })}</Good> : <Good>{t('problem.alreadyDoneShort')}</Good>;
    case 'withdrawn': return <Hint>{t('task.withdrawn')}</Hint>;
    case 'open': return <Waiting>{t('task.notMine')}</Waiting>;
  }
}
