import { useEffect, useRef } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { roleInCase } from '#domain/filing/party-words.ts';
import { isTaskKind, taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { TaskRow } from '#api/contract/tasks.ts';
import { useParties } from '#web/i18n/parties.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Due, Since } from '#web/staff/parts/Due.tsx';
import type { QueueView } from '#web/staff/queue/queue-views.ts';
import type { SteadyRow } from '#web/staff/queue/steady-rows.ts';

interface Props {
  rows: readonly SteadyRow<TaskRow>[];
  loading: boolean;
  selected: string | null;
  onSelect: (taskId: string) => void;
  onOpen: (taskId: string) => void;
  view: QueueView;
}

export function QueueTable({ rows, loading, selected, onSelect, onOpen, view }: Props) {
  const { t } = useTranslation('staff');
  if (rows.length === 0) return <p className="queue-empty">{loading ? t('loading') : t(`queue.none.${view}`)}</p>;
  return (
    <table className="desk-table queue-table">
      <thead>
        <tr>
          <th scope="col">{t('queue.column.task')}</th>
          <th scope="col">{t('queue.column.case')}</th>
          <th scope="col">{t('queue.column.about')}</th>
          <th scope="col">{t('queue.column.due')}</th>
          <th scope="col">{t('queue.column.opened')}</th>
          <th scope="col">{t('queue.column.claimed')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, mark }) => <Row key={row.taskId} row={row} mark={mark} selected={row.taskId === selected} onSelect={onSelect} onOpen={onOpen} />)}
      </tbody>
    </table>
  );
}

function Row({ row, mark, selected, onSelect, onOpen }: { row: TaskRow; mark: SteadyRow<TaskRow>['mark']; selected: boolean; onSelect: (id: string) => void; onOpen: (id: string) => void }) {
  const { t } = useTranslation('staff');
  const say = useWords();
  const parties = useParties();
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => { if (selected) line.current?.scrollIntoView({ block: 'nearest' }); }, [selected]);
  const kind = isTaskKind(row.kind) ? taskCatalogue[row.kind] : null;
  const about = row.participant && `${say(roleInCase(row.participant.role, row))} ${row.participant.name}`;
  return (
    <tr ref={line} className={[selected ? 'selected' : '', mark ?? '', row.overdue ? 'overdue' : ''].join(' ')} aria-current={selected ? true : undefined} onClick={() => onSelect(row.taskId)} onDoubleClick={() => onOpen(row.taskId)}>
      <td>
        <Link to="/desk/tasks/$taskId" params={{ taskId: row.taskId }} className="row-title">{kind ? say(kind.title) : row.kind}</Link>
        {mark === 'new' && <span className="mark good">{t('queue.new')}</span>}
        {mark === 'gone' && <span className="mark">{t('queue.gone')}</span>}
      </td>
      <td>{row.caseNumber ?? <span className="faint">{t('queue.noNumber')}</span>}<span className="row-second">{row.causeOfAction} · {parties(row.parties)}</span></td>
      <td>{about ?? <span className="faint">{t('none')}</span>}</td>
      <td>{row.state === 'open' ? <Due at={row.dueAt} overdue={row.overdue} provisional={row.dueProvisional} /> : <span className="faint">{t(`queue.state.${row.state}`)}</span>}</td>
      <td><Since at={row.openedAt} /></td>
      <td>{row.claimedBy?.name ?? <span className="faint">{t('none')}</span>}</td>
    </tr>
  );
}
