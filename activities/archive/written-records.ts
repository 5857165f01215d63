/**
 * What was written down by people because something did not go its way, as documents for the file: refusals to sign
 * (G9) and explanations of gaps in the recording (REC-4). Made from the journal; reads only.
 */
import { z } from 'zod';
import type { ArchivedDocument } from '#activities/archive/archive-input.ts';
import { caseKindOf, type CaseWords } from '#activities/case-words.ts';
import type { Sql } from '#db/connect.ts';
import { type LedgerCause, causeWords } from '#domain/hearing/continuity.ts';
import { roleInCase, type CaseKind } from '#domain/filing/party-words.ts';
import { roleWords } from '#domain/people/roles.ts';

const refusal = z.object({
  facts: z.object({ version: z.number(), as: z.string(), why: z.string(), personId: z.string() }),
  outcome: z.object({ circumstances: z.string() }),
});
const explanation = z.object({
  facts: z.object({ gaps: z.array(z.object({ opaqueId: z.string(), medium: z.enum(['audio', 'video']), from: z.string(), to: z.string() })).min(1), recordingId: z.string() }),
  outcome: z.object({ explanation: z.string() }),
});

interface CompletedTask {
  hearing_id: string;
  session_number: number;
  opened_at: string;
  completed_at: string;
  by: string;
  by_name: string;
  facts: unknown;
  outcome: unknown;
}

export async function writtenRecords(sql: Sql, caseId: string, words: CaseWords): Promise<ArchivedDocument[]> {
  const kind = await caseKindOf(sql, caseId);
  const records: ArchivedDocument[] = [];
  for (const task of await completedTasks(sql, caseId, 'record-refusal-to-sign')) records.push(await refusalToSign(sql, task, words, kind));
  for (const task of await completedTasks(sql, caseId, 'explain-gap')) records.push(await gapExplanation(sql, task, words, kind));
  return records;
}

async function refusalToSign(sql: Sql, task: CompletedTask, words: CaseWords, kind: CaseKind): Promise<ArchivedDocument> {
  const { facts, outcome } = refusal.parse(task);
  const [version] = await sql<{ sha256: string; name: string }[]>`
    select v.sha256, p.name from transcript_versions v, persons p
    where v.hearing_id = ${task.hearing_id} and v.version = ${facts.version} and p.id = ${facts.personId}`;
  if (!version) throw new Error(`No version ${facts.version} of the transcript of hearing ${task.hearing_id}, or no person ${facts.personId}`);
  return {
    kind: 'refusal-record', title: `拒绝签名情况记录（${version.name}）`, date: task.completed_at, originalName: 'record.pdf', seal: 'add', hearingId: task.hearing_id, personId: facts.personId,
    source: {
      render: {
        template: 'refusal-to-sign',
        data: {
          ...words, sessionNumber: task.session_number, refusedBy: { name: version.name, role: roleInCase(facts.as, kind).zh }, refusedAt: task.opened_at,
          transcriptVersion: facts.version, transcriptHash: version.sha256, reason: facts.why, circumstances: outcome.circumstances,
          recordedBy: { name: task.by_name, role: roleWords.clerk.zh }, recordedAt: task.completed_at,
        },
      },
    },
  };
}

async function gapExplanation(sql: Sql, task: CompletedTask, words: CaseWords, kind: CaseKind): Promise<ArchivedDocument> {
  const { facts, outcome } = explanation.parse(task);
  const seats = await sql<{ opaque_id: string; person_id: string; role: string; name: string }[]>`
    select s.opaque_id, s.person_id, s.role, p.name from seats s join persons p on p.id = s.person_id where s.hearing_id = ${task.hearing_id}`;
  const [recording] = await sql<{ from: string; to: string; gaps: unknown }[]>`
    select timeline ->> 'from' as "from", timeline ->> 'to' as "to", ledger -> 'gaps' as gaps from recordings where id = ${facts.recordingId}`;
  if (!recording) throw new Error(`No recording ${facts.recordingId}`);
  const byStaff = await isTechnician(sql, task.by);
  return {
    kind: 'gap-explanation', title: `录音录像中断说明（第${task.session_number}次庭审）`, date: task.completed_at, originalName: 'record.pdf', seal: 'add', hearingId: task.hearing_id,
    source: {
      render: {
        template: 'gap-explanation',
        data: {
          ...words, sessionNumber: task.session_number, openedAt: recording.from, closedAt: recording.to,
          gaps: facts.gaps.map(({ opaqueId, medium, from, to }) => {
            const seat = seats.find((found) => found.opaque_id === opaqueId);
            return {
              from, to, who: `${seat ? `${roleInCase(seat.role, kind).zh}${seat.name}` : opaqueId}（${medium === 'audio' ? '声音' : '画面'}）`,
              cause: causeOf(recording.gaps, seat?.person_id, medium, Date.parse(from)), explanation: outcome.explanation,
            };
          }),
          explainedBy: { name: task.by_name, role: roleWords[byStaff ? 'technician' : 'clerk'].zh }, explainedAt: task.completed_at, image: null,
        },
      },
    },
  };
}

async function completedTasks(sql: Sql, caseId: string, kind: string): Promise<CompletedTask[]> {
  return sql<CompletedTask[]>`
    select h.id as hearing_id, h.session_number, o.data #>> '{task,openedAt}' as opened_at, c.at as completed_at, c.data ->> 'by' as by, p.name as by_name,
      o.data #> '{task,facts}' as facts, c.data -> 'outcome' as outcome
    from journal c
    join journal o on o.case_id = c.case_id and o.kind = 'task-opened' and o.data #>> '{task,taskId}' = c.data ->> 'taskId'
    join hearings h on h.id = (o.data #>> '{task,hearingId}')::uuid
    join persons p on p.id = (c.data ->> 'by')::uuid
    where c.case_id = ${caseId} and c.kind = 'task-completed' and c.data ->> 'kind' = ${kind} order by h.session_number, c.at, c.seq`;
}

async function isTechnician(sql: Sql, personId: string): Promise<boolean> {
  return (await sql`select 1 from staff_roles where person_id = ${personId} and role = 'technician'`).length > 0;
}

const gap = z.object({ personId: z.string(), kind: z.string(), from: z.number(), cause: z.string() });

/** The cause that the ledger gives this gap. */
function causeOf(gaps: unknown, personId: string | undefined, medium: string, from: number): string {
  const found = z.array(gap).parse(gaps).find((entry) => entry.personId === personId && entry.kind === medium && entry.from === from)?.cause;
  return causeWords[found !== undefined && found in causeWords ? (found as LedgerCause) : 'unexplained'].zh;
}
