import { z } from 'zod';

/** The time line of a recording and its continuity ledger, as the archive keeps them and as the check reads them. */

const instant = z.iso.datetime();
const medium = z.enum(['audio', 'video']);
const interval = z.object({ from: instant, to: instant });

/** When packets of each track arrived, who sat where, and when the session paused. Real time, never the court's movable clock. */
export const timeLineSchema = z.object({
  /** Opening and closing (REC-3). */
  from: instant,
  to: instant,
  /** Of the mp4. */
  sha256: z.string(),
  tracks: z.array(z.object({ opaqueId: z.string(), medium, intervals: z.array(interval) })),
  seats: z.array(z.object({ personId: z.string(), opaqueId: z.string() })),
  pauses: z.array(interval.extend({ cause: z.string() })),
});
export type TimeLine = z.infer<typeof timeLineSchema>;

const span = z.object({ from: z.number(), to: z.number() });
const entry = span.extend({ cause: z.string(), evidence: z.array(z.string()) });

/** See domain/hearing/continuity.ts; times are milliseconds since 1970. */
export const ledgerSchema = z.object({
  span,
  tracks: z.array(z.object({ personId: z.string(), kind: medium, entries: z.array(entry) })),
});
export type ArchivedLedger = z.infer<typeof ledgerSchema>;
export type ArchivedLedgerTrack = ArchivedLedger['tracks'][number];
