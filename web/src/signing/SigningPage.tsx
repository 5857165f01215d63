import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Me } from '#api/contract/people.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { asProblem } from '#web/api/errors.ts';
import { queries } from '#web/api/queries.ts';
import { Good, Hint, Loading, Waiting } from '#web/party/parts/notices.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { SignedIn } from '#web/party/parts/SignedIn.tsx';
import { caseOf, homeOf } from '#web/room/home-of.ts';
import { versionFrom } from '#web/signing/frozen-text.ts';
import { NotOpen, type Ending } from '#web/signing/NotOpen.tsx';
import { Signing } from '#web/signing/Signing.tsx';
import '#web/signing/signing.css';

/** `/sign/…`, reached by the QR code on the clerk's screen or from one's own list: read, sign, confirm (G9). */
export function SigningPage() {
  const { t } = useTranslation('signing');
  const { taskId } = useParams({ strict: false }) as { taskId: string };
  return <SignedIn title={t('title')}>{(me) => <SigningOf key={taskId} taskId={taskId} me={me} />}</SignedIn>;
}

function SigningOf({ taskId, me }: { taskId: string; me: Me }) {
  const { t } = useTranslation('signing');
  const task = useQuery(queries.task(taskId));
  const [ending, setEnding] = useState<Ending | null>(null);
  const begun = useRef(false);
  if (!task.data) return <Frame me={me}>{task.error ? <ProblemNote problem={asProblem(task.error)} /> : <Loading>{t('loading')}</Loading>}</Frame>;
  const { kind, hearingId, state, mayAnswer } = task.data;
  if (ending) return <Frame me={me} task={task.data}><Ended ending={ending} task={task.data} /></Frame>;
  begun.current ||= state === 'open' && mayAnswer && (kind === 'sign-transcript' || kind === 'sign-mediation-agreement');
  // Once begun the page stays: a change meanwhile (also the own signature, told live) is said on it.
  if (begun.current && kind === 'sign-mediation-agreement') return <Agreement task={task.data} me={me} onEnd={setEnding} />;
  if (begun.current && hearingId !== null) return <WithText task={task.data} hearingId={hearingId} me={me} onEnd={setEnding} />;
  return <Frame me={me} task={task.data}><NotOpen task={task.data} /></Frame>;
}

/** The terms of a mediation agreement as they were written down (CPL-99): the hash is of the text itself. */
function Agreement({ task, me, onEnd }: { task: TaskDetail; me: Me; onEnd: (ending: Ending) => void }) {
  const [{ text, sha256 }] = useState(task.facts as { text: string; sha256: string });
  const lines = text.split('\n').map((line, position) => ({ lineId: String(position), speaker: '', spokenAt: task.openedAt, text: line }));
  return <Signing agreement task={task} me={me} canonical={text} sha256={sha256} version={{ hearingId: task.hearingId ?? '', version: 1, lines }} signatures={[]} onEnd={onEnd} />;
}

function Frame({ me, task, children }: { me: Me; task?: TaskDetail; children: React.ReactNode }) {
  const { t } = useTranslation('signing');
  const title = t(task?.kind === 'sign-mediation-agreement' ? 'agreement.title' : 'title');
  return (
    <PhonePage title={title} back={task ? caseOf(me.staff, task.caseId) : homeOf(me.staff)}>
      <h1>{title}</h1>
      {children}
      {task ? <Link className="button wide" to={caseOf(me.staff, task.caseId)}>{t('toCase')}</Link> : null}
    </PhonePage>
  );
}

function Ended({ ending, task }: { ending: Ending; task: TaskDetail }) {
  const { t } = useTranslation('signing');
  const version = Number(task.facts['version'] ?? 1);
  if (task.kind === 'sign-mediation-agreement') {
    return ending === 'signed' ? <Good><strong>{t('done')}</strong><p>{t('agreement.doneLead')}</p></Good> : <Hint><strong>{t('refused')}</strong><p>{t('agreement.refusedLead')}</p></Hint>;
  }
  return ending === 'signed'
    ? <Good><strong>{t('done')}</strong><p>{t('doneLead', { version })}</p></Good>
    : <Hint><strong>{t('refused')}</strong><p>{t('refusedLead')}</p></Hint>;
}

/** The text that was there when reading began stays, even if a new version comes: that is said, not swapped in. */
function WithText({ task, hearingId, me, onEnd }: { task: TaskDetail; hearingId: string; me: Me; onEnd: (ending: Ending) => void }) {
  const { t } = useTranslation('signing');
  const transcript = useQuery(queries.transcript(hearingId));
  const sha256 = String(task.facts['sha256'] ?? '');
  const frozen = transcript.data?.frozen;
  const matches = frozen?.sha256 === sha256;
  const { refetch } = transcript;
  // Task and text come by two reads; the later one is waited for.
  useEffect(() => { if (transcript.data && !matches) void refetch(); }, [matches, transcript.data, refetch]);
  const [canonical, setCanonical] = useState<string | null>(null);
  useEffect(() => { if (canonical === null && frozen && matches) setCanonical(frozen.canonical); }, [canonical, frozen, matches]);
  const version = canonical === null ? null : versionFrom(canonical);
  if (canonical !== null && version) return <Signing task={task} me={me} canonical={canonical} sha256={sha256} version={version} signatures={transcript.data?.signatures ?? []} onEnd={onEnd} />;
  return (
    <Frame me={me} task={task}>
      {transcript.error ? <ProblemNote problem={asProblem(transcript.error)} /> : transcript.data ? <Waiting>{t('noText')}</Waiting> : <Loading>{t('loading')}</Loading>}
    </Frame>
  );
}
