import { lazy, Suspense, useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import type { HearingDetail } from '#api/contract/hearings.ts';
import { queries } from '#web/api/queries.ts';
import { currentDiscipline, disciplineOf } from '#domain/hearing/discipline.ts';
import { DisciplineText } from '#web/room/DisciplineDialog.tsx';
import type { HearingSnapshot } from '#web/room/janus-client.ts';
import { LiveTranscript } from '#web/room/LiveTranscript.tsx';
import { PresenceList } from '#web/room/PresenceList.tsx';
import { RoomEvidence } from '#web/room/RoomEvidence.tsx';
import { speakersOf } from '#web/transcript/speakers.ts';

/** Only the court writes: a participant's phone does not load it. */
const TranscriptEditor = lazy(() => import('#web/transcript/TranscriptEditor.tsx').then((module) => ({ default: module.TranscriptEditor })));

const tabs = ['transcript', 'evidence', 'people', 'discipline'] as const;
type Tab = (typeof tabs)[number];

/** What lies beside the pictures: the transcript as it is written, the evidence, who is present, the discipline. */
export function SidePanel({ hearing, snapshot, staff }: { hearing: HearingDetail; snapshot: HearingSnapshot; staff: boolean }) {
  const { t } = useTranslation('room');
  const [tab, setTab] = useState<Tab>(staff ? 'transcript' : 'people');
  // G8: what is shown in court everybody sees at once, whatever they were reading; the court's own people go on with theirs.
  const { data: courtCase } = useQuery(queries.case(hearing.caseId));
  const shown = courtCase?.evidence.find((item) => item.examination?.state === 'presented' && item.examination.hearingId === hearing.hearingId)?.evidenceId;
  useEffect(() => { if (shown !== undefined && !staff) setTab('evidence'); }, [shown, staff]);
  const onArrow = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]!;
    setTab(next);
    document.getElementById(`side-tab-${next}`)?.focus();
  };
  return (
    <section className="side-panel">
      <div className="side-tabs" role="tablist" aria-label={t('side.label')} onKeyDown={onArrow}>
        {tabs.map((one) => (
          <button key={one} id={`side-tab-${one}`} data-tab={one} type="button" role="tab" aria-selected={tab === one} aria-controls="side-content" tabIndex={tab === one ? 0 : -1} onClick={() => setTab(one)}>
            {t(`side.${one}`)}
          </button>
        ))}
      </div>
      <div id="side-content" className="side-content" role="tabpanel" aria-labelledby={`side-tab-${tab}`} tabIndex={0}>
        <Content tab={tab} hearing={hearing} snapshot={snapshot} staff={staff} />
      </div>
    </section>
  );
}

function Content({ tab, hearing, snapshot, staff }: { tab: Tab; hearing: HearingDetail; snapshot: HearingSnapshot; staff: boolean }) {
  const { data: court } = useQuery(queries.court());
  switch (tab) {
    case 'transcript':
      return staff
        ? <Suspense fallback={null}><TranscriptEditor hearingId={hearing.hearingId} speakers={speakersOf(hearing)} /></Suspense>
        : <LiveTranscript hearingId={hearing.hearingId} />;
    case 'evidence': return <RoomEvidence hearing={hearing} staff={staff} />;
    case 'people': return <PresenceList hearing={hearing} snapshot={snapshot} />;
    case 'discipline': return <DisciplineText discipline={disciplineOf(court?.disciplineVersion ?? '') ?? currentDiscipline} />;
  }
}
