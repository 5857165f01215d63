import { useState } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { closingReason } from '#domain/case/closing-reason.ts';
import { roleInCase } from '#domain/filing/party-words.ts';
import { asProblem } from '#web/api/errors.ts';
import { queries } from '#web/api/queries.ts';
import { formatBytes, formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { HearingCard } from '#web/party/cases/HearingCard.tsx';
import { LivestreamCard } from '#web/party/cases/LivestreamCard.tsx';
import { StandingCard, Way } from '#web/party/cases/StandingCard.tsx';
import { closedText } from '#web/party/cases/standing-words.ts';
import { Good, Hint } from '#web/party/parts/notices.tsx';
import { NotYet } from '#web/party/parts/NotYet.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { SignedIn } from '#web/party/parts/SignedIn.tsx';
import { Articles } from '#web/party/parts/Articles.tsx';
import { awaitsMe, myParty, nameIn } from '#web/evidence/words.ts';
import { SuspendedNote } from '#web/party/cases/SuspendedNote.tsx';
import { myCasesPath, myEvidencePath, myPeoplePath, tellPath, unavailablePath } from '#web/party/party-paths.ts';
import { filePath } from '#web/paths.ts';

/** 掌上法庭: one case on a phone. First where it stands and what is mine to do, then everything else. */
export function MyCasePage() {
  const { t } = useTranslation('party');
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  return <SignedIn title={t('case.title')}>{() => <CaseOf caseId={caseId} />}</SignedIn>;
}

function CaseOf({ caseId }: { caseId: string }) {
  const { t } = useTranslation('party');
  const found = useQuery(queries.case(caseId));
  if (!found.data) return <NotYet title={t('case.title')} back={myCasesPath} error={found.error} />;
  return <PocketCourtroom detail={found.data} />;
}

function PocketCourtroom({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('party');
  const { t: scheduling } = useTranslation('scheduling');
  const { t: happenings } = useTranslation('happenings');
  const me = detail.participants.find((one) => one.me)?.participantId;
  // A witness sees nothing of the file (CPL-75).
  const witness = detail.participants.some((one) => one.me) && detail.participants.every((one) => !one.me || one.role === 'witness');
  const unconfirmed = detail.hearings.filter((hearing) => hearing.state === 'scheduled' && hearing.notices.some((notice) => notice.participantId === me && notice.provenAt === null));
  const hearings = [...detail.hearings].sort((a, b) => b.sessionNumber - a.sessionNumber);
  return (
    <PhonePage title={t('case.title')} back={myCasesPath}>
      <div className="stack tight">
        <h1>{detail.causeOfAction}</h1>
        <p className="soft number">{detail.caseNumber ?? t('home.noNumber')}</p>
      </div>
      <Way stage={detail.standing.stage} />
      <SuspendedNote detail={detail} />
      {detail.closed ? <Closed closed={detail.closed} archived={detail.archive !== null} /> : <StandingCard detail={detail} />}
      {unconfirmed.map((hearing) => <a key={hearing.hearingId} className="todo" href={`#hearing-${hearing.hearingId}`}><span className="grow what">{t('case.noticeToConfirm')}</span></a>)}
      {hearings.map((hearing) => <HearingCard key={hearing.hearingId} hearing={hearing} detail={detail} />)}
      {hearings.filter(({ state }) => state !== 'cancelled').map(({ hearingId }) => <LivestreamCard key={hearingId} hearingId={hearingId} />)}
      <Documents detail={detail} />
      {witness ? null : <Evidence detail={detail} />}
      <People detail={detail} />
      {witness ? null : <Claims detail={detail} />}
      {witness ? null : <Timeline caseId={detail.caseId} />}
      {detail.closed || detail.standing.stage === 'archiving' || detail.participants.every(({ me }) => !me) ? null : <Link className="button wide" to={unavailablePath(detail.caseId)}>{scheduling('away.title')}</Link>}
      {detail.mayTell.length > 0 || detail.tellsFor.length > 0 ? <Link className="button wide" to={tellPath(detail.caseId)}>{happenings('title')}</Link> : null}
    </PhonePage>
  );
}

function Closed({ closed, archived }: { closed: NonNullable<CaseDetail['closed']>; archived: boolean }) {
  const { t } = useTranslation('party');
  const say = useWords();
  const language = useLanguage();
  return (
    <>
      <Hint>
        <p><strong>{say(closedText(closed.how))}</strong> · {formatInstant(closed.at, 'dateTime', language)}</p>
        {closed.reason ? <p>{t('case.reason', { reason: say(closingReason(closed.reason)) })}</p> : null}
      </Hint>
      {archived ? <Good>{t('case.archive')}</Good> : null}
    </>
  );
}

const purposes = ['filing', 'statement', 'ruling', 'evidence', 'notice', 'transcript', 'session-document', 'service-receipt', 'signature', 'archive', 'recording'] as const;

function Documents({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('party');
  const language = useLanguage();
  const purposeOf = (purpose: string) => t(`case.purpose.${purposes.find((one) => one === purpose) ?? 'other'}`);
  return (
    <section className="card">
      <h2>{t('case.documents')}</h2>
      {detail.documents.length === 0 ? <p className="soft">{t('case.noDocuments')}</p> : null}
      <ul>
        {[...detail.documents].reverse().map((file) => (
          <li className="file" key={file.fileId}>
            <span className="grow">
              <a className="name" href={filePath(file.fileId)} target="_blank" rel="noreferrer">{file.name}</a>
              <br /><span className="soft small">{purposeOf(file.purpose)} · {formatBytes(file.bytes)} · {formatInstant(file.at, 'day', language)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** G8: what lies in the case, the time for it, and the way to the page where it is offered and answered. */
function Evidence({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation(['party', 'evidence']);
  const language = useLanguage();
  const period = detail.evidencePeriod;
  if (detail.evidence.length === 0 && !period) return null;
  const waiting = detail.evidence.filter((item) => awaitsMe(item, myParty(detail))).length;
  return (
    <section className="card stack">
      <h2>{t('case.evidence')}</h2>
      {period ? <p className="soft">{t('evidence:period.until', { time: formatInstant(period.until, 'dateTime', language) })}</p> : null}
      <ul>
        {detail.evidence.filter(({ withdrawn }) => withdrawn === null).map((item) => (
          <li className="file" key={item.evidenceId}>
            <span className="grow">
              <a className="name" href={filePath(item.fileId)} target="_blank" rel="noreferrer">{item.title}</a>
              <br /><span className="soft small">{t('case.evidenceBy', { who: nameIn(detail, item.submittedBy) })} · {t('case.evidenceProves', { what: item.proves })}</span>
            </span>
          </li>
        ))}
      </ul>
      {waiting > 0 && !detail.closed ? <p><strong>{t('evidence:opinion.open')}: {waiting}</strong></p> : null}
      <Link className="button wide" to={myEvidencePath(detail.caseId)}>{t(myParty(detail) ? 'evidence:page.open' : 'evidence:page.read')}</Link>
    </section>
  );
}

/** Who tells, translates or guards asks for nobody's recusal and has no agent. */
const asksNothing = new Set(['witness', 'interpreter', 'detentionPlace']);

function People({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation(['party', 'casePeople']);
  const mayAsk = detail.bench.presidingJudge !== null && detail.closed === null && detail.participants.some((one) => one.me && !asksNothing.has(one.role));
  const say = useWords();
  const { presidingJudge, clerk, technician, panel } = detail.bench;
  const called = (role: string) => roleInCase(role, detail);
  return (
    <section className="card">
      <h2>{t('case.parties')}</h2>
      <dl className="facts">
        {detail.participants.map((one) => <Pair key={one.participantId} label={say(called(one.role))}>{one.organisation ? `${one.organisation.name} · ` : ''}{one.me ? t('case.youNamed', { name: one.name }) : one.name}</Pair>)}
        {presidingJudge ? <Pair label={panel.length > 0 ? say(roleInCase('presidingJudge', detail)) : t('case.judge')}>{presidingJudge.name}</Pair> : null}
        {panel.map((member) => <Pair key={member.personId} label={say(roleInCase(member.assessor ? 'peoplesAssessor' : 'panelMember', detail))}>{member.name}</Pair>)}
        {clerk ? <Pair label={t('case.clerk')}>{clerk.name}</Pair> : null}
        {technician ? <Pair label={t('case.technician')}>{technician.name}</Pair> : null}
      </dl>
      {mayAsk ? <Link className="button wide" to={myPeoplePath(detail.caseId)}>{t('casePeople:open')}</Link> : null}
    </section>
  );
}

const Pair = ({ label, children }: { label: string; children: React.ReactNode }) => <><dt>{label}</dt><dd>{children}</dd></>;

function Claims({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('party');
  return (
    <details className="card">
      <summary><h2>{t('case.claims')}</h2></summary>
      <p className="keep-lines legal">{detail.claims}</p>
      <h3>{t('case.facts')}</h3>
      <p className="keep-lines legal">{detail.factsAndReasons}</p>
    </details>
  );
}

/** What happened, asked for only by those who want to see it. */
function Timeline({ caseId }: { caseId: string }) {
  const { t } = useTranslation('party');
  const say = useWords();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const timeline = useQuery({ ...queries.timeline(caseId), enabled: open });
  return (
    <details className="card" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary><h2>{t('case.timeline')}</h2></summary>
      {timeline.error ? <ProblemNote problem={asProblem(timeline.error)} /> : null}
      <ol className="log">
        {timeline.data?.entries.map((entry) => (
          <li key={`${entry.stream}/${entry.seq}`} className={entry.refused ? 'refused' : ''}>
            <p>{say(entry.title)}</p>
            <p className="soft small">{formatInstant(entry.at, 'dateTime', language)}{entry.who ? ` · ${entry.who}` : ''}</p>
            <Articles ids={entry.articles} />
          </li>
        ))}
      </ol>
    </details>
  );
}
