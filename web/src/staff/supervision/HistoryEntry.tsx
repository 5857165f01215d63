/** One entry of a case's history, with the way to the document, the moment of the recording, the workflow's event and what belongs to it. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry as Entry } from '#api/contract/audit.ts';
import { api } from '#web/api/client.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { filePath } from '#web/paths.ts';
import { articleTitle } from '#web/staff/parts/Articles.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { clockOf } from '#web/staff/recording/clock-of.ts';

/** The court's clock may have been moved ahead in the demonstration; a difference of seconds is none. */
const differs = (one: string, other: string) => Math.abs(Date.parse(one) - Date.parse(other)) > 60_000;

export function HistoryEntry({ caseId, entry }: { caseId: string; entry: Entry }) {
  const { t } = useTranslation(['audit', 'cases']);
  const say = useWords();
  const language = useLanguage();
  return (
    <li className={entry.refused ? 'refused' : undefined}>
      <div>
        <time dateTime={entry.at}>{formatInstant(entry.at, 'shortDay', language)} {formatInstant(entry.at, 'timeWithSeconds', language)}</time>
        {entry.courtAt && differs(entry.courtAt, entry.at) && <span className="row-second">{t('court', { time: formatInstant(entry.courtAt, 'dayTime', language) })}</span>}
      </div>
      <div><span className="mark">{t(`source.${entry.source}`)}</span></div>
      <div>
        <div className="history-title">
          <span>{entry.refused && <span className="mark bad">{t('cases:refused')}</span>} {say(entry.title)}{entry.technical && <> <span className="figures faint" lang="en">{entry.technical}</span></>}</span>
          <span className="faint">{entry.who ?? (entry.source === 'workflow' ? '' : t('system'))}</span>
          {entry.articles.length > 0 && <span className="faint" title={articleTitle(entry.articles)}>{entry.articles.join(' ')}</span>}
        </div>
        <div className="history-more">
          {entry.taskId && <Link to="/desk/tasks/$taskId" params={{ taskId: entry.taskId }}>{t('task')}</Link>}
          {entry.files.map(({ fileId, name }) => <a key={fileId} href={filePath(fileId)} target="_blank" rel="noreferrer">{name}</a>)}
          {entry.moment && <Link to="/desk/hearings/$hearingId/recording" params={{ hearingId: entry.moment.hearingId }} search={{ t: entry.moment.seconds }}>{t('moment', { clock: clockOf(entry.moment.seconds * 1000) })}</Link>}
          {entry.event && <WorkflowEvent caseId={caseId} event={entry.event} />}
          <details>
            <summary>{t('detail')} <span className="figures faint" lang="en">{entry.kind}{entry.stream && entry.seq !== null && entry.source === 'journal' ? ` #${entry.seq}` : ''}</span></summary>
            {entry.stream && <p className="figures faint" lang="en">{entry.stream}</p>}
            <pre className="figures" tabIndex={0}>{JSON.stringify(entry.detail, null, 2)}</pre>
            {entry.ids.length > 0 && (
              <ul className="history-ids" aria-label={t('related')}>
                {entry.ids.map(({ id, name }) => <li key={id}><Link to="/desk/supervision/$caseId" params={{ caseId }} search={{ about: id }}><span lang="en">{name}</span> <span className="figures">{id.slice(0, 8)}</span></Link></li>)}
              </ul>
            )}
          </details>
        </div>
      </div>
    </li>
  );
}

/** Read when it is opened: the look is on record. */
function WorkflowEvent({ caseId, event }: { caseId: string; event: NonNullable<Entry['event']> }) {
  const { t } = useTranslation(['audit']);
  const [opened, setOpened] = useState(false);
  const found = useQuery({
    queryKey: [...queryKeys.record, 'event', event.workflowId, event.runId, event.eventId], queryFn: () => api.audit.event({ caseId, ...event }), enabled: opened, staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <details onToggle={(toggle) => setOpened(toggle.currentTarget.open)}>
      <summary>{t('event', { id: event.eventId })}</summary>
      {opened && found.isPending && <p className="faint">{t('reading')}</p>}
      {found.isError && <ReadFailure error={found.error} again={() => void found.refetch()} />}
      {found.data && (
        <>
          <p className="faint">{t('attributes')}{found.data.source === 'live' ? '' : ` · ${t('exported')}`} <span className="figures" lang="en">{found.data.type} · {event.workflowId} · {event.runId}</span></p>
          <pre className="figures" tabIndex={0}>{JSON.stringify(found.data.attributes, null, 2)}</pre>
        </>
      )}
    </details>
  );
}
