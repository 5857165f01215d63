/** The selected task: why it exists, what follows, who and what it is about, what happened before, what colleagues say. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { roleInCase } from '#domain/filing/party-words.ts';
import { isTaskKind, taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { QueueRow } from '#api/contract/queue.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { Since } from '#web/staff/parts/Due.tsx';
import { Facts } from '#web/staff/parts/Panel.tsx';
import { DeputyNote } from '#web/staff/home/DeputyNote.tsx';
import { Comments } from '#web/staff/queue/Comments.tsx';
import { PreviewCase } from '#web/staff/queue/PreviewCase.tsx';
import { TaskReasons } from '#web/staff/queue/TaskReasons.tsx';
import { WorkingDays } from '#web/staff/queue/WorkingDays.tsx';

/** `watching`: the task is a colleague's, and this person sees it without answering it. */
interface Props { row: QueueRow | null; watching: boolean; gone: boolean; inDrawer?: boolean; busy: boolean; onOpen: (taskId: string) => void; onClaim: (row: QueueRow) => void; onSnooze: (row: QueueRow) => void }

export function QueuePreview({ row, watching, gone, inDrawer = false, busy, onOpen, onClaim, onSnooze }: Props) {
  const { t } = useTranslation(['queue', 'staff']);
  const say = useWords();
  const language = useLanguage();
  const [contextOpen, setContextOpen] = useState(false);
  // A dialog names itself; an aside within it would be a second landmark of the same.
  const Frame = inDrawer ? 'div' : 'aside';
  if (!row) return inDrawer ? null : <aside className="queue-preview" aria-label={t('staff:queue.preview')} />;
  const kind = isTaskKind(row.kind) ? row.kind : null;
  const roleName = (role: string) => say(roleInCase(role, row));
  return (
    <Frame className="queue-preview" {...(inDrawer ? {} : { 'aria-label': t('staff:queue.preview'), tabIndex: 0 })}>
      <h2>{kind ? say(taskCatalogue[kind].title) : row.kind}</h2>
      {/* Who only watches mostly may not open the case: a link would lead nowhere. */}
      <p className="preview-case">{watching ? row.caseNumber ?? t('staff:queue.noNumber') : <Link to="/desk/cases/$caseId" params={{ caseId: row.caseId }}>{row.caseNumber ?? t('staff:queue.noNumber')}</Link>} {row.causeOfAction}</p>
      {gone && <p className="mark-explained" role="status">{t('staff:queue.goneExplained')}</p>}
      <div className="preview-actions">
        <Button type="primary" onClick={() => onOpen(row.taskId)}>{watching ? t('look') : t('staff:queue.open')} <kbd>↵</kbd></Button>
        {row.state === 'open' && row.assignee === null && (row.claimedBy === null || row.mine) && !gone && !watching && <Button disabled={busy} onClick={() => onClaim(row)}>{row.claimedBy ? t('staff:queue.release') : t('staff:queue.claim')} <kbd>c</kbd></Button>}
        {row.state === 'open' && !gone && !watching && <Button disabled={busy} onClick={() => onSnooze(row)}>{row.snoozed ? t('snooze.wake') : t('snooze.button')} <kbd>s</kbd></Button>}
      </div>
      <DeputyNote task={row} />
      {kind && <p>{say(taskCatalogue[kind].why)}</p>}
      {kind && <TaskReasons kind={kind} />}
      <Facts items={[
        [t('staff:task.for'), row.assignee?.name ?? roleName(row.role)],
        ...(row.participant ? [[t('staff:queue.column.about'), `${roleName(row.participant.role)} ${row.participant.name}`] as const] : []),
        [t('staff:task.due'), <WorkingDays key="due" row={row} />],
        [t('staff:task.since'), <Since key="since" at={row.openedAt} />],
        [t('staff:task.claimed'), row.claimedBy?.name ?? t('staff:none')],
        ...(row.snoozed ? [[t('snooze.button'), t('snooze.until', { at: formatInstant(row.snoozed.until, 'dayTime', language), reason: row.snoozed.reason })] as const] : []),
        [t('staff:task.articles'), <Articles key="articles" ids={row.articles} />],
      ]} />
      <Comments key={row.taskId} taskId={row.taskId} />
      <details className="preview-context" open={contextOpen} onToggle={({ currentTarget }) => setContextOpen(currentTarget.open)}>
        <summary>{t('context')}</summary>
        {contextOpen && <PreviewCase key={row.caseId} caseId={row.caseId} participantId={row.participant?.participantId} />}
      </details>
    </Frame>
  );
}
