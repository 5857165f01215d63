import { useId, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWords } from '#web/i18n/use-words.ts';

/** Why: the articles that something rests on. A tap shows what an article says; the law is loaded only then. */
export function Articles({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('party');
  const say = useWords();
  const [shown, setShown] = useState<string | null>(null);
  const panel = useId();
  const { data: law } = useQuery({ queryKey: ['law'], queryFn: () => import('#domain/law/articles.ts'), enabled: shown !== null, staleTime: Infinity });
  const provision = law?.provisions.find(({ id }) => id === shown);
  if (ids.length === 0) return null;
  return (
    <div className="stack tight">
      <div className="row wrap">
        {ids.map((id) => (
          <button key={id} type="button" className="article" aria-expanded={shown === id} aria-controls={panel} onClick={() => setShown(shown === id ? null : id)}>
            {t('common.article', { article: id })}
          </button>
        ))}
      </div>
      <div id={panel} role="region" aria-live="polite" aria-label={t('case.article')} hidden={provision === undefined}>
        {provision ? (
          <div className="article-text stack tight">
            <strong>{say(provision.document)} {provision.article}</strong>
            <p lang="zh-CN">{provision.text}</p>
          </div>
        ) : null}
      </div>
    </div>
  );
}
