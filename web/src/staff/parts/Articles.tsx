import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { citation, isArticleId, provisions } from '#domain/law/articles.ts';
import { useWords } from '#web/i18n/use-words.ts';

/** The articles that something rests on; each opens to what it says. */
export function Articles({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('staff');
  const say = useWords();
  if (ids.length === 0) return null;
  return (
    <span className="articles">
      {ids.map((id) => {
        const provision = provisions.find((known) => known.id === id);
        if (!provision || !isArticleId(id)) return <span key={id} className="article">{id}</span>;
        return (
          <Popover key={id} trigger={['click', 'hover', 'focus']} title={citation(id)} content={<div className="article-text"><strong>{say(provision.title)}</strong><p lang="zh-CN">{provision.text}</p></div>}>
            <button type="button" className="article" aria-label={t('articleLabel', { id, citation: citation(id) })}>{id}</button>
          </Popover>
        );
      })}
    </span>
  );
}

/** The same as words for a table's cell: no stop for the keyboard on each. */
export const articleTitle = (ids: readonly string[]): string => ids.map((id) => (isArticleId(id) ? citation(id) : id)).join('\n');
