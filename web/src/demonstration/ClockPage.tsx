/** The movable clock of the demonstration court. It moves forward only, and every move is on record. */
import { useState, type FormEvent } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { useCourtNow } from '#web/shell/court-clock.ts';
import { NotFoundPage } from '#web/shell/NotFoundPage.tsx';
import { PlainHead } from '#web/shell/PlainHead.tsx';
import { useProblemText } from '#web/shell/problem-text.ts';
import '#web/demonstration/demonstration.css';

const steps = [['minutes30', 30], ['hour', 60], ['day', 24 * 60], ['days3', 3 * 24 * 60], ['week', 7 * 24 * 60]] as const;

export function ClockPage() {
  const { t } = useTranslation(['demonstration', 'shell']);
  const language = useLanguage();
  const textOf = useProblemText();
  const queryClient = useQueryClient();
  const { data: court } = useQuery(queries.court());
  const now = useCourtNow(1_000);
  const [minutes, setMinutes] = useState('');
  const move = useCommand((forwardMinutes: number, options) => api.demonstration.moveClock({ forwardMinutes }, options), {
    label: t('clock.title'), onDone: () => void queryClient.invalidateQueries({ queryKey: queryKeys.court }),
  });
  if (court && !court.clock.movable) return <NotFoundPage />;
  const own = (event: FormEvent) => {
    event.preventDefault();
    const count = Number(minutes);
    if (Number.isInteger(count) && count > 0) void move.run(count);
  };
  return (
    <main className="plain-page">
      <PlainHead title={t('clock.title')} />
      <p className="facts">{t('clock.explained')}</p>
      <p className="clock-now" role="timer"><time dateTime={now}>{formatInstant(now, 'day', language)} {formatInstant(now, 'timeWithSeconds', language)}</time></p>
      <div className="clock-steps">
        {steps.map(([name, count]) => <button key={name} type="button" className="plain-button" disabled={move.phase !== null} onClick={() => void move.run(count)}>{t(`clock.step.${name}`)}</button>)}
      </div>
      <form className="clock-own" onSubmit={own}>
        <label>{t('clock.minutes')}<input inputMode="numeric" value={minutes} onChange={(event) => setMinutes(event.target.value)} /></label>
        <button type="submit" className="plain-button primary" disabled={move.phase !== null || !/^[1-9]\d*$/.test(minutes)}>{t('clock.move')}</button>
      </form>
      <p role="alert" className="form-problem">{move.problem ? textOf(move.problem) : ''}</p>
    </main>
  );
}
