/**
 * A workflow begins again from a point of its history. What would be done again after that point, which of it the ledger
 * holds back, and whether that may be at all: a reset repairs a workflow, it takes back no act of the court. Pure: the
 * history comes in a plain shape (adapters/temporal/reset-history.ts).
 */
import type { EntryKind } from '#domain/journal/entries.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import { isIrreversible, wordsOfStep } from '#domain/operations/steps.ts';

export type ResetEvent = { eventId: number; at: string } & (
  /** A workflow task that ended well: the workflow stood here. */
  | { what: 'stood' }
  /** Entries that the workflow task before handed over. */
  | { what: 'journal'; entries: { seq: number; kind: EntryKind; at: string; caseId: string; data: unknown }[] }
  | { what: 'activity'; activity: string; input: unknown }
  | { what: 'update'; name: string; updateId: string; input: unknown }
  | { what: 'signal'; name: string }
  | { what: 'child'; workflowType: string }
  | { what: 'other'; known: unknown }
);

/** Where a workflow can begin again: Temporal does the workflow task that ended with this event anew, with all that followed. */
export interface ResetPoint { eventId: number; at: string; /** The last entry that the new run knows. */ seq: number; /** The entries that came next: the court's words for what stood there. */ next: number[] }

export interface ResetPreview {
  eventId: number;
  /** The last journal entry before the point, and how many come after. */
  seq: number;
  after: number;
  again: { activity: string; held: boolean }[];
  updates: { eventId: number; name: string; /** Told to a task that is opened anew, and so has another id: it cannot be taken again. */ lost: boolean }[];
  signals: { eventId: number; name: string }[];
  children: string[];
}

/** Every point after which the workflow wrote something down, the newest first. */
export function resetPoints(events: readonly ResetEvent[]): ResetPoint[] {
  const points: ResetPoint[] = [];
  let [seq, next] = [0, [] as number[]];
  let stood: ResetEvent | undefined;
  const note = () => {
    // Before the first entry there is no case yet.
    if (stood && next.length > 0 && seq > 0) points.push({ eventId: stood.eventId, at: stood.at, seq, next });
    seq = Math.max(seq, ...next);
  };
  for (const event of events) {
    if (event.what === 'stood') { note(); stood = event; next = []; }
    if (event.what === 'journal') next = [...next, ...event.entries.map((entry) => entry.seq)];
  }
  note();
  return points.reverse();
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const idsIn = (value: unknown): string[] => (JSON.stringify(value ?? null).match(uuid) ?? []).map((id) => id.toLowerCase());

/** The ids by which the effects of an activity are known: those of its keys in the ledger, else those of its own fields. */
const identityOf = (activity: string, input: unknown): string[] => {
  const fields = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
  const keys = wordsOfStep(activity).effects?.(fields);
  return keys ? idsIn(keys) : idsIn(Object.values(fields).filter((value) => typeof value === 'string'));
};

/** What follows when the workflow begins again after the event. What was already under way there (the journal alone) is no effect. */
export function previewReset(events: readonly ResetEvent[], eventId: number): ResetPreview {
  const before = events.filter((event) => event.eventId <= eventId);
  // What the workflow task of the point itself wrote and began is done again with it.
  const after = events.filter((event) => event.eventId > eventId);
  const known = new Set(before.flatMap((event) => idsIn(event)));
  const seqs = (those: readonly ResetEvent[]) => those.flatMap((event) => (event.what === 'journal' ? event.entries.map((entry) => entry.seq) : []));
  const seq = Math.max(0, ...seqs(before));
  return {
    eventId, seq, after: new Set(seqs(after).filter((one) => one > seq)).size,
    again: after.flatMap((event) => (event.what === 'activity' ? [{ activity: event.activity, held: identityOf(event.activity, event.input).every((id) => known.has(id)) }] : [])),
    updates: after.flatMap((event) => (event.what === 'update' ? [{ eventId: event.eventId, name: event.name, lost: lostTask(event.input, known) }] : [])),
    signals: after.flatMap((event) => (event.what === 'signal' ? [{ eventId: event.eventId, name: event.name }] : [])),
    children: after.flatMap((event) => (event.what === 'child' ? [event.workflowType] : [])),
  };
}

const lostTask = (input: unknown, known: ReadonlySet<string>): boolean => {
  const taskId = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)['taskId'] : undefined;
  return typeof taskId === 'string' && !known.has(taskId.toLowerCase());
};

/** Why it may not be, or nothing. */
export function refusalOfReset(preview: ResetPreview): Refusal | undefined {
  if (preview.children.length > 0) return beyondAHearing;
  const twice = preview.again.filter(({ activity, held }) => !held && (isIrreversible(wordsOfStep(activity)) || wordsOfStep(activity).outside.includes('booking')));
  return twice.length === 0 ? undefined : { ...wouldHappenTwice, data: { steps: [...new Set(twice.map(({ activity }) => activity))] } };
}

const beyondAHearing: Refusal = {
  code: 'reset-beyond-a-hearing', articles: [],
  message: { zh: '该点之后已经开始庭审或者直播审批，它们不会随之重来；请选择更晚的点。', en: 'A hearing or a livestream’s approval was begun after this point and would not begin again with it: choose a later point.' },
};
const wouldHappenTwice: Refusal = {
  code: 'would-happen-twice', articles: [],
  message: { zh: '该点之后的外部操作会以新的编号再做一次，台账拦不住；请选择更晚的点。', en: 'Effects after this point would happen once more under new ids, and the ledger could not hold them back: choose a later point.' },
};
