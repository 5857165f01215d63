import { Segmented } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { Timeline } from '#web/staff/case/Timeline.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';

/** Entries that say how the work was done rather than what became of the case. */
const workings = new Set(['task-opened', 'task-withdrawn', 'stage-ended', 'presence-changed', 'hearing-room', 'notice-issued', 'recording-composed']);
const choices = ['main', 'all'] as const;

/** What happened in the case: in short, or everything. */
export function TimelinePanel({ caseId }: { caseId: string }) {
  const { t } = useTranslation(['cases', 'staff']);
  const [of, setOf] = useState<(typeof choices)[number]>('main');
  const timeline = useQuery(queries.timeline(caseId));
  const entries = timeline.data?.entries.filter(({ kind }) => of === 'all' || !workings.has(kind)) ?? [];
  return (
    <Panel title={t('timeline')} extra={<Segmented aria-label={t('timeline')} size="small" value={of} onChange={setOf} options={choices.map((value) => ({ value, label: t(`timelineOf.${value}`) }))} />}>
      {timeline.isError && !timeline.data ? <ReadFailure error={timeline.error} again={() => void timeline.refetch()} /> : timeline.isPending ? <p className="faint">{t('staff:loading')}</p> : <Timeline entries={entries} />}
    </Panel>
  );
}
