import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { roleInCase } from '#domain/filing/party-words.ts';
import { useWords } from '#web/i18n/use-words.ts';

/** As whom the court invites, who invites, and why. */
export function Invitation({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('casePeople');
  const say = useWords();
  const { role = '', reason = '', invitedBy = '' } = task.facts as { role?: string; reason?: string; invitedBy?: string };
  return (
    <section className="card">
      <h2>{t('invited.heading')}</h2>
      <p><strong>{t('invited.as', { role: say(roleInCase(role, task)) })}</strong></p>
      <p className="keep-lines">{t('invited.why', { reason })}</p>
      <p className="soft">{t('invited.by', { name: task.names[invitedBy] ?? '' })}</p>
    </section>
  );
}
