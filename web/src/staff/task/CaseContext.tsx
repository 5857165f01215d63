import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#api/contract/tasks.ts';
import type { AskedCorrection } from '#domain/filing/corrections.ts';
import { asProblem } from '#web/api/errors.ts';
import { queries } from '#web/api/queries.ts';
import { Documents, documentsBesideEvidence } from '#web/staff/case/Documents.tsx';
import { Evidence } from '#web/staff/case/Evidence.tsx';
import { FiledMaterials, FilingChanges, FilingKind } from '#web/staff/case/FilingParts.tsx';
import { FilingText } from '#web/staff/case/FilingText.tsx';
import { Hearings } from '#web/staff/case/Hearings.tsx';
import { Participants } from '#web/staff/case/Participants.tsx';
import { WaitingFor } from '#web/staff/case/Standing.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';

/** The case beside the form: what a person needs to know to answer. */
export function CaseContext({ caseId, task }: { caseId: string; task: TaskDetail }) {
  const { t } = useTranslation('cases');
  const { t: tFiling } = useTranslation('filing');
  // Who only reviews the filing does not see the case after that; the page left open does not ask again at each change, which would go on record as refused attempts.
  const courtCase = useQuery({ ...queries.case(caseId), enabled: ({ state: { error } }) => error === null || asProblem(error).code !== 'NOT_FOUND' });
  if (courtCase.isError && asProblem(courtCase.error).code === 'NOT_FOUND') {
    return <aside className="case-context" aria-label={t('context')}><Panel title={t('context')}><p className="faint">{t('contextHidden')}</p></Panel></aside>;
  }
  if (courtCase.isError && !courtCase.data) return <aside className="case-context"><ReadFailure error={courtCase.error} again={() => void courtCase.refetch()} /></aside>;
  if (!courtCase.data) return <aside className="case-context" aria-busy="true" />;
  const { data } = courtCase;
  const corrected = task.kind === 'review-filing' ? (task.facts as { corrected?: { corrections: AskedCorrection[] } }).corrected : undefined;
  const others = documentsBesideEvidence(data).filter(({ fileId }) => !data.filing.materials.some((one) => one.fileId === fileId));
  return (
    <aside className="case-context" aria-label={t('context')}>
      <Panel title={<Link to="/desk/cases/$caseId" params={{ caseId }}>{data.caseNumber ?? t('noNumber')}</Link>} extra={<span className="faint">{data.causeOfAction}</span>}>
        <FilingKind courtCase={data} />
        <FilingText courtCase={data} />
      </Panel>
      {corrected && <Panel title={tFiling('desk.changed')} extra={<span className="faint">{tFiling('desk.version', { n: data.filing.version })}</span>}><FilingChanges courtCase={data} asked={corrected.corrections} /></Panel>}
      <Panel title={t('participants')}><Participants courtCase={data} highlighted={task.participant?.participantId} /></Panel>
      {data.filing.materials.length > 0 && <Panel title={tFiling('desk.materials')}><FiledMaterials materials={data.filing.materials} /></Panel>}
      {others.length > 0 && <Panel title={t('documents')}><Documents documents={others} /></Panel>}
      {data.evidence.length > 0 && <Panel title={t('evidence')}><Evidence courtCase={data} /></Panel>}
      {data.hearings.length > 0 && <Panel title={t('hearings')}><Hearings courtCase={data} /></Panel>}
      {data.standing.waitingFor.length > 1 && <Panel title={t('waitingFor')}><WaitingFor standing={data.standing} except={task.taskId} /></Panel>}
    </aside>
  );
}
