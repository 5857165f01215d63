import { z } from 'zod';
import type { TimeLine } from '#domain/archive/recording-records.ts';
import type { ArchivedEntry } from './check-journal.ts';
import { ofKind } from './check-signatures.ts';

/**
 * Opening, closing and pauses of a session: the journal's against the time line's. The journal tells the court's time,
 * the time line real time; the two are the same but in the demonstration court, whose clock can be moved, and there
 * the distance is known from the journal. Pure.
 */

const phase = z.object({ to: z.string() });
const clockMove = z.object({ offsetMs: z.number() });

/** One activation of the workflow gives both times; what lies further apart than this is not the same moment. */
const sameMomentMs = 1_000;

interface Moment {
  says: string;
  /** Milliseconds by the court's clock minus milliseconds of real time. */
  distance: number;
  /** What the distance has to be, where the journal tells. */
  expected: number | undefined;
}

/**
 * @param session the journal's entries about this hearing
 * @param journal all entries, for the moves of the clock
 * @returns what is wrong
 */
export function findWrongTimes(timeLine: TimeLine, session: readonly ArchivedEntry[], journal: readonly ArchivedEntry[]): string[] {
  const phases = ofKind(session, 'hearing-phase', phase);
  if (phases.length === 0) return [];
  const opening = phases.find(({ data }) => data.to === 'opening');
  const closing = phases.findLast(({ data }) => data.to === 'closed' || data.to === 'adjourned');
  if (!opening || !closing) return ['the journal knows no opening or no closing of this session'];

  const stream = journal.filter((entry) => entry.stream === opening.stream);
  const everMoved = journal.some(({ kind }) => kind === 'clock-moved');
  const moment = (says: string, entry: { seq: number; at: string }, real: string): Moment => ({
    says, distance: Date.parse(entry.at) - Date.parse(real), expected: offsetBefore(stream, entry.seq) ?? (everMoved ? undefined : 0),
  });
  const moments = [
    moment('begins', opening, timeLine.from),
    moment('ends', closing, timeLine.to),
    ...timeLine.pauses.flatMap((pause) => {
      const entries = phases.filter(({ data }) => data.to === pause.cause);
      const nearest = entries.map((entry) => moment(`has a ${pause.cause}`, entry, pause.from)).sort((a, b) => strangeness(a, timeLine, opening.at) - strangeness(b, timeLine, opening.at))[0];
      return nearest ? [nearest] : [{ says: `has a ${pause.cause}`, distance: Number.NaN, expected: 0 }];
    }),
  ];
  // Where the journal does not tell how far the clock ran ahead (it was moved before this session), it must at least be one distance.
  const first = moments[0]?.distance ?? 0;
  const moved = moments.some(({ expected }) => expected !== undefined && expected !== 0);
  return moments.filter(({ distance, expected }) => {
    const wanted = expected ?? (moved ? undefined : first);
    return Number.isNaN(distance) || (wanted !== undefined && Math.abs(distance - wanted) > sameMomentMs);
  }).map(({ says }) => `${says} at another time than the journal says`);
}

/** How far a moment is from where the opening puts it. */
function strangeness({ distance }: Moment, timeLine: TimeLine, openedAt: string): number {
  return Math.abs(distance - (Date.parse(openedAt) - Date.parse(timeLine.from)));
}

function offsetBefore(stream: readonly ArchivedEntry[], seq: number): number | undefined {
  return ofKind(stream, 'clock-moved', clockMove).filter((move) => move.seq < seq).at(-1)?.data.offsetMs;
}
