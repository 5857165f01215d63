import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import type { HearingDetail } from '#api/contract/hearings.ts';
import { useQuery } from '@tanstack/react-query';
import { partyWords } from '#domain/filing/party-words.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { queries } from '#web/api/queries.ts';
import { LanguageSwitch } from '#web/shell/LanguageSwitch.tsx';
import { ConnectionBanner, DeviceBanner, InterruptionBanner } from '#web/room/Banners.tsx';
import { Controls } from '#web/room/Controls.tsx';
import { CourtPanel } from '#web/room/CourtPanel.tsx';
import { Dialog } from '#web/room/Dialog.tsx';
import { DisciplineDialog } from '#web/room/DisciplineDialog.tsx';
import { caseOf } from '#web/room/home-of.ts';
import type { HearingConnection, HearingSnapshot } from '#web/room/janus-client.ts';
import { kindOf } from '#web/room/kind.ts';
import { isSitting } from '#web/room/phase.ts';
import { PhaseBar } from '#web/room/PhaseBar.tsx';
import { Pictures } from '#web/room/Pictures.tsx';
import { SidePanel } from '#web/room/SidePanel.tsx';
import { useRoomKeys } from '#web/room/use-room-keys.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import '#web/party/parts/parts.css';
import '#web/room/room.css';

interface RoomProps {
  hearing: HearingDetail;
  staff: boolean;
  connection: HearingConnection;
  snapshot: HearingSnapshot;
}

/** Inside: the pictures, what happens now, the own devices, and beside them what the person works with. */
export function Room({ hearing, staff, connection, snapshot }: RoomProps) {
  const { t } = useTranslation('room');
  const [leaving, setLeaving] = useState(false);
  const { data: court } = useQuery(queries.court());
  const acknowledge = hearing.tasks.find((task) => task.kind === 'acknowledge-discipline' && task.mine);
  usePageTitle(t('title'));
  useRoomKeys({ camera: snapshot.camera, microphone: snapshot.microphone, connection });
  return (
    <div className={staff ? 'room parts staff' : 'room parts'} data-connection={snapshot.state.kind}>
      <header className="room-bar">
        <h1>{hearing.caseNumber ?? hearing.causeOfAction}</h1>
        <span className="about">{hearing.caseNumber ? hearing.causeOfAction : ''} · {t('session', { n: hearing.sessionNumber, kind: kindOf(hearing.kind, t) })}</span>
        <LanguageSwitch />
      </header>
      <PhaseBar hearing={hearing} />
      <ConnectionBanner snapshot={snapshot} />
      <InterruptionBanner hearing={hearing} />
      <DeviceBanner problems={snapshot.problems} />
      <main className="floor">
        <div className="stage">
          <Pictures hearing={hearing} snapshot={snapshot} />
          <Controls
            camera={snapshot.camera} microphone={snapshot.microphone} onLeave={() => setLeaving(true)}
            onCamera={(on) => connection.setCamera(on)} onMicrophone={(on) => connection.setMicrophone(on)}
          />
        </div>
        <aside className="side" aria-label={t('side.label')}>
          {staff ? <CourtPanel hearing={hearing} /> : null}
          <SidePanel hearing={hearing} snapshot={snapshot} staff={staff} />
        </aside>
      </main>
      {acknowledge ? <DisciplineDialog key={acknowledge.taskId} taskId={acknowledge.taskId} version={court?.disciplineVersion ?? ''} /> : null}
      {leaving ? <LeaveDialog hearing={hearing} staff={staff} connection={connection} onStay={() => setLeaving(false)} /> : null}
    </div>
  );
}

/** G6: leaving while the court sits has consequences, so it is said before, and asked again. */
function LeaveDialog({ hearing, staff, connection, onStay }: { hearing: HearingDetail; staff: boolean; connection: HearingConnection; onStay: () => void }) {
  const { t } = useTranslation('room');
  const say = useWords();
  const navigate = useNavigate();
  const leave = async () => {
    await connection.leave();
    await navigate({ to: caseOf(staff, hearing.caseId) });
  };
  return (
    <Dialog
      heading={t('leave.heading')} onClose={onStay}
      actions={(
        <>
          <button type="button" className="button main" onClick={onStay}>{t('leave.stay')}</button>
          <button type="button" className="button danger" onClick={() => void leave()}>{t('leave.go')}</button>
        </>
      )}
    >
      <p>{isSitting(hearing) && !staff ? hearing.publicProsecution ? t('leave.sittingProsecution') : t('leave.sitting', { one: say(partyWords('plaintiff', hearing)), other: say(partyWords('defendant', hearing)) }) : t('leave.notSitting')}</p>
    </Dialog>
  );
}
