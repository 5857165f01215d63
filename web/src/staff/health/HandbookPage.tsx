/** The handbook for operations as it lies in the code, chapter by chapter; an alarm leads to its own. */
import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import './health.css';
import { queries } from '#web/api/queries.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';

export function HandbookPage() {
  const { t } = useTranslation(['health', 'staff']);
  const language = useLanguage();
  const { hash } = useLocation();
  const found = useQuery(queries.handbook());
  usePageTitle(t('handbook'));
  // The chapters come after the page: the browser has looked for the anchor by then.
  useEffect(() => { if (found.data && hash) document.getElementById(hash)?.scrollIntoView(); }, [found.data, hash]);
  if (found.isError && !found.data) return <ReadFailure page error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <p className="queue-empty">{t('staff:loading')}</p>;
  return (
    <div className="handbook-page">
      <nav className="crumbs" aria-label={t('staff:crumbs')}><Link to="/desk/health">{t('close')}</Link></nav>
      <h1>{t('handbook')}</h1>
      {language === 'zh' && <p className="faint">{t('inEnglish')}</p>}
      <nav className="handbook-chapters" aria-label={t('handbook')}>
        <ul lang="en-GB">{found.data.chapters.map(({ anchor, title }) => <li key={anchor}><a href={`#${anchor}`}>{title}</a></li>)}</ul>
      </nav>
      <div lang="en-GB">
        {found.data.chapters.map(({ anchor, title, html }) => (
          <section key={anchor} id={anchor} className={anchor === hash ? 'panel chapter asked' : 'panel chapter'}>
            <header><h2>{title}</h2></header>
            {/* The court's own text, from its own server. */}
            <div className="panel-body" dangerouslySetInnerHTML={{ __html: html }} />
          </section>
        ))}
      </div>
    </div>
  );
}
