/** Failed steps across all cases, in groups of one step and one error. */
import { useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { AwaitedConfirmations } from '#web/staff/operations/AwaitedConfirmations.tsx';
import { BulkReportView } from '#web/staff/operations/BulkReportView.tsx';
import { FailureGroup } from '#web/staff/operations/FailureGroup.tsx';
import { Handbook } from '#web/staff/operations/Handbook.tsx';
import { useBulk } from '#web/staff/operations/use-bulk.ts';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';

export function FailedSteps() {
  const { t } = useTranslation('repairs');
  const failures = useQuery(queries.failures());
  const [open, setOpen] = useState<string | null>(null);
  // Kept here: a group whose steps are all handled is gone, and what became of them must still be read.
  const bulk = useBulk();
  const groups = useSettledOrder(failures.data?.groups ?? []);
  const shown = groups.reduce((sum, { members }) => sum + members.length, 0);
  const total = failures.data?.total ?? 0;
  return (
    <>
      <Panel title={t('title', { count: total })} extra={<Handbook chapter="failed" />}>
        {failures.isError && !failures.data && <ReadFailure error={failures.error} again={() => void failures.refetch()} />}
        {failures.data && total === 0 && <p className="faint">{t('none')}</p>}
        {shown < total && <p className="faint">{t('shown', { count: shown })}</p>}
        {bulk.report && <BulkReportView report={bulk.report} stop={bulk.stop} close={bulk.close} />}
        {groups.map((group) => <FailureGroup key={group.key} group={group} bulk={bulk} open={open === group.key} toggle={() => setOpen(open === group.key ? null : group.key)} />)}
      </Panel>
      {failures.data && <AwaitedConfirmations confirmations={failures.data.confirmations} />}
    </>
  );
}

/** Nothing moves under a person's hands: a group keeps its place while the page is open, new ones come below. */
function useSettledOrder<G extends { key: string }>(groups: readonly G[]): G[] {
  const known = useRef<string[]>([]);
  for (const { key } of groups) if (!known.current.includes(key)) known.current.push(key);
  return [...groups].sort((a, b) => known.current.indexOf(a.key) - known.current.indexOf(b.key));
}
