import type { ArticleId } from '#domain/law/articles.ts';
import type { Ruled, Words } from '#domain/law/ruled.ts';
import type { AbsenceCause } from './presence.ts';
import type { Medium } from './raw-media-event.ts';

/**
 * The continuity ledger: from the opening to the closing, every moment of every required track is recorded, or a
 * gap with its cause, or unexplained (REC-1, REC-3, REC-4). Computed from the times of the packets in the
 * recordings, never from start and stop events. All times are milliseconds since 1970; a span includes `from` and
 * ends before `to`.
 */

export type Span = { readonly from: number; readonly to: number };

/** A stretch of one recorded track, by the times of its first and last packet. */
export type RecordedInterval = Span & { readonly personId: string; readonly kind: Medium };

/** Pauses that the law or the person allows; for everybody, or for one person, or one track of a person. */
export type PauseCause = 'recess' | 'non-public-evidence' | 'mediation' | 'suspended' | 'switched-off' | 'explained-in-writing';
export type Pause = Span & { readonly cause: PauseCause; readonly evidence: readonly string[]; readonly personId?: string; readonly kind?: Medium };

/** An absence as `presence.ts` classified it; `to` null while it lasts. */
export type ClassifiedAbsence = { readonly personId: string; readonly from: number; readonly to: number | null; readonly cause: AbsenceCause; readonly evidence: readonly string[] };

export type LedgerCause = 'recorded' | PauseCause | AbsenceCause | 'unexplained';
export type LedgerEntry = Span & { readonly cause: LedgerCause; readonly evidence: readonly string[] };

export type TrackLedger = { readonly personId: string; readonly kind: Medium; readonly entries: readonly LedgerEntry[]; readonly recordedMs: number; readonly unexplainedMs: number };
export type Gap = LedgerEntry & { readonly personId: string; readonly kind: Medium };

export type ContinuityLedger = {
  readonly span: Span;
  readonly tracks: readonly TrackLedger[];
  /** Every entry that is not recorded. */
  readonly gaps: readonly Gap[];
  /** REC-4: what needs a written explanation, signed by the judge. */
  readonly toExplain: readonly Gap[];
};

export type ContinuityInput = {
  /** From the announcement of the opening to the closing (REC-3). */
  readonly span: Span;
  readonly required: readonly { readonly personId: string; readonly kind: Medium }[];
  readonly recordings: readonly RecordedInterval[];
  readonly pauses: readonly Pause[];
  readonly absences: readonly ClassifiedAbsence[];
  readonly tolerance?: ContinuityTolerance;
};

export type ContinuityTolerance = {
  /** Recorded stretches nearer to each other than this are one: packets have their rhythm, a key frame its wait. */
  readonly joinMs: number;
  /** A loss shows in Janus only after the last packet (1.5 to 2.5 s), a return after the first: the margin of a cause. */
  readonly marginMs: number;
};
export const defaultTolerance: ContinuityTolerance = { joinMs: 1_000, marginMs: 5_000 };

/** Causes that REC-4 wants explained in writing: no cause at all, or the court's own equipment. */
const needsExplanation = (cause: LedgerCause): boolean => cause === 'unexplained' || cause === 'court-equipment' || cause === 'unknown';

/** Makes the ledger. Throws RangeError if the span does not end after it begins. */
export function continuityLedger(input: ContinuityInput): Ruled<ContinuityLedger> {
  if (!(input.span.to > input.span.from)) throw new RangeError('The span must end after it begins');
  const tracks = input.required.map(({ personId, kind }) => trackLedger(input, personId, kind));
  const gaps = tracks.flatMap(({ personId, kind, entries }) => entries.filter((entry) => entry.cause !== 'recorded').map((entry): Gap => ({ ...entry, personId, kind })));
  const articles = [...new Set<ArticleId>(['REC-1', 'REC-3', ...gaps.flatMap((gap) => causeArticles[gap.cause])])];
  return { value: { span: input.span, tracks, gaps, toExplain: gaps.filter((gap) => needsExplanation(gap.cause)) }, articles };
}

type Candidate = Span & { readonly cause: LedgerCause; readonly evidence: readonly string[]; readonly rank: number };

