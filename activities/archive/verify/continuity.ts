import type { ArchivedLedger, ArchivedLedgerTrack, TimeLine } from '#domain/archive/recording-records.ts';
import { continuityLedger, defaultTolerance } from '#domain/hearing/continuity.ts';

/** The continuity ledger against the time line and the raw events. Pure; each function returns what is wrong. */

export interface RawEvents {
  ids: ReadonlySet<string>;
  /** Opaque ids of those who ever joined. */
  joined: ReadonlySet<string>;
}

/** The entries of each track follow one another from opening to closing, and no required track is missing. */
export function findBreaks(ledger: ArchivedLedger, timeLine: TimeLine): string[] {
  const from = Date.parse(timeLine.from);
  const to = Date.parse(timeLine.to);
  const required = timeLine.seats.flatMap(({ personId }) => (['audio', 'video'] as const).map((kind) => ({ personId, kind })));
  const missing = required.filter(({ personId, kind }) => !ledger.tracks.some((track) => track.personId === personId && track.kind === kind));
  return [
    ...(ledger.span.from === from && ledger.span.to === to ? [] : ['does not run from opening to closing']),
    ...missing.map(({ personId, kind }) => `says nothing of the ${kind} of ${personId}`),
    ...ledger.tracks.flatMap((track) => {
      const ends = [from, ...track.entries.map((entry) => entry.to)];
      const broken = track.entries.find((entry, index) => entry.from !== ends[index] || entry.to <= entry.from);
      const whole = !broken && ends.at(-1) === to;
      return whole ? [] : [`does not account for every moment of the ${track.kind} of ${track.personId}${broken ? ` at ${iso(broken.from)}` : ''}`];
    }),
  ];
}

/** What the ledger calls recorded is what the packet times of the time line say, no more and no less. */
export function findDeviations(ledger: ArchivedLedger, timeLine: TimeLine): string[] {
  const personOf = new Map(timeLine.seats.map((seat) => [seat.opaqueId, seat.personId]));
  const { value: computed } = continuityLedger({
    span: { from: Date.parse(timeLine.from), to: Date.parse(timeLine.to) },
    required: ledger.tracks.map(({ personId, kind }) => ({ personId, kind })),
    recordings: timeLine.tracks.flatMap(({ opaqueId, medium, intervals }) => {
      const personId = personOf.get(opaqueId);
      return personId === undefined ? [] : intervals.map(({ from, to }) => ({ personId, kind: medium, from: Date.parse(from), to: Date.parse(to) }));
    }),
    pauses: [],
    absences: [],
  });
  const recorded = (track: { entries: readonly { from: number; to: number; cause: string }[] } | undefined) =>
    JSON.stringify((track?.entries ?? []).filter(({ cause }) => cause === 'recorded').map(({ from, to }) => [from, to]));
  return ledger.tracks.flatMap((track, index) => (recorded(track) === recorded(computed.tracks[index])
    ? []
    : [`what it calls recorded of the ${track.kind} of ${track.personId} is not what the time line shows`]));
}

const pauses = ['recess', 'suspended', 'non-public-evidence', 'mediation'];
const unexplained = ['unexplained', 'unknown', 'court-equipment', 'explained-in-writing'];

/**
 * Each gap rests on something: a pause of the session, raw events that lie here, or a written explanation (REC-4).
 * @param explained whether a written explanation for this recording exists
 */
export function findUnfoundedGaps(ledger: ArchivedLedger, timeLine: TimeLine, events: RawEvents, explained: boolean): string[] {
  return ledger.tracks.flatMap((track) => track.entries.flatMap((entry) => {
    const where = `${entry.cause} of the ${track.kind} of ${track.personId} at ${iso(entry.from)} (${((entry.to - entry.from) / 1000).toFixed(1)} s)`;
    if (entry.cause === 'recorded') return [];
    if (pauses.includes(entry.cause)) return pauseAround(entry, timeLine) ? [] : [`${where}: the session did not pause then`];
    if (unexplained.includes(entry.cause)) return explained ? [] : [`${where}: there is no written explanation (REC-4)`];
    const lost = entry.evidence.find((id) => !events.ids.has(id));
    if (lost !== undefined) return [`${where}: the event ${lost}, on which it rests, is not among the raw events`];
    const neverCame = entry.cause === 'not-joined' && !hasJoined(track, timeLine, events);
    return entry.evidence.length > 0 || neverCame ? [] : [`${where}: it rests on no event`];
  }));
}

/** How long what, for people: "recorded 92.0 %, network-loss 12.0 s". */
export function summary(ledger: ArchivedLedger): string {
  const sums = new Map<string, number>();
  for (const { cause, from, to } of ledger.tracks.flatMap((track) => track.entries)) sums.set(cause, (sums.get(cause) ?? 0) + to - from);
  const all = [...sums.values()].reduce((sum, ms) => sum + ms, 0);
  const recorded = all > 0 ? ((sums.get('recorded') ?? 0) * 100) / all : 0;
  return [`recorded ${recorded.toFixed(1)} %`, ...[...sums].filter(([cause]) => cause !== 'recorded').map(([cause, ms]) => `${cause} ${(ms / 1000).toFixed(1)} s`)].join(', ');
}

function pauseAround(entry: { from: number; to: number; cause: string }, timeLine: TimeLine): boolean {
  const { marginMs } = defaultTolerance;
  return timeLine.pauses.some(({ cause, from, to }) => cause === entry.cause && Date.parse(from) - marginMs <= entry.from && entry.to <= Date.parse(to) + marginMs);
}

function hasJoined(track: ArchivedLedgerTrack, timeLine: TimeLine, events: RawEvents): boolean {
  return timeLine.seats.some(({ personId, opaqueId }) => personId === track.personId && events.joined.has(opaqueId));
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
