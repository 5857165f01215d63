import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { roleInCase } from '#domain/filing/party-words.ts';
import { isTaskKind, taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { TaskRow } from '#api/contract/tasks.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { Due, Since } from '#web/staff/parts/Due.tsx';
import { Facts } from '#web/staff/parts/Panel.tsx';

interface Props { row: TaskRow | null; gone: boolean; busy: boolean; onOpen: (taskId: string) => void; onClaim: (row: TaskRow) => void }

/** The selected task: why it exists, what follows when nobody acts, under which articles. */
export function QueuePreview({ row, gone, busy, onOpen, onClaim }: Props) {
  const { t } = useTranslation('staff');
  const say = useWords();
  if (!row) return <aside className="queue-preview" aria-label={t('queue.preview')} />;
  const kind = isTaskKind(row.kind) ? taskCatalogue[row.kind] : null;
  const role = say(roleInCase(row.role, row));
  return (
    <aside className="queue-preview" aria-label={t('queue.preview')}>
      <h2>{kind ? say(kind.title) : row.kind}</h2>
      <p className="preview-case"><Link to="/desk/cases/$caseId" params={{ caseId: row.caseId }}>{row.caseNumber ?? t('queue.noNumber')}</Link> {row.causeOfAction}</p>
      {kind && <p>{say(kind.why)}</p>}
      {kind && <p className="if-nobody"><span>{t('task.ifNobodyActs')}</span>{say(kind.ifNobodyActs)}</p>}
      <Facts items={[
        [t('task.for'), row.assignee?.name ?? role],
        [t('task.due'), <Due key="due" at={row.dueAt} overdue={row.overdue} provisional={row.dueProvisional} />],
        [t('task.since'), <Since key="since" at={row.openedAt} />],
        [t('task.claimed'), row.claimedBy?.name ?? t('none')],
        [t('task.articles'), <Articles key="articles" ids={row.articles} />],
      ]} />
      <div className="preview-actions">
        <Button type="primary" onClick={() => onOpen(row.taskId)}>{t('queue.open')} <kbd>↵</kbd></Button>
        {row.state === 'open' && row.assignee === null && !gone && <Button disabled={busy} onClick={() => onClaim(row)}>{row.claimedBy ? t('queue.release') : t('queue.claim')} <kbd>c</kbd></Button>}
      </div>
      {gone && <p className="mark-explained">{t('queue.goneExplained')}</p>}
    </aside>
  );
}
