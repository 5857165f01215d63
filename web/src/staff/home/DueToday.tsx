import { useEffect, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isTaskKind, taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { HomeTask } from '#api/contract/desk.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Due } from '#web/staff/parts/Due.tsx';
import { countMarks, inOrder, steadyRows, type SteadyRow } from '#web/staff/queue/steady-rows.ts';

const idOf = (task: HomeTask): string => task.taskId;

/** What is overdue, due today, given to me or reminded of. Live, and nothing moves: rows keep their places until the person says so. */
export function DueToday({ tasks }: { tasks: readonly HomeTask[] }) {
  const { t } = useTranslation('home');
  const [rows, setRows] = useState<SteadyRow<HomeTask>[]>(() => inOrder(tasks));
  useEffect(() => setRows((before) => steadyRows(before, tasks, idOf)), [tasks]);
  const changes = countMarks(rows);
  return (
    <>
      {rows.length === 0 ? <p className="faint">{t('due.none')}</p> : <ul className="home-list due-list">{rows.map(({ row, mark }) => <Row key={row.taskId} task={row} gone={mark === 'gone'} />)}</ul>}
      <p className="queue-changes" role="status">
        {changes.fresh + changes.gone > 0 && <>{t('due.changes', changes)} <button type="button" className="language-switch" onClick={() => setRows(inOrder(tasks))}>{t('due.putInOrder')}</button></>}
      </p>
    </>
  );
}

function Row({ task, gone }: { task: HomeTask; gone: boolean }) {
  const { t } = useTranslation('home');
  const say = useWords();
  const title = isTaskKind(task.kind) ? say(taskCatalogue[task.kind].title) : task.kind;
  return (
    <li className={gone ? 'gone' : task.overdue ? 'overdue' : undefined}>
      <div>
        <Link to="/desk/tasks/$taskId" params={{ taskId: task.taskId }} search={{}} className="row-title">{title}</Link>
        {gone && <span className="mark">{t('due.gone')}</span>}
        <span className="row-second">{task.caseNumber ?? t('news.noNumber')} · {task.causeOfAction}{task.participant ? ` · ${task.participant.name}` : ''}</span>
        {task.insteadOf && <span className="row-note">{t('due.instead', { name: task.insteadOf.name })}{task.personal && <span className="mark">{t('due.personal')}</span>}</span>}
        {task.assigned && <span className="row-note">{t('due.assigned', { by: task.assigned.by, reason: task.assigned.reason })}</span>}
        {task.reminded && <span className="row-note reminded">{t('due.reminded', { by: task.reminded.by, note: task.reminded.note })}</span>}
      </div>
      <Due at={task.dueAt} overdue={task.overdue} provisional={task.dueProvisional} />
    </li>
  );
}
