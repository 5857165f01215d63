import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { Good, Waiting } from '#web/party/parts/notices.tsx';

/** How the person's own part ended. */
export type Ending = 'signed' | 'refused';

/** Why there is nothing to sign (any more). */
export function NotOpen({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('signing');
  switch (task.state) {
    case 'completed': return <Good>{(task.outcome as { decision?: string } | null)?.decision === 'refuse' ? t('refused') : t('already')}</Good>;
    // The judge amended the transcript: nothing given for this version counts any more.
    case 'withdrawn': return <Waiting>{t('withdrawn')}</Waiting>;
    case 'open': return <Waiting>{t('notMine')}</Waiting>;
  }
}
