/** Beside a task of the approval: the application, the screening and every opinion so far; the case too for whoever sees it (N2). */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { queries } from '#web/api/queries.ts';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { CaseContext } from '#web/staff/task/CaseContext.tsx';
import { Dossier } from '#web/staff/livestream/Dossier.tsx';

/** Tasks of the court that decide on an approval; a notice is about the case as any other. */
const kinds: ReadonlySet<string> = new Set([
  'assess-livestream-risk', 'apply-livestream', 'screen-livestream', 'approve-livestream-division-head', 'approve-livestream-vice-president', 'report-livestream', 'decide-livestream-objection',
]);
export const isOfLivestream = (task: TaskDetail): boolean => kinds.has(task.kind) && task.hearingId !== null;

export function LivestreamContext({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('livestream');
  const found = useQuery(queries.livestream(task.hearingId ?? ''));
  if (found.isError && !found.data) return <aside className="case-context"><ReadFailure error={found.error} again={() => void found.refetch()} /></aside>;
  if (!found.data) return <aside className="case-context" aria-busy="true" />;
  return (
    <div className="case-context-stack">
      <aside className="case-context" aria-label={t('approval')}><Dossier view={found.data} /></aside>
      {found.data.may.seeCase && <CaseContext caseId={task.caseId} task={task} />}
    </div>
  );
}