function trackLedger(input: ContinuityInput, personId: string, kind: Medium): TrackLedger {
  const { span, tolerance = defaultTolerance } = input;
  const concerns = (pause: Pause) => (pause.personId === undefined || pause.personId === personId) && (pause.kind === undefined || pause.kind === kind);
  const widened = (from: number, to: number): Span => ({ from: from - tolerance.marginMs, to: to + tolerance.marginMs });
  // What was recorded is recorded, whatever else is said; a cause at its own time comes before one in its margin,
  // a pause of everybody before that of one person, and every pause before an absence; but nothing stops because of a
  // pause that has not begun, so before it a loss that is on its way comes first.
  const candidates: Candidate[] = [
    ...joined(input.recordings.filter((r) => r.personId === personId && r.kind === kind && r.to > r.from), tolerance.joinMs)
      .map((interval) => toTheEdges(interval, span, tolerance.joinMs))
      .map((interval) => ({ ...interval, cause: 'recorded' as const, evidence: [], rank: 0 })),
    ...input.pauses.filter(concerns).flatMap((pause) => {
      const rank = pause.personId === undefined ? 1 : 2;
      const told = { cause: pause.cause, evidence: pause.evidence };
      const { from, to } = widened(pause.from, pause.to);
      return [{ from: pause.from, to: pause.to, ...told, rank }, { from: pause.from, to, ...told, rank: rank + 3 }, { from, to: pause.from, ...told, rank: rank + 6 }];
    }),
    ...input.absences.filter((absence) => absence.personId === personId).flatMap((absence) => {
      const to = absence.to ?? span.to;
      const told = { cause: absence.cause, evidence: absence.evidence };
      return [{ from: absence.from, to, ...told, rank: 3 }, { ...widened(absence.from, to), ...told, rank: 6 }];
    }),
  ];
  const entries = cover(span, candidates);
  const total = (cause: LedgerCause) => entries.filter((entry) => entry.cause === cause).reduce((sum, entry) => sum + entry.to - entry.from, 0);
  return { personId, kind, entries, recordedMs: total('recorded'), unexplainedMs: total('unexplained') };
}

/** Overlapping and near stretches as one, in order. */
function joined(intervals: readonly Span[], joinMs: number): Span[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && from - last.to <= joinMs) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

/** A packet so near to the opening or the closing that the next one lies beyond it: packets have their rhythm. */
function toTheEdges({ from, to }: Span, span: Span, joinMs: number): Span {
  return {
    from: from > span.from && from - span.from <= joinMs ? span.from : from,
    to: to < span.to && span.to - to <= joinMs ? span.to : to,
  };
}

/** Cuts the span at every boundary and gives each piece to its best candidate; equal neighbours become one entry. */
function cover(span: Span, candidates: readonly Candidate[]): LedgerEntry[] {
  const inside = candidates.flatMap(({ from, to }) => [from, to]).filter((time) => time > span.from && time < span.to);
  const cuts = [...new Set([span.from, ...inside, span.to])].sort((a, b) => a - b);
  const entries: { from: number; to: number; cause: LedgerCause; evidence: readonly string[] }[] = [];
  cuts.slice(1).forEach((to, index) => {
    const from = cuts[index] ?? span.from;
    const best = candidates.filter((c) => c.from <= from && c.to >= to).sort((a, b) => a.rank - b.rank || a.from - b.from)[0];
    const cause: LedgerCause = best?.cause ?? 'unexplained';
    const evidence = best?.evidence ?? [];
    const last = entries.at(-1);
    if (last !== undefined && last.cause === cause && (last.evidence === evidence || cause === 'recorded' || cause === 'unexplained')) last.to = to;
    else entries.push({ from, to, cause, evidence });
  });
  return entries;
}

/** The article of each cause. */
export const causeArticles: Record<LedgerCause, readonly ArticleId[]> = {
  recorded: ['REC-1'], recess: ['REC-3'], 'non-public-evidence': ['REC-3'], mediation: ['REC-3'], suspended: ['G12'],
  'switched-off': ['REC-4'], 'explained-in-writing': ['REC-4'],
  'deliberate-leave': ['G6(1)'], 'closed-page': ['G6(1)'], 'network-loss': ['G12'], 'locked-phone': ['G6(1)'], device: ['G6(1)', 'REC-4'],
  removed: ['CPL-113'], 'court-equipment': ['REC-4'], 'not-joined': ['G6(1)'], unknown: ['REC-4'], unexplained: ['REC-4'],
};

/** Causes in the words of records and pages. */
export const causeWords: Record<LedgerCause, Words> = {
  recorded: { zh: '已录制', en: 'Recorded' },
  recess: { zh: '休庭', en: 'Recess' },
  'non-public-evidence': { zh: '不公开举证、质证', en: 'Evidence not public' },
  mediation: { zh: '不宜录制的调解', en: 'Mediation not to be recorded' },
  suspended: { zh: '中止审理', en: 'Suspended' },
  'switched-off': { zh: '本人关闭摄像头或者麦克风', en: 'Camera or microphone switched off by the person' },
  'explained-in-writing': { zh: '已作书面说明', en: 'Explained in writing' },
  'deliberate-leave': { zh: '主动离开', en: 'Left' },
  'closed-page': { zh: '页面关闭', en: 'Page closed' },
  'network-loss': { zh: '网络中断', en: 'Network lost' },
  'locked-phone': { zh: '手机锁屏或者来电', en: 'Phone locked or a call' },
  device: { zh: '设备故障', en: 'Device failed' },
  removed: { zh: '责令退出', en: 'Removed by the court' },
  'court-equipment': { zh: '法院设备故障', en: 'The court\'s equipment failed' },
  'not-joined': { zh: '尚未加入', en: 'Not joined' },
  unknown: { zh: '原因不明', en: 'Cause unknown' },
  unexplained: { zh: '未说明的中断', en: 'Unexplained' },
};
