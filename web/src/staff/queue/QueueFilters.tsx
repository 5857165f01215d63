/** What narrows the list: words of the case, kind, stage, time, article. Each change is in the address, so that it can be kept and sent. */
import { DownOutlined } from '@ant-design/icons';
import { Button, Input, Select, type InputRef } from 'antd';
import { useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueuePage } from '#api/contract/queue.ts';
import { stages, stageWords } from '#domain/case/stages.ts';
import { citation } from '#domain/law/articles.ts';
import { isTaskKind, taskCatalogue, taskKindNames } from '#domain/tasks/catalogue.ts';
import { dueWindows, type QueueView } from '#domain/tasks/queue-views.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { isNarrowed, type QueueSearch } from '#web/staff/queue/queue-search.ts';

const typingMs = 250;
const articlesOfTasks = [...new Set(taskKindNames.flatMap((kind) => [...taskCatalogue[kind].articles]))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

interface Props { view: QueueView; search: QueueSearch; page: QueuePage | undefined; searchBox: RefObject<InputRef | null>; onChange: (changed: { [K in keyof QueueSearch]?: QueueSearch[K] | undefined }) => void; onClear: () => void }

export function QueueFilters({ view, search, page, searchBox, onChange, onClear }: Props) {
  const { t } = useTranslation('queue');
  const say = useWords();
  const [typed, setTyped] = useState(search.search ?? '');
  useEffect(() => setTyped(search.search ?? ''), [search.search]);
  useEffect(() => {
    if (typed.trim() === (search.search ?? '')) return;
    const timer = window.setTimeout(() => onChange({ search: typed.trim() || undefined }), typingMs);
    return () => window.clearTimeout(timer);
    // Only what is typed starts the time anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);
  const counted = view === 'completed' ? undefined : page?.counts[view].kinds;
  const kinds = Object.keys(counted ?? {}).filter(isTaskKind);
  if (search.kind && isTaskKind(search.kind) && !kinds.includes(search.kind)) kinds.push(search.kind);
  const kindOptions = (counted === undefined ? taskKindNames : kinds).map((kind) => ({ value: kind as string, label: `${say(taskCatalogue[kind].title)}${counted ? ` (${counted[kind] ?? 0})` : ''}` }));
  const choose = (name: 'kind' | 'stage' | 'due' | 'article', width: number, options: { value: string; label: string }[]) => (
    <Select
      id={`queue-${name}`} aria-label={t(`filter.${name}`)} placeholder={t(`filter.${name}`)} allowClear={false} suffixIcon={<DownOutlined aria-hidden />} style={{ width }} popupMatchSelectWidth={false}
      value={search[name] ?? ''} onChange={(value: string) => onChange({ [name]: value || undefined })} options={[{ value: '', label: t(`filter.any.${name}`) }, ...options]}
    />
  );
  return (
    <div className="queue-filters" role="search" aria-label={t('filter.title')}>
      <Input ref={searchBox} className="queue-search" value={typed} maxLength={100} placeholder={t('filter.search')} aria-label={t('filter.search')} onChange={({ target }) => setTyped(target.value)} onKeyDown={(event) => { if (event.key === 'Escape') event.currentTarget.blur(); }} />
      {choose('kind', 190, kindOptions)}
      {choose('stage', 130, stages.map((stage) => ({ value: stage, label: say(stageWords[stage]) })))}
      {view !== 'completed' && choose('due', 140, dueWindows.map((due) => ({ value: due, label: t(`due.${due}`) })))}
      {choose('article', 120, articlesOfTasks.map((article) => ({ value: article, label: `${article} ${citation(article)}` })))}
      {isNarrowed(search) && <Button type="link" onClick={onClear}>{t('filter.clear')}</Button>}
    </div>
  );
}
