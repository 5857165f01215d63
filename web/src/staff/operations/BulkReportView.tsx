/** How far a bulk action is, and then what became of it: what failed, and why. */
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '#web/shell/problem-text.ts';
import type { BulkReport } from '#web/staff/operations/use-bulk.ts';

export function BulkReportView({ report, stop, close }: { report: BulkReport; stop: () => void; close: () => void }) {
  const { t } = useTranslation('repairs');
  const textOf = useProblemText();
  const { total, done, failed, over, stopped, after } = report;
  return (
    <div className="bulk-report">
      <Progress percent={Math.round((100 * done) / Math.max(total, 1))} aria-label={t('bulk.title')} format={(percent) => `${percent ?? 0}%`} status={over ? (failed.length > 0 ? 'exception' : 'success') : 'active'} />
      <p role="status">{t('bulk.progress', { done, total })} {over ? t('bulk.sent', { count: done - failed.length }) : t('bulk.working')} {over && failed.length < done && t(`bulk.${after}`)}</p>
      {stopped && <p>{t('bulk.stopped')}</p>}
      {failed.length > 0 && (
        <div role="alert">
          <p>{t('bulk.failed', { count: failed.length })}</p>
          <ul>{failed.map(({ item, problem }) => <li key={item.taskId}><span className="figures">{item.name}</span> {textOf(problem)}</li>)}</ul>
        </div>
      )}
      {over ? <Button onClick={close}>{t('bulk.close')}</Button> : <Button onClick={stop}>{t('bulk.stop')}</Button>}
    </div>
  );
}
