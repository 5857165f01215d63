/** A task of the list in words, as tables on paper and in files show it. */
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '#api/contract/queue.ts';
import { stageWords, type StageOrClosed } from '#domain/case/stages.ts';
import { roleInCase } from '#domain/filing/party-words.ts';
import { isTaskKind, taskCatalogue } from '#domain/tasks/catalogue.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useParties } from '#web/i18n/parties.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';

export function useRowWords(): { heads: string[]; cells: (row: QueueRow) => string[] } {
  const { t } = useTranslation(['queue', 'staff']);
  const say = useWords();
  const parties = useParties();
  const language = useLanguage();
  const left = (row: QueueRow): string => {
    if (row.workingDaysLeft === null) return t('staff:due.none');
    const count = row.workingDaysLeft;
    return row.overdue || count < 0 ? t('left.overdue', { count: Math.max(1, -count) }) : count === 0 ? t('left.today') : t('left.days', { count });
  };
  return {
    heads: [t('staff:queue.column.task'), t('column.number'), t('column.cause'), t('column.parties'), t('column.stage'), t('staff:queue.column.about'), t('staff:queue.column.due'), t('column.left'), t('column.articles'), t('column.who')],
    cells: (row) => [
      isTaskKind(row.kind) ? say(taskCatalogue[row.kind].title) : row.kind, row.caseNumber ?? t('staff:queue.noNumber'), row.causeOfAction, parties(row.parties),
      row.stage ? say(stageWords[row.stage as StageOrClosed]) : '', row.participant ? `${say(roleInCase(row.participant.role, row))} ${row.participant.name}` : '',
      row.dueAt ? `${formatInstant(row.dueAt, 'dateTime', language)}${row.dueProvisional ? t('provisional') : ''}` : '', left(row), row.articles.join(' '), row.assignee?.name ?? row.claimedBy?.name ?? '',
    ],
  };
}
