/** A clerk's or judge's day on one screen: what to do next, the hearings and what they lack, what is due, what others did. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { DueToday } from '#web/staff/home/DueToday.tsx';
import { HomeHearings } from '#web/staff/home/HomeHearings.tsx';
import { News } from '#web/staff/home/News.tsx';
import { NextStepBar } from '#web/staff/home/NextStepBar.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import '#web/staff/home/home.css';

export function HomePage() {
  const { t } = useTranslation('home');
  const language = useLanguage();
  usePageTitle(t('title'));
  const home = useQuery(queries.home());
  if (home.isError && !home.data) return <ReadFailure page error={home.error} again={() => void home.refetch()} />;
  if (!home.data) return <p className="queue-empty">{t('loading')}</p>;
  const { data } = home;
  return (
    <div className="home-page">
      <div className="queue-head">
        <h1>{t('title')}</h1>
        <span className="home-day">{formatInstant(data.now, 'day', language)}</span>
        <span>{t('counts', data.counts)}</span>
        <Link className="plain-button home-queue" to="/desk">{t('toQueue')}</Link>
      </div>
      <NextStepBar home={data} />
      <div className="home-columns">
        <div>
          <Panel title={t('hearings.title')}><HomeHearings hearings={data.hearings} /></Panel>
        </div>
        <div>
          {data.standsInFor.length > 0 && (
            <Panel title={t('stands.title')}>
              <ul className="home-list">
                {data.standsInFor.map(({ person, until }) => <li key={person.personId}><strong>{person.name}</strong> {t('stands.until', { day: formatInstant(until, 'shortDay', language) })}</li>)}
              </ul>
              <p className="faint">{t('stands.explained')}</p>
            </Panel>
          )}
          <Panel title={t('due.title')}><DueToday tasks={data.due} /></Panel>
          <Panel title={t('news.title')}><News news={data.news} /></Panel>
        </div>
      </div>
    </div>
  );
}
