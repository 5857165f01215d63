/** The evidence of a case as its page shows it (G8): items, the time for them, technicians' help. Read within the page's snapshot. */
import type postgres from 'postgres';
import { iso } from '#db/queries/task-row.ts';
import type { DescribedEvidence, EvidenceItem } from '#domain/evidence/item.ts';
import { endOfPeriod, type EvidencePeriod } from '#domain/evidence/period.ts';

type Read = postgres.TransactionSql;

/** `record` is null for items of older builds: their columns say what is known. */
export interface EvidenceRecord {
  id: string; submitted_by: string; title: string; source: string; proves: string; file_id: string; submitted_at: Date; record: EvidenceItem | null; media_type: string | null;
}
export interface GuidanceRecord {
  id: string; participant_id: string; facts: { about: string; callBack: string }; opened_at: Date; state: 'open' | 'completed' | 'withdrawn';
  outcome: { result: 'guided' | 'notReached'; record: string } | null; completed_at: Date | null;
}

export const selectEvidence = (sql: Read, caseId: string) => sql<EvidenceRecord[]>`
  select e.id, e.submitted_by, e.title, e.source, e.proves, e.file_id, e.submitted_at, e.record, f.media_type
  from evidence e left join files f on f.id = e.file_id
  where e.case_id = ${caseId} order by e.submitted_at, (e.record->>'number')::int nulls first, e.id`;

export const selectGuidance = (sql: Read, caseId: string) => sql<GuidanceRecord[]>`
  select id, participant_id, facts, opened_at, state, outcome, completed_at from tasks
  where case_id = ${caseId} and kind = 'guide-evidence' and participant_id is not null order by opened_at, id`;

const describedFrom = ({ title, source, proves, fileId, kind, form, pages }: DescribedEvidence) =>
  ({ title, source, proves, fileId, kind: kind ?? null, form: form ?? null, pages: pages ?? null });

export function evidenceFrom(row: EvidenceRecord) {
  const item: EvidenceItem = row.record ?? { evidenceId: row.id, submittedBy: row.submitted_by, title: row.title, source: row.source, proves: row.proves, fileId: row.file_id };
  const decision = item.late?.decision;
  return {
    ...describedFrom(item), evidenceId: item.evidenceId, submittedBy: item.submittedBy, number: item.number ?? null,
    at: item.at ?? row.submitted_at.toISOString(), version: item.version ?? 1, mediaType: row.media_type,
    formerVersions: (item.formerVersions ?? []).map((former) => ({ ...describedFrom(former), version: former.version, at: former.at })),
    opinions: (item.opinions ?? []).map(({ by, version, at, enteredBy, authenticity, legality, relevance, reasons, remark }) =>
      ({ by, version, at, enteredByCourt: enteredBy !== undefined, authenticity, legality, relevance, reasons: reasons ?? {}, remark })),
    late: item.late ? {
      reason: item.late.reason,
      decision: decision ? { lateness: decision.lateness, decision: decision.decision, reason: decision.reason, fineYuan: decision.fineYuan ?? null, at: decision.at } : null,
    } : null,
    withdrawn: item.withdrawn ?? null, offeredIn: item.offeredIn ?? null, examination: item.examination ?? null,
  };
}

export const periodFrom = (period: EvidencePeriod | null) => (period === null ? null : { ...period, until: new Date(endOfPeriod(period)).toISOString() });

export const guidanceFrom = (row: GuidanceRecord) => ({
  taskId: row.id, participantId: row.participant_id, about: row.facts.about, callBack: row.facts.callBack, askedAt: row.opened_at.toISOString(),
  state: row.state, result: row.outcome?.result ?? null, record: row.outcome?.record ?? null, endedAt: iso(row.completed_at),
});
