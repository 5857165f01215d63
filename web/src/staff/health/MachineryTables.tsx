/** Everything that the alarms rest on. What the machine calls things is English. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import type { HealthLook } from '#api/contract/health.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { Since } from '#web/staff/parts/Due.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';

export function MachineryTables({ look }: { look: HealthLook }) {
  const { t } = useTranslation(['health', 'resets']);
  const language = useLanguage();
  const seconds = (count: number) => t('seconds', { count: Math.round(count) });
  const milliseconds = (count: number | null) => (count === null ? t('unknown') : t('milliseconds', { count: Math.round(count) }));
  const gib = (bytes: number) => (bytes / 2 ** 30).toFixed(1);
  return (
    <>
      <Panel title={t('wedged')}>
        {look.wedged.length === 0 ? <p className="faint">{t('noWedged')}</p> : (
          <Table heads={[t('workflow'), t('cause'), t('attempts'), t('build'), t('worker'), t('since')]} rows={look.wedged.map((one) => ({
            key: one.workflowId,
            cells: [<><span className="figures" lang="en">{one.workflowId}</span><span className="row-second" lang="en">{one.message}</span>{one.workflowId.startsWith('case-') && <Link className="row-second" to="/desk/operations/reset/$caseId" params={{ caseId: one.workflowId.slice('case-'.length) }}>{t('resets:link')}</Link>}</>, <span lang="en">{one.cause}</span>, one.attempts,
              <span className="figures" lang="en">{one.build ?? t('unknown')}</span>, <span lang="en">{one.worker}</span>, one.since ? <Since at={one.since} /> : t('unknown')],
          }))} />
        )}
        <p className="faint">{t('round', { open: look.round.open, lookedAt: look.round.lookedAt })}</p>
      </Panel>
      <Panel title={t('queues')}>
        <Table heads={[t('queue'), t('kind'), t('backlog'), t('oldest'), t('rate'), t('pollers')]} rows={look.queues.map((queue) => ({
          key: `${queue.taskQueue}/${queue.kind}`,
          cells: [<span className="figures" lang="en">{queue.taskQueue}</span>, t(`kinds.${queue.kind}`), queue.backlog, seconds(queue.oldestSeconds), queue.tasksPerSecond.toFixed(1),
            queue.pollers.length === 0 ? <span className="mark bad">{t('nobody')}</span>
              : <ul className="poller-list">{queue.pollers.map((poller) => <li key={poller.worker}><span lang="en">{poller.worker}</span> <span className="row-second figures" lang={poller.build ? 'en' : undefined}>{poller.build ?? t('noBuild')}</span></li>)}</ul>],
        }))} />
      </Panel>
      <Panel title={t('processes')}>
        <Table heads={[t('process'), t('host'), t('build'), t('started'), t('seenAgo'), t('clock'), t('temporalClock'), t('disk')]} rows={look.processes.map((one) => ({
          key: `${one.process}/${one.host}/${one.pid}`,
          cells: [<span lang="en">{one.process} <span className="row-second">{one.pid}{one.taskQueue ? ` · ${one.taskQueue}` : ''}</span></span>, <span lang="en">{one.host}</span>, <span className="figures" lang="en">{one.build}</span>, <Since at={one.startedAt} />,
            seconds(one.seenSeconds), milliseconds(one.clockMs), milliseconds(one.temporalClockMs), <span lang="en">{t('gib', { free: gib(one.diskFreeBytes), total: gib(one.diskTotalBytes) })}</span>],
        }))} />
      </Panel>
      <div className="health-columns">
        <Panel title={t('commands', { count: look.commands.length })}>
          {look.commands.length === 0 ? <p className="faint">{t('noCommands')}</p> : (
            <Table heads={[t('operation'), t('workflow'), t('attempts'), t('age')]} rows={look.commands.map((one) => ({
              key: one.id, cells: [<span lang="en">{one.operation}</span>, <span className="figures" lang="en">{one.workflowId ?? ''}</span>, one.attempts, seconds(one.ageSeconds)],
            }))} />
          )}
        </Panel>
        <Panel title={t('behind')}>
          {look.behind.length === 0 ? <p className="faint">{t('noBehind')}</p> : (
            <Table heads={[t('workflow'), t('attempts'), t('age')]} rows={look.behind.map((one) => ({ key: one.workflowId, cells: [<span className="figures" lang="en">{one.workflowId}</span>, one.attempts, seconds(one.seconds)] }))} />
          )}
        </Panel>
        <Panel title={t('media')}>
          <p lang="en">Janus <span className="figures">{look.media.version ?? look.media.problem}</span></p>
          {look.media.rooms.length === 0 ? <p className="faint">{t('noRooms')}</p> : (
            <Table heads={[t('room'), t('inRoom')]} rows={look.media.rooms.map((one) => ({ key: one.room, cells: [<span className="figures" lang="en">{one.room}</span>, one.participants] }))} />
          )}
        </Panel>
        <Panel title={t('certificates')}>
          {look.certificates.length === 0 ? <p className="faint">{t('noCertificates')}</p> : (
            <Table heads={[t('certificates'), t('ends')]} rows={look.certificates.map((one) => ({ key: one.name, cells: [one.name === 'seal' ? t('seal') : <span lang="en">{one.name}</span>, <>{formatInstant(one.endsAt, 'day', language)} <span className="row-second">{t('days', { count: one.days })}</span></>] }))} />
          )}
        </Panel>
      </div>
    </>
  );
}

/** Wide tables scroll by themselves, never the page. */
function Table({ heads, rows }: { heads: readonly string[]; rows: readonly { key: string; cells: readonly ReactNode[] }[] }) {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={heads.join(' ')}>
      <table className="desk-table">
        <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>{rows.map(({ key, cells }) => <tr key={key}>{cells.map((cell, at) => <td key={heads[at]}>{cell}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}
