/** G10: the judge looks at the recording of a hearing, by its time line, downloads it, takes an extract as evidence, decides applications. */
import { useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RecordingPage as Page } from '#api/contract/recordings.ts';
import { sessionWords } from '#domain/case/session-words.ts';
import { queries } from '#web/api/queries.ts';
import { formatBytes, formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { downloadPath, filePath } from '#web/paths.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { Facts, Panel } from '#web/staff/parts/Panel.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { Extracts } from '#web/staff/recording/Extracts.tsx';
import { Marks } from '#web/staff/recording/Marks.tsx';
import { clockOf } from '#web/staff/recording/clock-of.ts';
import '#web/staff/recording/recording.css';

const route = getRouteApi('/desk/hearings/$hearingId/recording');

export function RecordingPage() {
  const { hearingId } = route.useParams();
  const { t: second } = route.useSearch();
  const { t } = useTranslation(['recordings', 'staff', 'cases']);
  usePageTitle(t('page'));
  const found = useQuery(queries.recording(hearingId));
  if (found.isError && !found.data) return <ReadFailure page error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <p className="queue-empty">{t('staff:loading')}</p>;
  return <Recording page={found.data} second={second} />;
}

function Recording({ page, second }: { page: Page; second: number | undefined }) {
  const { t } = useTranslation(['recordings', 'staff', 'cases']);
  const say = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const seek = (ms: number) => {
    if (!video.current) return;
    video.current.currentTime = ms / 1000;
    void video.current.play().catch(() => undefined);
  };
  const kind = page.kind in sessionWords ? say(sessionWords[page.kind as keyof typeof sessionWords]) : page.kind;
  return (
    <div className="case-page recording-page">
      <header className="case-head">
        <nav className="crumbs" aria-label={t('staff:crumbs')}>
          <Link to="/desk/cases">{t('staff:nav.cases')}</Link>
          <Link to="/desk/cases/$caseId" params={{ caseId: page.caseId }}>{page.caseNumber ?? t('cases:noNumber')}</Link>
        </nav>
        <h1>{t('title')} <span>{t('session', { number: page.sessionNumber, kind })}</span></h1>
      </header>
      <div className="case-columns">
        <div>
          {page.recording ? <Player page={page} recording={page.recording} video={video} second={second} /> : <p className="queue-empty">{t(page.state === 'adjourned' ? 'none' : 'composing')}</p>}
          {page.recording && <Panel title={t('marks')}><Marks marks={page.marks} durationMs={page.recording.durationMs} onSeek={seek} /></Panel>}
          {page.recording && <Panel title={t('extracts')}><Extracts page={page} durationMs={page.recording.durationMs} now={() => Math.round((video.current?.currentTime ?? 0) * 1000)} /></Panel>}
        </div>
        <div>
          <Panel title={t('requests')}><Requests page={page} /></Panel>
          <Panel title={t('viewings')}><Viewings page={page} /></Panel>
        </div>
      </div>
    </div>
  );
}

function Player({ page, recording, video, second }: { page: Page; recording: NonNullable<Page['recording']>; video: React.RefObject<HTMLVideoElement | null>; second: number | undefined }) {
  const { t } = useTranslation('recordings');
  const language = useLanguage();
  return (
    <section className="recording-player">
      <video ref={video} controls preload="metadata" src={filePath(recording.fileId)} aria-label={t('title')} onLoadedMetadata={({ currentTarget }) => { if (second !== undefined) currentTarget.currentTime = second; }} />
      <Facts items={[
        [t('length'), clockOf(recording.durationMs)],
        [t('span'), `${formatInstant(recording.from, 'dateTime', language)} – ${formatInstant(recording.to, 'timeWithSeconds', language)}`],
        [t('size'), formatBytes(recording.bytes)],
        [t('hash'), <span key="hash" className="figures">{recording.sha256}</span>],
      ]} />
      <p className="recording-download">
        <a className="plain-button" href={downloadPath(recording.fileId)} download={`${page.caseNumber ?? ''}-${page.sessionNumber}.mp4`}>{t('download')}</a>
        <span className="faint">{t('downloadLogged')}</span>
      </p>
    </section>
  );
}

function Requests({ page }: { page: Page }) {
  const { t } = useTranslation('recordings');
  const language = useLanguage();
  if (page.requests.length === 0) return <p className="faint">{t('noRequests')}</p>;
  return (
    <ul className="documents-list">
      {page.requests.map((one) => (
        <li key={one.requestId}>
          {t('byWhom', { name: one.name, how: t(`how.${one.how}`) })} <span className="mark">{t(`state.${one.state}`)}</span>
          <span className="row-second">{one.reason}</span>
          {one.decisionReason && <span className="row-second">{t('mine.decision', { reason: one.decisionReason })}</span>}
          {one.until && <span className="row-second">{t('mine.until', { time: formatInstant(one.until, 'dateTime', language) })}</span>}
          {one.taskId && <Link className="plain-button" to="/desk/tasks/$taskId" params={{ taskId: one.taskId }}>{t('decide')}</Link>}
        </li>
      ))}
    </ul>
  );
}

function Viewings({ page }: { page: Page }) {
  const { t } = useTranslation('recordings');
  const say = useWords();
  const language = useLanguage();
  if (page.viewings.length === 0) return <p className="faint">{t('noViewings')}</p>;
  return (
    <ul className="documents-list">
      {page.viewings.map((one, at) => (
        <li key={at}>
          {one.name}
          <span className="row-second">{say(one.what)} · {formatInstant(one.at, 'dateTime', language)}{one.until ? ` – ${formatInstant(one.until, 'time', language)}` : ''}</span>
        </li>
      ))}
    </ul>
  );
}
