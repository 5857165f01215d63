import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HomeView } from '#api/contract/desk.ts';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { Problem } from '#web/staff/parts/Problem.tsx';

/** What others did in my cases since I last said that I have seen it. */
export function News({ news }: { news: HomeView['news'] }) {
  const { t } = useTranslation('home');
  const say = useWords();
  const language = useLanguage();
  const seen = useCommand((_: void, options) => api.desk.seen({ until: news.until }, options), { label: t('news.seen') });
  return (
    <>
      <p className="faint news-since">{t('news.since', { at: formatInstant(news.since, 'dayTime', language) })}</p>
      {news.entries.length === 0 && <p>{t('news.none')}</p>}
      <ol className="home-list news-list">
        {news.entries.map((entry) => (
          <li key={`${entry.stream}/${entry.seq}`}>
            <span>{say(entry.title)}{entry.who && <span className="news-who">{entry.who}</span>}</span>
            <span className="row-second"><Link to="/desk/cases/$caseId" params={{ caseId: entry.caseId }}>{entry.caseNumber ?? t('news.noNumber')}</Link> <time dateTime={entry.at}>{formatInstant(entry.at, 'dayTime', language)}</time></span>
          </li>
        ))}
      </ol>
      {news.more && <p className="faint">{t('news.more')}</p>}
      {seen.problem && <Problem problem={seen.problem} />}
      {news.entries.length > 0 && <Button size="small" loading={seen.phase !== null} onClick={() => void seen.run()}>{t('news.seen')}</Button>}
    </>
  );
}
