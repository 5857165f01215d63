/**
 * G4: the court's week: each courtroom's hearings with judge and clerk, and for one case the times at which everybody of it
 * is free, each a link into the task. A table, so that it is read and walked through by keyboard as any table.
 */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addDays, clockTimeOf, dayOf, shanghaiDayFrom, type ShanghaiDay } from '#domain/calendar/day.ts';
import type { WeekView } from '#api/contract/calendar.ts';
import { queries } from '#web/api/queries.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { useCourtNow } from '#web/shell/court-clock.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { Provisional } from '#web/staff/scheduling/SlotPicker.tsx';
import '#web/staff/calendar/calendar.css';

const route = getRouteApi('/desk/calendar');

export function WeekPage() {
  const { t } = useTranslation('scheduling');
  usePageTitle(t('calendar.title'));
  const language = useLanguage();
  const { day, caseId, taskId } = route.useSearch();
  const today = dayOf(Date.parse(useCourtNow()));
  const shown = day ?? today;
  const week = useQuery(queries.week(shown, caseId));
  const courtCase = useQuery({ ...queries.case(caseId ?? ''), enabled: caseId !== undefined });
  if (week.isError && !week.data) return <ReadFailure page error={week.error} again={() => void week.refetch()} />;
  if (!week.data) return <p className="queue-empty">{t('calendar.loading')}</p>;
  const { data } = week;
  const from = shanghaiDayFrom(data.from);
  const to = (at: ShanghaiDay) => ({ day: at, ...(caseId ? { caseId } : {}), ...(taskId ? { taskId } : {}) });
  return (
    <div className="week-page">
      <div className="queue-head">
        <h1>{t('calendar.title')}</h1>
        <span>{t('calendar.week', { from: formatInstant(from, 'day', language), to: formatInstant(addDays(from, 6), 'shortDay', language) })}</span>
        <nav className="week-nav" aria-label={t('calendar.title')}>
          <Link className="plain-button" to="/desk/calendar" search={to(addDays(from, -7))}>{t('calendar.previous')}</Link>
          <Link className="plain-button" to="/desk/calendar" search={to(today)}>{t('calendar.today')}</Link>
          <Link className="plain-button" to="/desk/calendar" search={to(addDays(from, 7))}>{t('calendar.next')}</Link>
          <Link className="plain-button" to="/desk/calendar/days" search={{}}>{t('calendar.days')}</Link>
        </nav>
      </div>
      {caseId && taskId && (
        <p role="status">{t('calendar.forCase', { number: courtCase.data?.caseNumber ?? courtCase.data?.causeOfAction ?? '' })} <Link to="/desk/tasks/$taskId" params={{ taskId }} search={{}}>{t('calendar.back')}</Link></p>
      )}
      <div className="week-scroll" role="region" aria-label={t('calendar.caption')} tabIndex={0}>
        <table className="desk-table week-table">
          <caption className="visually-hidden">{t('calendar.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('calendar.courtroom')}</th>
              {data.days.map((one) => <DayHead key={one.day} day={one} today={today} />)}
            </tr>
          </thead>
          <tbody>
            {data.courtrooms.map((room) => (
              <tr key={room.id}>
                <th scope="row">{room.name}</th>
                {data.days.map((one) => <Cell key={one.day} week={data} day={one} room={room} taskId={taskId} />)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function DayHead({ day, today }: { day: WeekView['days'][number]; today: string }) {
  const { t } = useTranslation('scheduling');
  const language = useLanguage();
  return (
    <th scope="col" className={day.working ? undefined : 'closed'} aria-current={day.day === today ? 'date' : undefined}>
      {formatInstant(day.day, 'shortDay', language)}
      {day.why !== 'workday' && <span className="day-why">{t(`calendar.why.${day.why}`)}{day.reason && <span lang="zh-CN">：{day.reason}</span>}</span>}
      {day.provisional && <Provisional />}
    </th>
  );
}

function Cell({ week, day, room, taskId }: { week: WeekView; day: WeekView['days'][number]; room: WeekView['courtrooms'][number]; taskId: string | undefined }) {
  const { t } = useTranslation('scheduling');
  const language = useLanguage();
  const hearings = week.hearings.filter((hearing) => hearing.courtroomId === room.id && dayOf(Date.parse(hearing.startsAt)) === day.day);
  const free = taskId === undefined ? [] : week.free.filter((slot) => slot.courtroomId === room.id && slot.day === day.day);
  return (
    <td className={day.working ? undefined : 'closed'}>
      {hearings.map((hearing) => (
        <div key={hearing.hearingId} className={hearing.case ? 'week-hearing mine' : 'week-hearing'}>
          <time dateTime={hearing.startsAt}>{clockTimeOf(Date.parse(hearing.startsAt))}</time>–{clockTimeOf(Date.parse(hearing.endsAt))}
          {hearing.case
            ? <Link to="/desk/cases/$caseId" params={{ caseId: hearing.case.caseId }}>{hearing.case.caseNumber ?? hearing.case.causeOfAction}</Link>
            : <span>{t('calendar.taken')}</span>}
          <span className="row-second">{t('calendar.judge', { name: hearing.judge })}</span>
          <span className="row-second">{t('calendar.clerk', { name: hearing.clerk })}</span>
        </div>
      ))}
      {taskId !== undefined && free.map((slot) => (
        <Link
          key={slot.startTime} className="slot week-free" to="/desk/tasks/$taskId" params={{ taskId }} search={{ day: slot.day, startTime: slot.startTime, courtroomId: slot.courtroomId }}
          aria-label={t('calendar.freeAt', { room: room.name, day: formatInstant(slot.day, 'shortDay', language), time: slot.startTime })}
        >
          {t('calendar.free', { time: slot.startTime })}
        </Link>
      ))}
      {hearings.length === 0 && free.length === 0 && <span className="faint">{t('calendar.none')}</span>}
    </td>
  );
}
