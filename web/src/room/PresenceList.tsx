import { useTranslation } from 'react-i18next';
import type { HearingDetail } from '#api/contract/hearings.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { absenceWords } from '#web/room/absence-words.ts';
import type { HearingSnapshot } from '#web/room/janus-client.ts';
import { phaseOf } from '#web/room/phase.ts';
import { inOrder, wordsOfSeat, type Seat } from '#web/room/seat-order.ts';

/** Who is there, who is not and why (as far as is seen), and who has acknowledged the discipline. */
export function PresenceList({ hearing, snapshot }: { hearing: HearingDetail; snapshot: HearingSnapshot }) {
  const { t } = useTranslation('room');
  const say = useWords();
  const read = phaseOf(hearing) !== 'preparing';
  return (
    <ul className="presence-list">
      {inOrder(hearing.seats).map((seat) => (
        <li key={seat.opaqueId} data-presence={seat.presence}>
          <span className="who"><strong>{seat.name}</strong> <span className="soft">{say(wordsOfSeat(seat.role, hearing))}{seat.me ? ` · ${t('seat.me')}` : ''}</span></span>
          <PresenceTag seat={seat} snapshot={snapshot} />
          {read && seat.participantId !== null ? <span className={seat.acknowledged ? 'tag good' : 'tag wait'}>{seat.acknowledged ? t('seat.acknowledged') : t('seat.notAcknowledged')}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function PresenceTag({ seat, snapshot }: { seat: Seat; snapshot: HearingSnapshot }) {
  const { t } = useTranslation('room');
  const flowing = seat.me || snapshot.feeds.some(({ opaqueId, flowing: flows }) => opaqueId === seat.opaqueId && flows);
  switch (seat.presence) {
    case 'present': return <span className="tag good">{t('seat.present')}</span>;
    case 'away':
      if (flowing) return <span className="tag good">{t('seat.present')}</span>;
      return seat.cause === 'not-joined'
        ? <span className="tag">{t('seat.waiting')}</span>
        : <span className="tag bad">{seat.cause ? t('seat.awayBecause', { cause: t(absenceWords(seat.cause)) }) : t('seat.away')}</span>;
    case 'unknown': return <span className={flowing ? 'tag good' : 'tag'}>{flowing ? t('seat.present') : t('seat.waiting')}</span>;
  }
}
