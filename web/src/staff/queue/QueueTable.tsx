import { useEffect, useRef } from 'react';
import { Checkbox } from 'antd';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isTaskKind, taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { QueueRow } from '#api/contract/queue.ts';
import type { QueueView } from '#domain/tasks/queue-views.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useParties } from '#web/i18n/parties.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { isForOthersInPerson } from '#web/staff/queue/instead-of.ts';
import { articleTitle } from '#web/staff/parts/Articles.tsx';
import { Since } from '#web/staff/parts/Due.tsx';
import { useRoleWords } from '#web/staff/parts/role-words.ts';
import type { SteadyRow } from '#web/staff/queue/steady-rows.ts';
import { WorkingDays } from '#web/staff/queue/WorkingDays.tsx';

interface Props {
  rows: readonly SteadyRow<QueueRow>[];
  loading: boolean;
  narrowed: boolean;
  selected: string | null;
  picked: ReadonlySet<string>;
  onSelect: (taskId: string) => void;
  onPick: (taskId: string) => void;
  onPickAll: () => void;
  onOpen: (taskId: string) => void;
  view: QueueView;
}

export function QueueTable({ rows, loading, narrowed, selected, picked, onSelect, onPick, onPickAll, onOpen, view }: Props) {
  const { t } = useTranslation(['queue', 'staff']);
  if (rows.length === 0) return <p className="queue-empty">{loading ? t('staff:loading') : narrowed ? t('none.narrowed') : t(`none.${view}`)}</p>;
  const all = rows.every(({ row }) => picked.has(row.taskId));
  return (
    <table className="desk-table queue-table">
      <thead>
        <tr>
          {view !== 'completed' && <th scope="col" className="pick"><Checkbox checked={all} indeterminate={!all && picked.size > 0} onChange={onPickAll} aria-label={t('pick.all')} /></th>}
          <th scope="col">{t('staff:queue.column.task')}</th>
          <th scope="col">{t('staff:queue.column.case')}</th>
          <th scope="col">{t('staff:queue.column.about')}</th>
          <th scope="col">{t('staff:queue.column.due')}</th>
          <th scope="col">{t('column.articles')}</th>
          <th scope="col">{t('column.who')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, mark }) => <Row key={row.taskId} row={row} mark={mark} view={view} selected={row.taskId === selected} picked={picked.has(row.taskId)} onSelect={onSelect} onPick={onPick} onOpen={onOpen} />)}
      </tbody>
    </table>
  );
}

interface RowProps { row: QueueRow; mark: SteadyRow<QueueRow>['mark']; view: QueueView; selected: boolean; picked: boolean; onSelect: (id: string) => void; onPick: (id: string) => void; onOpen: (id: string) => void }

function Row({ row, mark, view, selected, picked, onSelect, onPick, onOpen }: RowProps) {
  const { t } = useTranslation(['queue', 'staff']);
  const say = useWords();
  const parties = useParties();
  const roleName = useRoleWords(row);
  const language = useLanguage();
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => { if (selected) line.current?.scrollIntoView({ block: 'nearest' }); }, [selected]);
  const title = isTaskKind(row.kind) ? say(taskCatalogue[row.kind].title) : row.kind;
  return (
    <tr ref={line} className={[selected ? 'selected' : '', mark ?? '', row.overdue ? 'overdue' : ''].join(' ')} aria-current={selected ? true : undefined} onClick={() => onSelect(row.taskId)} onDoubleClick={() => onOpen(row.taskId)}>
      {view !== 'completed' && <td className="pick"><Checkbox checked={picked} onChange={() => onPick(row.taskId)} aria-label={t('pick.one', { title, number: row.caseNumber ?? row.causeOfAction })} /></td>}
      <td>
        <Link to="/desk/tasks/$taskId" params={{ taskId: row.taskId }} className="row-title">{title}</Link>
        {mark === 'new' && <span className="mark good">{t('staff:queue.new')}</span>}
        {mark === 'gone' && <span className="mark">{t('staff:queue.gone')}</span>}
        {row.insteadOf && <span className="mark">{t('instead', { name: row.insteadOf.name })}</span>}
        {isForOthersInPerson(row) && <span className="mark">{t('personal')}</span>}
        {row.comments > 0 && <span className="mark">{t('comments.count', { count: row.comments })}</span>}
        {row.snoozed && <span className="row-second">{t('snooze.until', { at: formatInstant(row.snoozed.until, 'dayTime', language), reason: row.snoozed.reason })}</span>}
      </td>
      <td>{row.caseNumber ? <span className="whole">{row.caseNumber}</span> : <span className="faint">{t('staff:queue.noNumber')}</span>}<span className="row-second">{row.causeOfAction} · {parties(row.parties)}</span></td>
      <td>{row.participant ? <>{roleName(row.participant.role)} <span className="whole">{row.participant.name}</span></> : <span className="faint">{t('staff:none')}</span>}</td>
      <td>{row.state === 'open' ? <WorkingDays row={row} /> : <><span className="faint">{t(`staff:queue.state.${row.state}`)}</span> <Since at={row.openedAt} /></>}</td>
      <td className="figures" title={articleTitle(row.articles)}>{row.articles.slice(0, 3).join(' ')}{row.articles.length > 3 ? ' …' : ''}</td>
      <td className="whole">{row.assignee?.name ?? row.claimedBy?.name ?? <span className="faint">{t('unclaimed')}</span>}</td>
    </tr>
  );
}
