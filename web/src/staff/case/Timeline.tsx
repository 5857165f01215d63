import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '#api/contract/cases.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { articleTitle } from '#web/staff/parts/Articles.tsx';

/** What happened, newest first, day by day. `detailed` opens what each entry holds (the manager's history). */
export function Timeline({ entries, detailed = false }: { entries: readonly TimelineEntry[]; detailed?: boolean }) {
  const { t } = useTranslation('cases');
  const language = useLanguage();
  if (entries.length === 0) return <p className="faint">{t('noEntries')}</p>;
  const newestFirst = [...entries].sort((a, b) => b.at.localeCompare(a.at) || b.seq - a.seq);
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of newestFirst) {
    const day = formatInstant(entry.at, 'day', language);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return (
    <div className="timeline">
      {[...days].map(([day, entriesOfDay]) => (
        <section key={day} aria-label={day}>
          <h3>{day}</h3>
          <ol>{entriesOfDay.map((entry) => <Entry key={`${entry.stream}/${entry.seq}/${entry.at}`} entry={entry} detailed={detailed} />)}</ol>
        </section>
      ))}
    </div>
  );
}

function Entry({ entry, detailed }: { entry: TimelineEntry; detailed: boolean }) {
  const { t } = useTranslation('cases');
  const say = useWords();
  const language = useLanguage();
  return (
    <li className={entry.refused ? 'entry refused' : `entry ${importance(entry.kind)}`}>
      <time dateTime={entry.at}>{formatInstant(entry.at, detailed ? 'timeWithSeconds' : 'time', language)}</time>
      <div className="entry-line">
        <span className="entry-title">{entry.refused && <span className="mark bad">{t('refused')}</span>}{say(entry.title)}</span>
        <span className="entry-who">{entry.who ?? t('bySystem')}</span>
        <span className="entry-articles" title={articleTitle(entry.articles)}>{entry.articles.map((id) => <span key={id}>{id}</span>)}</span>
        {detailed && Object.keys(entry.detail).length > 0 && (
          <details><summary>{t('detail')} <span className="figures faint" lang="en">{entry.kind}{entry.seq > 0 ? ` #${entry.seq}` : ''}</span></summary><pre className="figures" tabIndex={0}>{JSON.stringify(entry.detail, null, 2)}</pre></details>
        )}
      </div>
    </li>
  );
}

const turning = new Set(['case-filed', 'case-accepted', 'stage-entered', 'hearing-scheduled', 'hearing-ended', 'transcript-frozen', 'archive-sealed', 'case-closed']);
const importance = (kind: string): 'turning' | 'small' => (turning.has(kind) ? 'turning' : 'small');
