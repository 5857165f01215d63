/** What is overdue and went up: how long, whom it waits for, and what whoever supervises may do about it. */
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isTaskKind, taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { EscalatedTask } from '#api/contract/desk.ts';
import type { TaskRow } from '#api/contract/tasks.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useParties } from '#web/i18n/parties.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { AssignTask } from '#web/staff/home/AssignTask.tsx';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { Due, Since } from '#web/staff/parts/Due.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { Problem, ReadFailure } from '#web/staff/parts/Problem.tsx';
import { useRoleWords } from '#web/staff/parts/role-words.ts';
import { inOrder, steadyRows, type SteadyRow } from '#web/staff/queue/steady-rows.ts';
import '#web/staff/home/home.css';

const idOf = (task: EscalatedTask): string => task.taskId;

export function EscalatedPage() {
  const { t } = useTranslation('home');
  usePageTitle(t('escalated.title'));
  const list = useQuery(queries.escalated());
  const [rows, setRows] = useState<SteadyRow<EscalatedTask>[]>([]);
  const { data } = list;
  // Rows keep their places while somebody writes a reminder; what is done is marked.
  useEffect(() => { if (data) setRows((before) => (before.length === 0 ? inOrder(data.rows) : steadyRows(before, data.rows, idOf))); }, [data]);
  if (list.isError && !data) return <ReadFailure page error={list.error} again={() => void list.refetch()} />;
  if (!data) return <p className="queue-empty">{t('loading')}</p>;
  return (
    <div className="escalated-page">
      <div className="queue-head"><h1>{t('escalated.title')}</h1></div>
      <p>{t('escalated.explained')}</p>
      <Panel title={t('escalated.title')}>
        {rows.length === 0 ? <p className="faint">{t('escalated.none')}</p> : (
          <div className="wide-table" role="group" aria-label={t('escalated.title')} tabIndex={0}>
            <table className="desk-table">
              <thead><tr>
                <th scope="col">{t('escalated.task')}</th><th scope="col">{t('escalated.case')}</th><th scope="col">{t('escalated.waits')}</th>
                <th scope="col">{t('escalated.due')}</th><th scope="col">{t('escalated.since')}</th><th scope="col">{t('escalated.act')}</th>
              </tr></thead>
              <tbody>{rows.map(({ row, mark }) => <Row key={row.taskId} task={row} gone={mark === 'gone'} />)}</tbody>
            </table>
          </div>
        )}
      </Panel>
      {data.open.length > 0 && <OpenTasks rows={data.open} />}
    </div>
  );
}

function Row({ task, gone }: { task: EscalatedTask; gone: boolean }) {
  const { t } = useTranslation('home');
  const say = useWords();
  const parties = useParties();
  const roleName = useRoleWords(task);
  const language = useLanguage();
  const kind = isTaskKind(task.kind) ? taskCatalogue[task.kind] : null;
  const about = task.role !== 'participant' && task.participant ? `${roleName(task.participant.role)} ${task.participant.name}` : null;
  const at = task.reminded && formatInstant(task.reminded.at, 'dayTime', language);
  return (
    <tr className={gone ? 'gone' : undefined}>
      <td><strong>{kind ? say(kind.title) : task.kind}</strong> {gone && <span className="mark">{t('due.gone')}</span>}{about && <span className="row-second">{t('escalated.about', { who: about })}</span>}<span className="row-second"><Articles ids={task.articles} /></span></td>
      <td>{task.caseNumber ?? t('news.noNumber')}<span className="row-second">{task.causeOfAction} · {parties(task.parties)}</span></td>
      <td>{task.waitsFor ?? t('escalated.roleWaits', { role: roleName(task.role) })}{task.waitsFor && <span className="row-second">{roleName(task.role === 'participant' ? task.participant?.role ?? task.role : task.role)}</span>}</td>
      <td><Due at={task.dueAt} overdue /></td>
      <td><Since at={task.escalatedAt} /></td>
      <td>
        {task.assigned && <span className="row-note">{t('assign.given', { by: task.assigned.by, to: task.assigned.to, at: formatInstant(task.assigned.at, 'dayTime', language), reason: task.assigned.reason })}</span>}
        {task.reminded && <span className="row-note">{task.reminded.to === null
          ? t('escalated.reminded', { by: task.reminded.by, at, note: task.reminded.note })
          : t('escalated.remindedTo', { by: task.reminded.by, to: task.reminded.to, at, note: task.reminded.note })}</span>}
        {!gone && <div className="escalated-actions"><Remind taskId={task.taskId} />{task.mayAssign && <AssignTask taskId={task.taskId} given={task.assigned !== null} />}</div>}
      </td>
    </tr>
  );
}

function Remind({ taskId }: { taskId: string }) {
  const { t } = useTranslation('home');
  const [writing, setWriting] = useState(false);
  const [note, setNote] = useState('');
  const remind = useCommand((_: void, options) => api.desk.remind({ taskId, note }, options), { label: t('escalated.remind'), onDone: () => { setWriting(false); setNote(''); } });
  if (!writing) return <Button size="small" onClick={() => setWriting(true)}>{t('escalated.remind')}</Button>;
  const id = `remind-${taskId}`;
  return (
    <form className="remind-form" onSubmit={(event) => { event.preventDefault(); void remind.run(); }}>
      <label htmlFor={id}>{t('escalated.remindNote')}</label>
      <Input id={id} autoFocus maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      {remind.problem && <Problem problem={remind.problem} />}
      <div className="form-buttons">
        <Button size="small" onClick={() => setWriting(false)}>{t('assign.cancel')}</Button>
        <Button size="small" type="primary" htmlType="submit" loading={remind.phase !== null} disabled={note.trim().length < 2}>{t('escalated.remindSend')}</Button>
      </div>
    </form>
  );
}

/** What waits for anybody of a role and nobody is at: the head may give it to one. */
function OpenTasks({ rows }: { rows: readonly TaskRow[] }) {
  const { t } = useTranslation('home');
  const say = useWords();
  const parties = useParties();
  const roleName = useRoleWords();
  return (
    <Panel title={t('escalated.openTitle')}>
      <div className="wide-table" role="group" aria-label={t('escalated.openTitle')} tabIndex={0}>
        <table className="desk-table">
          <thead><tr><th scope="col">{t('escalated.task')}</th><th scope="col">{t('escalated.case')}</th><th scope="col">{t('escalated.waits')}</th><th scope="col">{t('due.until')}</th><th scope="col">{t('escalated.act')}</th></tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.taskId}>
                <td><strong>{isTaskKind(row.kind) ? say(taskCatalogue[row.kind].title) : row.kind}</strong></td>
                <td>{row.caseNumber ?? t('news.noNumber')}<span className="row-second">{row.causeOfAction} · {parties(row.parties)}</span></td>
                <td>{roleName(row.role)}</td>
                <td><Due at={row.dueAt} overdue={row.overdue} provisional={row.dueProvisional} /></td>
                <td><AssignTask taskId={row.taskId} given={false} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
