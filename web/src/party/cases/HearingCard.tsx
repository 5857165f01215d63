import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { roleInCase } from '#domain/filing/party-words.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { Good } from '#web/party/parts/notices.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { verdictWords } from '#domain/preparation/self-test-score.ts';
import { deviceTestPath, myRecordingsPath } from '#web/party/party-paths.ts';
import { filePath, roomPath } from '#web/paths.ts';

type Hearing = CaseDetail['hearings'][number];

/** When and where, the notice and its confirmation (G4), and the way into the room (G7). */
export function HearingCard({ hearing, detail }: { hearing: Hearing; detail: CaseDetail }) {
  const { t } = useTranslation('party');
  const { t: room } = useTranslation('room');
  const { t: recordings } = useTranslation('recordings');
  const { t: scheduling } = useTranslation('scheduling');
  const say = useWords();
  const language = useLanguage();
  const open = hearing.state === 'open';
  const kinds = ['inquiry', 'custodyQuestioning', 'publicHearing', 'mediation', 'evidenceExchange', 'trial', 'pronouncement', 'service'] as const;
  const kind = kinds.find((one) => one === hearing.kind);
  return (
    <section className="card" id={`hearing-${hearing.hearingId}`} data-hearing={hearing.hearingId}>
      <div className="heading-row">
        <h2>{kind ? room(`kind.${kind}`) : t('case.hearing')}</h2>
        <span className="soft">{t('case.session', { n: hearing.sessionNumber })}</span>
      </div>
      <dl className="facts">
        <dt>{t('case.time')}</dt><dd className="number"><strong>{formatInstant(hearing.startsAt, 'day', language)} {formatInstant(hearing.startsAt, 'time', language)}–{formatInstant(hearing.endsAt, 'time', language)}</strong></dd>
        <dt>{t('case.courtroom')}</dt><dd>{hearing.courtroom}</dd>
        <dt>{t('case.meetingNumber')}</dt><dd className="number">{hearing.meetingNumber}</dd>
      </dl>
      {hearing.provisional ? <p className="soft">{scheduling('provisionalWhy')}</p> : null}
      {noticedFor(detail).map((participant) => <Notice key={participant.participantId} hearing={hearing} detail={detail} participant={participant} />)}
      {hearing.state === 'scheduled' && hearing.selfTests[0] ? (
        <p className="soft">
          {scheduling('retest.last', { score: hearing.selfTests[0].score, verdict: say(verdictWords[hearing.selfTests[0].verdict]) })}{' '}
          <Link to={deviceTestPath(detail.caseId)}>{scheduling('retest.link')}</Link>
        </p>
      ) : null}
      {open ? <Link className="button main wide" to={roomPath(hearing.hearingId)}>{t('case.enterRoom')}</Link> : null}
      {hearing.state === 'scheduled' ? <p className="soft">{t('case.roomNotOpen')}</p> : null}
      {hearing.state === 'cancelled' || hearing.state === 'moved' ? <span className="tag wait">{t('case.postponed')}</span> : null}
      {!open && hearing.state !== 'scheduled' && hearing.state !== 'cancelled' && hearing.state !== 'moved' ? <p className="soft">{t('case.roomClosed')} <Link to={myRecordingsPath(detail.caseId)}>{recordings('mine.link')}</Link></p> : null}
    </section>
  );
}

type Participant = CaseDetail['participants'][number];

/** Oneself, and those for whom one acts (CPL-88). */
const noticedFor = ({ participants }: CaseDetail): Participant[] => {
  const mine = participants.filter(({ me, left }) => me && !left);
  const principals = mine.flatMap(({ agency }) => agency?.principals ?? []);
  return [...mine, ...participants.filter(({ participantId, left }) => !left && principals.includes(participantId))];
};

function Notice({ hearing, detail, participant }: { hearing: Hearing; detail: CaseDetail; participant: Participant }) {
  const { t } = useTranslation('party');
  const language = useLanguage();
  const confirm = useCommand(api.cases.confirmNotice, { label: t('case.notice') });
  const say = useWords();
  const notice = hearing.notices.find((one) => one.participantId === participant.participantId);
  const ofPrincipal = participant.me ? {} : { of: participant.participantId };
  if (!notice) return null;
  return (
    <div className="stack" data-notice={participant.me ? 'own' : 'principal'}>
      {participant.me ? null : <p><strong>{t('case.noticeOf', { who: `${say(roleInCase(participant.role, detail))} ${participant.organisation?.name ?? participant.name}` })}</strong></p>}
      {notice.documentFileId && participant.me ? <p><a href={filePath(notice.documentFileId)} target="_blank" rel="noreferrer">{t('case.noticeDocument')}</a></p> : null}
      {notice.provenAt ? (
        <Good>{notice.provenHow === 'phone' ? t('case.provenPhone') : notice.provenHow === 'waived' ? t('case.provenWaived') : t('case.noticeConfirmed', { time: formatInstant(notice.provenAt, 'dateTime', language) })}</Good>
      ) : hearing.state === 'scheduled' || hearing.state === 'open' ? (
        <>
          <p className="soft">{t('case.noticeWhy')}</p>
          <button type="button" className="button main wide" disabled={confirm.phase !== null} onClick={() => void confirm.run({ caseId: detail.caseId, hearingId: hearing.hearingId, ...ofPrincipal })}>{t(participant.me ? 'case.noticeConfirm' : 'case.noticeConfirmFor')}</button>
        </>
      ) : null}
      <ProblemNote problem={confirm.problem} />
    </div>
  );
}
