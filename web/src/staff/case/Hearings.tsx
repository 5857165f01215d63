import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionWords } from '#domain/case/session-words.ts';
import { phaseWords } from '#domain/hearing/phase-words.ts';
import type { CaseDetail } from '#api/contract/cases.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { useMay } from '#web/staff/parts/use-may.ts';
import { roomPath } from '#web/paths.ts';
import { ChangeHearing, mayChange } from '#web/staff/scheduling/ChangeHearing.tsx';
import { Notices } from '#web/staff/scheduling/Notices.tsx';
import { SelfTests } from '#web/staff/scheduling/SelfTests.tsx';
import { Provisional } from '#web/staff/scheduling/SlotPicker.tsx';

type Hearing = CaseDetail['hearings'][number];
const over = new Set(['ended', 'adjourned', 'withdrawn']);

/** Each session: when, where, how far, who has been told; and the ways into it. */
export function Hearings({ courtCase }: { courtCase: CaseDetail }) {
  return <div className="hearings-list">{courtCase.hearings.map((hearing) => <HearingItem key={hearing.hearingId} hearing={hearing} courtCase={courtCase} />)}</div>;
}

function HearingItem({ hearing, courtCase }: { hearing: Hearing; courtCase: CaseDetail }) {
  const { t } = useTranslation(['cases', 'court', 'recordings']);
  const may = useMay();
  const say = useWords();
  const language = useLanguage();
  const phase = hearing.state === 'open' && hearing.phase in phaseWords ? say(phaseWords[hearing.phase as keyof typeof phaseWords].title) : null;
  const kind = hearing.kind in sessionWords ? say(sessionWords[hearing.kind as keyof typeof sessionWords]) : hearing.kind;
  const state = hearingStates.has(hearing.state) ? t(`court:hearingStates.${hearing.state as HearingState}`) : hearing.state;
  const { hearingId } = hearing;
  return (
    <article className={`hearing-item ${hearing.state}`}>
      <h3>{t('session', { number: hearing.sessionNumber, kind })} <span className={`mark ${hearing.state === 'open' ? 'good' : ''}`}>{phase ?? state}</span>{hearing.provisional && <Provisional />}</h3>
      <p>
        <time dateTime={hearing.startsAt}>{formatInstant(hearing.startsAt, 'day', language)} {formatInstant(hearing.startsAt, 'time', language)}</time>
        –<time dateTime={hearing.endsAt}>{formatInstant(hearing.endsAt, 'time', language)}</time> · {hearing.courtroom} · {t('meetingNumber')} <span className="figures">{hearing.meetingNumber}</span>
      </p>
      {hearing.notices.length > 0 && <Notices notices={hearing.notices} courtCase={courtCase} />}
      <SelfTests tests={hearing.selfTests} courtCase={courtCase} />
      {mayChange(courtCase, hearing) && <ChangeHearing courtCase={courtCase} hearing={hearing} />}
      {hearing.state !== 'cancelled' && hearing.state !== 'moved' && (
        <p className="hearing-links">
          {!over.has(hearing.state) && <a className={hearing.state === 'open' ? 'plain-button primary' : 'plain-button'} href={roomPath(hearingId)}>{t('enterHearing')}</a>}
          <Link className="plain-button" to="/desk/hearings/$hearingId/transcript" params={{ hearingId }}>{t('transcript')}</Link>
          {over.has(hearing.state) && (['presidingJudge', 'panelMember'].includes(courtCase.relation) || (may.supervise && courtCase.relation !== 'participant')) && <Link className="plain-button" to="/desk/hearings/$hearingId/recording" params={{ hearingId }}>{t('recordings:page')}</Link>}
          {over.has(hearing.state) && <Link className="plain-button" to="/desk/hearings/$hearingId/signing" params={{ hearingId }}>{t('signingRound')}</Link>}
        </p>
      )}
    </article>
  );
}

type HearingState = 'scheduled' | 'cancelled' | 'moved' | 'open' | 'ended' | 'adjourned' | 'withdrawn';
const hearingStates = new Set<string>(['scheduled', 'cancelled', 'moved', 'open', 'ended', 'adjourned', 'withdrawn'] satisfies HearingState[]);
