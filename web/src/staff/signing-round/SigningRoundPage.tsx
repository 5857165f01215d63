/** The clerk's screen of a signing round: a QR code for each who has to sign, and who has done so. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '#api/contract/tasks.ts';
import { queries } from '#web/api/queries.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { SignerCard } from '#web/staff/signing-round/SignerCard.tsx';

const route = getRouteApi('/desk/hearings/$hearingId/signing');

export function SigningRoundPage() {
  const { hearingId } = route.useParams();
  const { t } = useTranslation(['staff', 'cases', 'transcript']);
  const hearing = useQuery(queries.hearing(hearingId));
  usePageTitle(t('signingRound.title'));
  const transcript = useQuery(queries.transcript(hearingId));
  const caseId = hearing.data?.caseId ?? '';
  const open = useQuery({ ...queries.caseTasks(caseId, 'sign-transcript', 'open'), enabled: caseId !== '' });
  const done = useQuery({ ...queries.caseTasks(caseId, 'sign-transcript', 'completed'), enabled: caseId !== '' });
  const refusals = useQuery({ ...queries.caseTasks(caseId, 'record-refusal-to-sign', 'open'), enabled: caseId !== '' });
  if (hearing.isError && !hearing.data) return <ReadFailure page error={hearing.error} again={() => void hearing.refetch()} />;
  if (!hearing.data) return <p className="queue-empty">{t('loading')}</p>;

  const ofHearing = (rows: readonly TaskRow[] | undefined) => rows?.filter((task) => task.hearingId === hearingId) ?? [];
  const waiting = ofHearing(open.data?.rows);
  const signatures = transcript.data?.signatures ?? [];
  const signed = signatures.filter(({ refused }) => refused === null).length;
  // Tasks of an earlier version were answered too; the signatures of this version are what counts.
  const answered = ofHearing(done.data?.rows).filter((task) => !waiting.some((other) => samePerson(other, task)));
  return (
    <div className="case-page">
      <header className="case-head">
        <nav className="crumbs" aria-label={t('crumbs')}>
          <Link to="/desk/cases">{t('nav.cases')}</Link>
          <Link to="/desk/cases/$caseId" params={{ caseId }}>{hearing.data.caseNumber ?? t('cases:noNumber')}</Link>
          <Link to="/desk/hearings/$hearingId/transcript" params={{ hearingId }}>{t('transcript:page')}</Link>
        </nav>
        <h1>{t('signingRound.title')} <span>{t('signingRound.progress', { signed, waiting: waiting.length })}</span></h1>
      </header>
      {transcript.data?.frozen
        ? <p className="signing-version">{t('transcript:frozen', { version: transcript.data.frozen.version })} <span className="figures">{transcript.data.frozen.sha256}</span></p>
        : <p className="signing-version">{t('signingRound.notFixed')}</p>}
      {ofHearing(refusals.data?.rows).map((task) => (
        <p key={task.taskId} className="signing-refusal"><Link to="/desk/tasks/$taskId" params={{ taskId: task.taskId }}>{t('signingRound.recordRefusal', { name: task.participant?.name ?? '' })}</Link></p>
      ))}
      <div className="signer-cards">
        {waiting.map((task) => <SignerCard key={task.taskId} task={task} signature={null} />)}
        {dedupe(answered).map((task) => <SignerCard key={task.taskId} task={task} signature={signatures.find(({ name }) => name === nameOf(task)) ?? null} />)}
      </div>
      {waiting.length + answered.length === 0 && <p className="queue-empty">{t('signingRound.none')}</p>}
    </div>
  );
}

const nameOf = (task: TaskRow): string => task.participant?.name ?? task.assignee?.name ?? '';
const keyOf = (task: TaskRow): string => task.participant?.participantId ?? task.assignee?.personId ?? task.role;
const samePerson = (a: TaskRow, b: TaskRow): boolean => keyOf(a) === keyOf(b);
/** The latest answer of each person: an amended transcript is signed again. */
const dedupe = (tasks: TaskRow[]): TaskRow[] => [...new Map([...tasks].sort((a, b) => a.openedAt.localeCompare(b.openedAt)).map((task) => [keyOf(task), task])).values()];
