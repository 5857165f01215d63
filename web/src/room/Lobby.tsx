import { useEffect, useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HearingDetail } from '#api/contract/hearings.ts';
import { api } from '#web/api/client.ts';
import { asProblem, type ApiProblem } from '#web/api/errors.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { Good, Hint, Problem, Waiting } from '#web/party/parts/notices.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { signingPath } from '#web/paths.ts';
import { caseOf } from '#web/room/home-of.ts';
import type { HearingConnection, HearingSnapshot } from '#web/room/janus-client.ts';
import { kindOf } from '#web/room/kind.ts';
import { standingOf } from '#web/room/phase.ts';
import { wordsOfSeat } from '#web/room/seat-order.ts';

interface LobbyProps {
  hearing: HearingDetail;
  staff: boolean;
  connection: HearingConnection;
  snapshot: HearingSnapshot;
}

const openBeforeMs = 30 * 60_000;

/** Before, between and after: what this hearing is, whether one may enter, and what to mind first. */
export function Lobby({ hearing, staff, connection, snapshot }: LobbyProps) {
  const { t } = useTranslation('room');
  const language = useLanguage();
  const say = useWords();
  const { kind } = snapshot.state;
  const standing = standingOf(hearing);
  const me = hearing.seats.find((seat) => seat.me);
  // The hearing ended while somebody was inside: camera and microphone are given back at once.
  useEffect(() => { if (standing === 'over' && kind !== 'left' && kind !== 'outside') void connection.leave(); }, [standing, kind, connection]);
  const mayEnter = standing === 'open' && me !== undefined;
  return (
    <PhonePage
      title={t('title')} back={caseOf(staff, hearing.caseId)}
      actions={mayEnter ? <EnterButton hearingId={hearing.hearingId} connection={connection} entering={kind === 'entering'} again={kind === 'left' || kind === 'displaced'} /> : undefined}
    >
      <h1>{hearing.causeOfAction}</h1>
      <div className="card">
        <dl className="facts">
          {hearing.caseNumber ? <><dt>{t('lobby.caseNumber')}</dt><dd>{hearing.caseNumber}</dd></> : null}
          <dt>{t('lobby.session')}</dt><dd>{t('session', { n: hearing.sessionNumber, kind: kindOf(hearing.kind, t) })}</dd>
          <dt>{t('lobby.starts')}</dt><dd className="number">{formatInstant(hearing.startsAt, 'dateTime', language)}</dd>
          <dt>{t('lobby.courtroom')}</dt><dd>{hearing.courtroom}</dd>
          <dt>{t('lobby.meetingNumber')}</dt><dd className="number">{hearing.meetingNumber}</dd>
          {me ? <><dt>{t('lobby.you')}</dt><dd>{t('tile', { name: me.name, role: say(wordsOfSeat(me.role, hearing)) })}</dd></> : null}
        </dl>
      </div>
      <State hearing={hearing} kind={kind} seated={me !== undefined} />
      {mayEnter && kind !== 'left' && kind !== 'displaced' ? <BeforeYouEnter /> : null}
    </PhonePage>
  );
}

function State({ hearing, kind, seated }: { hearing: HearingDetail; kind: HearingSnapshot['state']['kind']; seated: boolean }) {
  const { t } = useTranslation('room');
  const language = useLanguage();
  switch (standingOf(hearing)) {
    case 'cancelled': return <Problem>{t('lobby.cancelled')}</Problem>;
    case 'notOpen': {
      const opensAt = new Date(new Date(hearing.startsAt).getTime() - openBeforeMs).toISOString();
      return <Waiting><strong>{t('lobby.notOpen')}</strong><p>{t('lobby.opensAt', { time: formatInstant(opensAt, 'dateTime', language) })}</p></Waiting>;
    }
    case 'over': return <Over hearing={hearing} />;
    case 'open':
      if (kind === 'displaced') return <Waiting><strong>{t('leave.displaced')}</strong><p>{t('leave.displacedMore')}</p></Waiting>;
      if (kind === 'left') return <Waiting>{t('leave.left')}</Waiting>;
      return seated ? null : <Problem>{t('lobby.notSeated')}</Problem>;
  }
}

/** After the closing: the transcript is signed next (G9). */
function Over({ hearing }: { hearing: HearingDetail }) {
  const { t } = useTranslation('room');
  const signing = hearing.tasks.find((task) => task.kind === 'sign-transcript' && task.mine);
  const adjourned = hearing.state === 'adjourned';
  return (
    <>
      <Hint><strong>{adjourned ? t('lobby.adjourned') : t('ended.heading')}</strong><p>{adjourned ? t('ended.adjourned') : t('ended.lead')}</p></Hint>
      {signing ? (
        <>
          <Good>{t('ended.sign')}</Good>
          <Link className="button main wide" to={signingPath(signing.taskId)}>{t('ended.toSign')}</Link>
        </>
      ) : null}
    </>
  );
}

function BeforeYouEnter() {
  const { t } = useTranslation('room');
  const usable = typeof navigator.mediaDevices?.getUserMedia === 'function';
  return (
    <section className="card">
      <h2>{t('lobby.before')}</h2>
      {usable ? null : <Problem>{t('lobby.noCamera')}</Problem>}
      <ul className="stack tight dots">
        <li>{t('lobby.camera')}</li>
        <li>{t('lobby.place')}</li>
        <li>{t('lobby.recorded')}</li>
        <li>{t('lobby.stay')}</li>
      </ul>
    </section>
  );
}

function EnterButton({ hearingId, connection, entering, again }: { hearingId: string; connection: HearingConnection; entering: boolean; again: boolean }) {
  const { t } = useTranslation('room');
  const [pressed, setPressed] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const enter = async () => {
    setPressed(true);
    setProblem(null);
    try {
      // The room says why it does not let somebody in; the socket could only be silent.
      await api.hearings.enter({ hearingId });
      await connection.enter();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setPressed(false);
    }
  };
  return (
    <div className="grow stack tight">
      <ProblemNote problem={problem} />
      <button type="button" className="button main" disabled={entering || pressed} onClick={() => void enter()}>
        {entering || pressed ? t('lobby.entering') : again ? t('leave.again') : t('lobby.enter')}
      </button>
    </div>
  );
}
