/** Who is away, and who stands in: one's own, and for who supervises those of others. */
import { Button, DatePicker, Input, Select } from 'antd';
import { CalendarOutlined, DownOutlined } from '@ant-design/icons';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#domain/calendar/day.ts';
import { personally } from '#domain/tasks/personal.ts';
import type { Absence } from '#api/contract/desk.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { useCourtNow } from '#web/shell/court-clock.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { Problem, ReadFailure } from '#web/staff/parts/Problem.tsx';
import '#web/staff/home/home.css';

export function AbsencePage() {
  const { t } = useTranslation('home');
  const say = useWords();
  usePageTitle(t('absences.title'));
  const { data: me } = useQuery(queries.me());
  const list = useQuery(queries.absences());
  if (list.isError && !list.data) return <ReadFailure page error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <p className="queue-empty">{t('loading')}</p>;
  const { mine, others, deputies } = list.data;
  return (
    <div className="absence-page">
      <div className="queue-head"><h1>{t('absences.title')}</h1></div>
      <p>{t('absences.explained')}</p>
      <Panel title={t('absences.enter')}>
        {deputies.length === 0 ? <p className="faint">{t('absences.noDeputies')}</p> : <EnterAbsence deputies={deputies} />}
        <p className="faint">{t('absences.not')}</p>
        <ul className="not-delegated">{Object.entries(personally).map(([name, { reason, articles }]) => <li key={name}>{say(reason)} <Articles ids={articles} /></li>)}</ul>
      </Panel>
      <Panel title={t('absences.mine')}><Absences rows={mine} me={me?.personId} /></Panel>
      {others && <Panel title={t('absences.others')}><Absences rows={others} me={undefined} /></Panel>}
    </div>
  );
}

function useChanged(): () => void {
  const queryClient = useQueryClient();
  return () => { void queryClient.invalidateQueries({ queryKey: queryKeys.absences }); };
}

function EnterAbsence({ deputies }: { deputies: readonly { personId: string; name: string; title: string }[] }) {
  const { t } = useTranslation('home');
  const changed = useChanged();
  const today = dayOf(Date.parse(useCourtNow()));
  const [[from, until], setDays] = useState<[string, string]>([today, today]);
  const [deputy, setDeputy] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const enter = useCommand((input: { from: string; until: string; deputy: string; reason: string }, options) => api.desk.enterAbsence(input, options), { label: t('absences.enter'), onDone: () => { setReason(''); setDeputy(null); changed(); } });
  const picker = (id: string, value: string, earliest: string, onChange: (day: string) => void) => (
    <DatePicker id={id} allowClear={false} suffixIcon={<CalendarOutlined aria-hidden />} value={dayjs(value)} minDate={dayjs(earliest)} onChange={(day) => day && onChange(day.format('YYYY-MM-DD'))} />
  );
  return (
    <form className="absence-form" onSubmit={(event) => { event.preventDefault(); if (deputy) void enter.run({ from, until, deputy, reason }); }}>
      <div className="absence-fields">
        <span><label htmlFor="absence-from">{t('absences.from')}</label>{picker('absence-from', from, today, (day) => setDays([day, until < day ? day : until]))}</span>
        <span><label htmlFor="absence-until">{t('absences.until')}</label>{picker('absence-until', until, from, (day) => setDays([from, day]))}</span>
        <span><label htmlFor="absence-deputy">{t('absences.deputy')}</label><Select id="absence-deputy" suffixIcon={<DownOutlined aria-hidden />} value={deputy} onChange={setDeputy} placeholder={t('assign.choose')} options={deputies.map(({ personId, name }) => ({ value: personId, label: name }))} /></span>
        <span className="grow"><label htmlFor="absence-reason">{t('absences.reason')}</label><Input id="absence-reason" maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} /></span>
        <Button type="primary" htmlType="submit" disabled={deputy === null || reason.trim().length < 2} loading={enter.phase !== null}>{t('absences.submit')}</Button>
      </div>
      {enter.problem && <Problem problem={enter.problem} />}
    </form>
  );
}

function Absences({ rows, me }: { rows: readonly Absence[]; me: string | undefined }) {
  const { t } = useTranslation('home');
  const language = useLanguage();
  const now = useCourtNow();
  if (rows.length === 0) return <p className="faint">{t('absences.none')}</p>;
  const day = (instant: string) => formatInstant(instant, 'day', language);
  return (
    <div className="wide-table" role="group" aria-label={t('absences.title')} tabIndex={0}>
      <table className="desk-table">
        <thead><tr><th scope="col">{t('absences.column.person')}</th><th scope="col">{t('absences.column.deputy')}</th><th scope="col">{t('absences.column.time')}</th><th scope="col">{t('absences.column.reason')}</th><th scope="col">{t('absences.column.state')}</th></tr></thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.absenceId}>
              <td>{one.person.name}</td><td>{one.deputy.name}</td>
              <td>{t('absences.range', { from: day(one.from), until: day(one.until) })}</td>
              <td lang="zh-CN">{one.reason}</td>
              <td>
                <span className={one.inForce ? 'mark good' : 'mark'}>{t(`absences.state.${one.endedAt !== null ? 'ended' : one.inForce ? 'now' : one.from > now ? 'planned' : 'over'}`)}</span>
                {one.person.personId === me && one.endedAt === null && one.until > now && <End absenceId={one.absenceId} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function End({ absenceId }: { absenceId: string }) {
  const { t } = useTranslation('home');
  const changed = useChanged();
  const end = useCommand((_: void, options) => api.desk.endAbsence({ absenceId }, options), { label: t('absences.end'), onDone: changed });
  return <> <Button size="small" loading={end.phase !== null} onClick={() => void end.run()}>{t('absences.end')}</Button>{end.problem && <Problem problem={end.problem} />}</>;
}
