import { useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { NotYet } from '#web/party/parts/NotYet.tsx';
import { SignedIn } from '#web/party/parts/SignedIn.tsx';
import { Lobby } from '#web/room/Lobby.tsx';
import { Room } from '#web/room/Room.tsx';
import { homeOf } from '#web/room/home-of.ts';
import { standingOf } from '#web/room/phase.ts';
import { useHearingConnection } from '#web/room/use-hearing-connection.ts';
import type { HearingDetail } from '#api/contract/hearings.ts';

/** `/room/…`: the courtroom of one hearing, for everybody who has a seat in it. */
export function RoomPage() {
  const { t } = useTranslation('room');
  const { hearingId } = useParams({ strict: false }) as { hearingId: string };
  return <SignedIn title={t('title')}>{(me) => <RoomOf key={hearingId} hearingId={hearingId} staff={me.staff} />}</SignedIn>;
}

function RoomOf({ hearingId, staff }: { hearingId: string; staff: boolean }) {
  const { t } = useTranslation('room');
  const hearing = useQuery({
    ...queries.hearing(hearingId),
    // What everybody's presence rests on must not hang on one lost notification.
    refetchInterval: 5_000,
  });
  if (hearing.data) return <Connected hearing={hearing.data} staff={staff} />;
  return <NotYet title={t('title')} back={homeOf(staff)} error={hearing.error} />;
}

function Connected({ hearing, staff }: { hearing: HearingDetail; staff: boolean }) {
  const { connection, snapshot } = useHearingConnection(hearing.hearingId);
  const { kind } = snapshot.state;
  const inside = kind === 'joined' || kind === 'reconnecting';
  // The end of the hearing ends the room for everybody; whoever is inside is shown out.
  if (inside && standingOf(hearing) === 'open') return <Room hearing={hearing} staff={staff} connection={connection} snapshot={snapshot} />;
  return <Lobby hearing={hearing} staff={staff} connection={connection} snapshot={snapshot} />;
}
