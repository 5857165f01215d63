import { useTranslation } from 'react-i18next';
import type { HearingDetail } from '#api/contract/hearings.ts';
import type { HearingSnapshot } from '#web/room/janus-client.ts';
import { absenceWords } from '#web/room/absence-words.ts';
import { phaseOf } from '#web/room/phase.ts';
import { inOrder, isBench, wordsOfSeat, type Seat } from '#web/room/seat-order.ts';
import { Tile } from '#web/room/Tile.tsx';

/** Everybody sees and hears everybody: one picture a seat, the bench first, also those that are not there. */
export function Pictures({ hearing, snapshot }: { hearing: HearingDetail; snapshot: HearingSnapshot }) {
  const { t } = useTranslation('room');
  const seats = inOrder(hearing.seats);
  return (
    <div className="pictures" data-count={seats.length} role="group" aria-label={t('tiles')}>
      {seats.map((seat) => <SeatTile key={seat.opaqueId} seat={seat} hearing={hearing} snapshot={snapshot} />)}
    </div>
  );
}

function SeatTile({ seat, hearing, snapshot }: { seat: Seat; hearing: HearingDetail; snapshot: HearingSnapshot }) {
  const { t } = useTranslation('room');
  const phase = phaseOf(hearing);
  const feed = snapshot.feeds.find(({ opaqueId }) => opaqueId === seat.opaqueId);
  // An odd one fills the row on a phone: the judge's.
  const called = wordsOfSeat(seat.role, hearing);
  const large = seat.role === 'presidingJudge' && hearing.seats.length % 2 === 1;
  // G13: in a pause nothing of the bench goes out; it is stopped on the server, and said so here.
  const paused = isBench(seat) && (phase === 'recess' || phase === 'suspended') ? t(phase === 'recess' ? 'seat.pausedByRecess' : 'seat.pausedBySuspension') : null;
  if (seat.me) {
    return <Tile called={called} seat={{ ...seat, presence: 'present' }} stream={snapshot.local.getTracks().length > 0 ? snapshot.local : null} flowing own large={large} cameraOff={!snapshot.camera} microphoneOff={!snapshot.microphone} covered={paused} />;
  }
  // Raw health at once, the legal state follows: a feed that flows is shown whatever the record says yet.
  const gone = !feed?.flowing && seat.presence === 'away' && seat.cause && seat.cause !== 'not-joined' ? t('seat.awayBecause', { cause: t(absenceWords(seat.cause)) }) : null;
  return <Tile called={called} seat={seat} stream={feed?.stream ?? null} flowing={feed?.flowing ?? false} own={false} large={large} covered={paused ?? gone} />;
}
