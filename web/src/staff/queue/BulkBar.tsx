/** What can be done with the tasks that were picked; and what became of each. */
import { CheckCircleFilled, CloseOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isTaskKind, taskCatalogue } from '#domain/tasks/catalogue.ts';
import { whyOneByOne } from '#domain/tasks/bulk.ts';
import type { BulkAction, BulkResult, QueueRow } from '#api/contract/queue.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';

interface Props { rows: readonly QueueRow[]; busy: boolean; onClaim: () => void; onRelease: () => void; onSnooze: () => void; onAnswer: () => void; onClear: () => void }

export function BulkBar({ rows, busy, onClaim, onRelease, onSnooze, onAnswer, onClear }: Props) {
  const { t } = useTranslation('queue');
  const say = useWords();
  if (rows.length === 0) return null;
  const kinds = [...new Set(rows.map((row) => row.kind))].filter(isTaskKind);
  const [kind] = kinds;
  const why = kinds.length > 1 || kind === undefined ? t('bulk.oneKind') : whyOneByOne(kind);
  const reason = typeof why === 'string' ? why : why && say(why);
  return (
    <div className="bulk-bar" role="region" aria-label={t('bulk.title', { count: rows.length })}>
      <strong>{t('bulk.title', { count: rows.length })}</strong>
      <Button size="small" disabled={busy} onClick={onClaim}>{t('bulk.claim')}</Button>
      <Button size="small" disabled={busy} onClick={onRelease}>{t('bulk.release')}</Button>
      <Button size="small" disabled={busy} onClick={onSnooze}>{t('snooze.button')}</Button>
      <Button size="small" disabled={busy || reason !== null} onClick={onAnswer}>{t('bulk.answer')}</Button>
      <Button size="small" type="link" onClick={onClear}>{t('bulk.clear')}</Button>
      {reason && <span className="bulk-why">{reason}</span>}
    </div>
  );
}

export interface BulkReport { did: BulkAction['do']; results: readonly BulkResult[]; rows: ReadonlyMap<string, QueueRow> }

/** Stays until it is closed: what failed, each with its reason. */
export function BulkReportNote({ report, onClose }: { report: BulkReport; onClose: () => void }) {
  const { t } = useTranslation('queue');
  const say = useWords();
  const count = (state: BulkResult['state']) => report.results.filter((one) => one.state === state).length;
  const failed = report.results.filter((one) => one.state === 'failed');
  return (
    <Alert
      className="bulk-report" type={failed.length > 0 ? 'warning' : 'success'} showIcon role="status" icon={failed.length > 0 ? <ExclamationCircleFilled aria-hidden /> : <CheckCircleFilled aria-hidden />}
      closable={{ onClose, 'aria-label': t('bulk.close'), closeIcon: <CloseOutlined aria-hidden /> }}
      title={t('bulk.report', { did: t(`bulk.did.${report.did}`), done: count('done'), pending: count('pending'), failed: failed.length })}
      description={failed.length === 0 ? undefined : (
        <ul>
          {failed.map((one) => {
            const row = report.rows.get(one.taskId);
            return <li key={one.taskId}>{row && `${isTaskKind(row.kind) ? say(taskCatalogue[row.kind].title) : row.kind} · ${row.caseNumber ?? row.causeOfAction}`}{t('colon')}{one.message ? say(one.message) : one.code} <Articles ids={one.articles ?? []} /></li>;
          })}
        </ul>
      )}
    />
  );
}
