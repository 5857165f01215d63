/** The working days of a year (CPL-85): days off, make-up days, and the court's own closing days, which a manager sets. */
import { Button, DatePicker, Input } from 'antd';
import { CalendarOutlined } from '@ant-design/icons';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addDays, dayOf, shanghaiDayFrom, yearOf } from '#domain/calendar/day.ts';
import type { CalendarYearView } from '#api/contract/calendar.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { useCourtNow } from '#web/shell/court-clock.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { Facts, Panel } from '#web/staff/parts/Panel.tsx';
import { Problem, ReadFailure } from '#web/staff/parts/Problem.tsx';
import { Provisional } from '#web/staff/scheduling/SlotPicker.tsx';
import '#web/staff/calendar/calendar.css';

const route = getRouteApi('/desk/calendar/days');

export function ClosingDaysPage() {
  const { t } = useTranslation('scheduling');
  const today = dayOf(Date.parse(useCourtNow()));
  const { year = yearOf(today) } = route.useSearch();
  usePageTitle(t('closing.title', { year }));
  const { data: me } = useQuery(queries.me());
  const calendar = useQuery(queries.calendarYear(year));
  if (calendar.isError && !calendar.data) return <ReadFailure page error={calendar.error} again={() => void calendar.refetch()} />;
  if (!calendar.data) return <p className="queue-empty">{t('calendar.loading')}</p>;
  const { data } = calendar;
  const sets = me?.roles.includes('manager') ?? false;
  return (
    <div className="closing-page">
      <div className="queue-head">
        <h1>{t('closing.title', { year })} {data.provisional && <Provisional />}</h1>
        <nav className="week-nav" aria-label={t('calendar.days')}>
          <Link className="plain-button" to="/desk/calendar/days" search={{ year: year - 1 }}>{t('closing.previous')}</Link>
          <Link className="plain-button" to="/desk/calendar/days" search={{ year: year + 1 }}>{t('closing.next')}</Link>
          <Link className="plain-button" to="/desk/calendar" search={{}}>{t('closing.week')}</Link>
        </nav>
      </div>
      {data.provisional && <p className="closing-provisional" role="status">{t('closing.publishedNot', { year })}</p>}
      <Panel title={t('closing.own')} extra={sets ? null : <span className="faint">{t('closing.readOnly')}</span>}>
        <ClosingDays days={data.closingDays} today={today} sets={sets} />
        {sets && <AddClosingDay today={today} />}
      </Panel>
      <Panel title={t('calendar.days')}>
        <Facts items={[
          [t('closing.source'), <span key="source" lang="zh-CN">{data.source}</span>],
          [t('closing.holidays'), <Ranges key="holidays" days={data.holidays} />],
          [t('closing.makeUp'), <Ranges key="makeUp" days={data.makeUpDays} />],
        ]} />
      </Panel>
    </div>
  );
}

function ClosingDays({ days, today, sets }: { days: CalendarYearView['closingDays']; today: string; sets: boolean }) {
  const { t } = useTranslation('scheduling');
  const language = useLanguage();
  if (days.length === 0) return <p className="faint">{t('closing.none')}</p>;
  return (
    <table className="desk-table">
      <thead><tr><th scope="col">{t('closing.day')}</th><th scope="col">{t('closing.reason')}</th><th scope="col">{t('closing.by')}</th><th scope="col">{t('closing.state')}</th></tr></thead>
      <tbody>
        {days.map((one) => (
          <tr key={`${one.day}/${one.addedAt}`}>
            <td>{formatInstant(one.day, 'day', language)}</td>
            <td lang="zh-CN">{one.reason}</td>
            <td>{one.addedBy}<span className="row-second">{formatInstant(one.addedAt, 'dateTime', language)}</span></td>
            <td>
              {one.removedAt === null ? <span className="mark good">{t('closing.inForce')}</span> : <span className="mark">{t('closing.takenBack')}</span>}
              {one.removedAt !== null && <span className="row-second">{one.removedBy} {formatInstant(one.removedAt, 'dateTime', language)} <span lang="zh-CN">{one.removalReason}</span></span>}
              {one.removedAt === null && sets && one.day > today && <TakeBack day={one.day} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useChanged(): () => void {
  const queryClient = useQueryClient();
  return () => { void queryClient.invalidateQueries({ queryKey: queryKeys.calendar }); };
}

function AddClosingDay({ today }: { today: string }) {
  const { t } = useTranslation('scheduling');
  const changed = useChanged();
  const [day, setDay] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const add = useCommand((input: { day: string; reason: string }, options) => api.calendar.addClosingDay(input, options), { label: t('closing.add'), onDone: () => { setDay(null); setReason(''); changed(); } });
  return (
    <form className="closing-form" onSubmit={(event) => { event.preventDefault(); if (day) void add.run({ day, reason }); }}>
      <h3>{t('closing.add')}</h3>
      <p className="faint">{t('closing.addExplained')}</p>
      <div className="closing-fields">
        <span><label htmlFor="closing-day">{t('closing.day')}</label><DatePicker id="closing-day" allowClear={false} suffixIcon={<CalendarOutlined aria-hidden />} value={day ? dayjs(day) : null} minDate={dayjs(today).add(1, 'day')} onChange={(next) => setDay(next ? next.format('YYYY-MM-DD') : null)} /></span>
        <span className="grow"><label htmlFor="closing-reason">{t('closing.reason')}</label><Input id="closing-reason" maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} /></span>
        <Button htmlType="submit" type="primary" disabled={!day || reason.trim().length < 2} loading={add.phase !== null}>{t('closing.addDo')}</Button>
      </div>
      {add.problem && <Problem problem={add.problem} />}
    </form>
  );
}

function TakeBack({ day }: { day: string }) {
  const { t } = useTranslation('scheduling');
  const language = useLanguage();
  const changed = useChanged();
  const [reason, setReason] = useState('');
  const remove = useCommand((input: { day: string; reason: string }, options) => api.calendar.removeClosingDay(input, options), { label: t('closing.removeDo'), onDone: changed });
  return (
    <details className="take-back">
      <summary>{t('closing.remove', { day: formatInstant(day, 'shortDay', language) })}</summary>
      <form className="closing-fields" onSubmit={(event) => { event.preventDefault(); void remove.run({ day, reason }); }}>
        <Input aria-label={t('closing.removeReason')} placeholder={t('closing.removeReason')} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        <Button htmlType="submit" danger disabled={reason.trim().length < 2} loading={remove.phase !== null}>{t('closing.removeDo')}</Button>
      </form>
      {remove.problem && <Problem problem={remove.problem} />}
    </details>
  );
}

/** Days that follow one another as one stretch. */
function Ranges({ days }: { days: readonly string[] }) {
  const { t } = useTranslation('scheduling');
  const language = useLanguage();
  const ranges: { from: string; to: string }[] = [];
  for (const day of [...days].sort()) {
    const last = ranges.at(-1);
    if (last && addDays(shanghaiDayFrom(last.to), 1) === day) last.to = day;
    else ranges.push({ from: day, to: day });
  }
  const name = (day: string) => formatInstant(day, 'shortDay', language);
  if (ranges.length === 0) return <span className="faint">{t('calendar.none')}</span>;
  return <ul className="ranges">{ranges.map(({ from, to }) => <li key={from}>{from === to ? name(from) : t('closing.range', { from: name(from), to: name(to) })}</li>)}</ul>;
}
