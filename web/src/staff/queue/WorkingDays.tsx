import { useTranslation } from 'react-i18next';
import type { QueueRow } from '#api/contract/queue.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { useCourtNow } from '#web/shell/court-clock.ts';

/** Urgency as the law counts it: working days that are left, the day, what is provisional, what is overdue. */
export function WorkingDays({ row }: { row: QueueRow }) {
  const { t } = useTranslation(['queue', 'staff', 'scheduling']);
  const language = useLanguage();
  const now = useCourtNow();
  if (row.dueAt === null || row.workingDaysLeft === null) return <span className="faint">{t('staff:due.none')}</span>;
  const late = row.overdue || row.dueAt < now;
  const left = row.workingDaysLeft;
  const text = late ? t('left.overdue', { count: Math.max(1, -left) }) : left <= 0 ? t('left.today') : t('left.days', { count: left });
  return (
    <span className={late ? 'due late' : left <= 1 ? 'due soon' : 'due'}>
      <span className="due-span">{text}</span>
      <time dateTime={row.dueAt}>{formatInstant(row.dueAt, 'dayTime', language)}</time>
      {row.dueProvisional && <span className="mark provisional" title={t('scheduling:provisionalWhy')}>{t('scheduling:provisional')}</span>}
    </span>
  );
}
