/** The hearings of the next days, each with what every participant and the courtroom still lack (G2, G4, G5). */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addDays, dayOf, shanghaiDayFrom } from '#domain/calendar/day.ts';
import { sessionWords } from '#domain/case/session-words.ts';
import { phaseWords } from '#domain/hearing/phase-words.ts';
import type { HomeHearing } from '#api/contract/desk.ts';
import { formatInstant, spanBetween } from '#web/i18n/format.ts';
import { useParties } from '#web/i18n/parties.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { roomPath } from '#web/paths.ts';
import { absenceWords } from '#web/room/absence-words.ts';
import { useCourtNow } from '#web/shell/court-clock.ts';
import { Readiness } from '#web/staff/home/Readiness.tsx';
import { LinkButton } from '#web/staff/parts/LinkButton.tsx';

export function HomeHearings({ hearings }: { hearings: readonly HomeHearing[] }) {
  const { t } = useTranslation('home');
  const language = useLanguage();
  const today = dayOf(Date.parse(useCourtNow()));
  if (hearings.length === 0) return <p className="faint">{t('hearings.none')}</p>;
  const days = [...new Set(hearings.map(({ startsAt }) => dayOf(Date.parse(startsAt))))];
  const named = (day: string) => {
    const shown = formatInstant(day, 'shortDay', language);
    return day === today ? `${t('hearings.today')} ${shown}` : day === addDays(shanghaiDayFrom(today), 1) ? `${t('hearings.tomorrow')} ${shown}` : shown;
  };
  return days.map((day) => (
    <section key={day} className="home-hearings">
      <h3>{named(day)}</h3>
      {hearings.filter(({ startsAt }) => dayOf(Date.parse(startsAt)) === day).map((hearing) => <Hearing key={hearing.hearingId} hearing={hearing} />)}
    </section>
  ));
}

function Hearing({ hearing }: { hearing: HomeHearing }) {
  const { t } = useTranslation(['home', 'room', 'shell']);
  const say = useWords();
  const language = useLanguage();
  const parties = useParties();
  const now = useCourtNow();
  const missing = hearing.items.filter(({ state }) => state !== 'done').length;
  const kind = hearing.kind in sessionWords ? say(sessionWords[hearing.kind as keyof typeof sessionWords]) : hearing.kind;
  const span = (from: string, to: string) => { const { unit, count } = spanBetween(from, to); return t(`shell:${unit}`, { count }); };
  const { interruption } = hearing;
  return (
    <article className={interruption ? 'home-hearing interrupted' : 'home-hearing'} aria-label={hearing.caseNumber ?? hearing.causeOfAction}>
      <header>
        <time dateTime={hearing.startsAt}>{formatInstant(hearing.startsAt, 'time', language)}–{formatInstant(hearing.endsAt, 'time', language)}</time>
        <div>
          <Link to="/desk/cases/$caseId" params={{ caseId: hearing.caseId }} className="row-title">{hearing.caseNumber ?? hearing.causeOfAction}</Link>
          <span className="row-second">{hearing.causeOfAction} · {parties(hearing.parties)}</span>
          <span className="row-second">{kind} {t('hearings.session', { number: hearing.sessionNumber })} · {hearing.courtroom}</span>
        </div>
        <p className="home-state">
          {hearing.insteadOf && <span className="mark">{t('hearings.instead', { name: hearing.insteadOf.name })}</span>}
          {hearing.state === 'open' && hearing.phase in phaseWords
            ? <strong>{t('hearings.running', { phase: say(phaseWords[hearing.phase as keyof typeof phaseWords].title) })}</strong>
            : <strong>{hearing.startsAt > now ? t('hearings.opensIn', { span: span(now, hearing.startsAt) }) : t('hearings.opening')}</strong>}
          <span className={missing === 0 ? 'mark good' : 'mark bad'}>{missing === 0 ? t('hearings.ready') : t('hearings.missing', { count: missing })}</span>
        </p>
      </header>
      {interruption && <p className="home-interruption" role="alert">{t('hearings.interrupted', { who: interruption.who, cause: t(`room:${absenceWords(interruption.cause)}`), span: span(interruption.since, now) })}</p>}
      <Readiness hearing={hearing} />
      {hearing.roomOpen && hearing.insteadOf === null && <LinkButton href={roomPath(hearing.hearingId)} primary>{t('hearings.room')}</LinkButton>}
    </article>
  );
}
