import { useTranslation } from 'react-i18next';
import type { Draft } from '#web/drafts/use-draft.ts';

/** Where the last words are: people stop worrying when they know. */
export function DraftNote({ draft }: { draft: Draft }) {
  const { t } = useTranslation('party');
  if (draft.saved === 'none') return null;
  return <p className="soft small draft-note" role="status" data-saved={draft.saved}>{draft.saved === 'server' ? t('common.saved') : t('common.savedHere')}</p>;
}
