/** One case for the court's people: where it stands first, then what happened, who, what, when. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { filePath } from '#web/paths.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { CaseHappenings } from '#web/staff/case/CaseHappenings.tsx';
import { Documents, documentsBesideEvidence } from '#web/staff/case/Documents.tsx';
import { Evidence } from '#web/staff/case/Evidence.tsx';
import { FilingText } from '#web/staff/case/FilingText.tsx';
import { Hearings } from '#web/staff/case/Hearings.tsx';
import { Participants } from '#web/staff/case/Participants.tsx';
import { PeopleChanges } from '#web/staff/case/PeopleChanges.tsx';
import { Standing } from '#web/staff/case/Standing.tsx';
import { TimelinePanel } from '#web/staff/case/TimelinePanel.tsx';
import { LivestreamPanel } from '#web/staff/livestream/LivestreamPanel.tsx';
import { Since } from '#web/staff/parts/Due.tsx';
import { Facts, Panel } from '#web/staff/parts/Panel.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { useMay } from '#web/staff/parts/use-may.ts';

const route = getRouteApi('/desk/cases/$caseId');

export function CasePage() {
  const { caseId } = route.useParams();
  const { t } = useTranslation(['cases', 'staff']);
  const courtCase = useQuery(queries.case(caseId));
  usePageTitle(courtCase.data?.caseNumber ?? courtCase.data?.causeOfAction ?? t('staff:nav.cases'));
  const may = useMay();
  if (courtCase.isError && !courtCase.data) return <ReadFailure page error={courtCase.error} again={() => void courtCase.refetch()} />;
  if (!courtCase.data) return <p className="queue-empty">{t('staff:loading')}</p>;
  const { data } = courtCase;
  return (
    <div className="case-page">
      <header className="case-head">
        <nav className="crumbs" aria-label={t('staff:crumbs')}><Link to="/desk/cases">{t('staff:nav.cases')}</Link></nav>
        <h1>{data.caseNumber ?? t('noNumber')} <span>{data.causeOfAction}</span></h1>
        {may.supervise && <Link className="plain-button" to="/desk/supervision/$caseId" params={{ caseId }}>{t('staff:supervision.history')}</Link>}
      </header>
      <Standing courtCase={data} />
      <div className="case-columns">
        <div>
          {data.hearings.length > 0 && <Panel title={t('hearings')}><Hearings courtCase={data} /></Panel>}
          {(data.evidence.length > 0 || data.evidencePeriod !== null) && <Panel title={t('evidence')}><Evidence courtCase={data} /></Panel>}
          <LivestreamPanel courtCase={data} />
          <TimelinePanel caseId={caseId} />
        </div>
        <div>
          <Panel title={t('participants')}><Participants courtCase={data} /><PeopleChanges courtCase={data} /></Panel>
          <CaseHappenings courtCase={data} />
          <Panel title={t('filing')}><FilingText courtCase={data} /></Panel>
          <Panel title={t('documents')}><Documents documents={documentsBesideEvidence(data)} /></Panel>
          {data.archive && (
            <Panel title={t('archive')}>
              <Facts items={[
                [t('archiveSealed'), <Since key="at" at={data.archive.sealedAt} />],
                ...(['mainVolume', 'confidentialVolume', 'disc'] as const).flatMap((part) => {
                  const place = data.archive?.[part];
                  return place ? [[t(part), <ArchivePart key={part} place={place} />] as const] : [];
                }),
              ]} />
            </Panel>
          )}
        </div>
      </div>
    </div>
  );
}

/** A stored file by its id, or the name of a folder where it lies. */
function ArchivePart({ place }: { place: string }) {
  return /^[0-9a-f-]{36}$/.test(place) ? <a href={filePath(place)}>{place.slice(0, 8)}</a> : <span className="figures" lang="en">{place}</span>;
}
