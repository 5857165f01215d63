/** On the case's page: how far the livestream of each session is, and the way to its approval. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { sessionWords } from '#domain/case/session-words.ts';
import { asProblem } from '#web/api/errors.ts';
import { queries } from '#web/api/queries.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { LinkButton } from '#web/staff/parts/LinkButton.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import './livestream.css';

export function LivestreamPanel({ courtCase }: { courtCase: CaseDetail }) {
  const { t } = useTranslation('livestream');
  const hearings = courtCase.hearings.filter(({ state }) => state !== 'cancelled');
  if (hearings.length === 0) return null;
  return <Panel title={t('title')}>{hearings.map((hearing) => <One key={hearing.hearingId} hearing={hearing} several={hearings.length > 1} />)}</Panel>;
}

function One({ hearing: { hearingId, sessionNumber, kind }, several }: { hearing: CaseDetail['hearings'][number]; several: boolean }) {
  const { t } = useTranslation(['livestream', 'cases']);
  const say = useWords();
  // Whoever may not read it is not asked to try again, which would go on record as refused attempts.
  const { data: view, error } = useQuery({ ...queries.livestream(hearingId), retry: false, enabled: ({ state }) => state.error === null });
  if (error) return <p className="faint">{asProblem(error).code === 'UNAVAILABLE' ? '' : t('hidden')}</p>;
  if (!view) return <p aria-busy="true" />;
  return (
    <div className="livestream-summary">
      {several && <span className="faint">{t('cases:session', { number: sessionNumber, kind: kind in sessionWords ? say(sessionWords[kind as keyof typeof sessionWords]) : kind })}</span>}
      {view.approval
        ? <><strong>{say(view.approval.statusWords)}</strong>{view.approval.lacking[0] && <p className="faint">{say(view.approval.lacking[0])}</p>}</>
        : <p className="faint">{t('none')}</p>}
      {(view.approval ?? view.may.intend) && <LinkButton href={`/desk/hearings/${hearingId}/livestream`}>{view.may.intend ? t('intend') : t('toApproval')}</LinkButton>}
    </div>
  );
}
