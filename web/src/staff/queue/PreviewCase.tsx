import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { asProblem } from '#web/api/errors.ts';
import { queries } from '#web/api/queries.ts';
import { Documents } from '#web/staff/case/Documents.tsx';
import { FilingText } from '#web/staff/case/FilingText.tsx';
import { Hearings } from '#web/staff/case/Hearings.tsx';
import { Participants } from '#web/staff/case/Participants.tsx';
import { Timeline } from '#web/staff/case/Timeline.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';

/** As much of what happened as one looks at before deciding; the case's page has the rest. */
const latest = 12;

/** The case beside the list: its people, papers, hearings and what happened last. */
export function PreviewCase({ caseId, participantId }: { caseId: string; participantId: string | undefined }) {
  const { t } = useTranslation(['cases', 'staff']);
  const notHidden = ({ state: { error } }: { state: { error: unknown } }) => error === null || asProblem(error).code !== 'NOT_FOUND';
  const courtCase = useQuery({ ...queries.case(caseId), enabled: notHidden });
  const timeline = useQuery({ ...queries.timeline(caseId), enabled: (query) => notHidden(query) && courtCase.data !== undefined });
  // Who takes one task of a case, or leads its division, does not see the case for that.
  if (courtCase.isError && asProblem(courtCase.error).code === 'NOT_FOUND') return <p className="faint">{t('contextHidden')}</p>;
  if (courtCase.isError && !courtCase.data) return <ReadFailure error={courtCase.error} again={() => void courtCase.refetch()} />;
  if (!courtCase.data) return <p className="faint">{t('staff:loading')}</p>;
  const { data } = courtCase;
  const entries = [...(timeline.data?.entries ?? [])].sort((a, b) => b.at.localeCompare(a.at) || b.seq - a.seq).slice(0, latest);
  return (
    <>
      <h3>{t('participants')}</h3>
      <Participants courtCase={data} highlighted={participantId} />
      <h3>{t('documents')}</h3>
      <Documents documents={data.documents} />
      {data.hearings.length > 0 && <><h3>{t('hearings')}</h3><Hearings courtCase={data} /></>}
      <h3>{t('timeline')}</h3>
      {timeline.data && <Timeline entries={entries} />}
      <details><summary>{data.causeOfAction}</summary><FilingText courtCase={data} /></details>
    </>
  );
}
