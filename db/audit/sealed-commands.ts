/** The commands of a case as their seals cover them, and the numbering of everybody who may have given one there. */
import type { NumberedPerson, SealedCommand } from '#domain/audit/command-seal.ts';
import type { Sql } from '#db/connect.ts';
import type { Tx } from '#db/projector/projections.ts';

type Stored = Omit<SealedCommand, 'createdAt' | 'answeredAt'> & { createdAt: Date; answeredAt: Date | null };

/** @param streams the case's workflows: a command to start one names it too */
export async function sealedCommands(sql: Sql | Tx, streams: readonly string[]): Promise<SealedCommand[]> {
  const rows = await sql<Stored[]>`
    select id, person_id as "personId", number, operation, body_hash as "bodyHash", workflow_id as "workflowId", update, args, created_at as "createdAt",
      state, status, answer, answered_at as "answeredAt", seal, answer_seal as "answerSeal"
    from commands where workflow_id in ${(sql as Sql)([...streams])} order by created_at, id`;
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), answeredAt: row.answeredAt?.toISOString() ?? null }));
}

/** When the court began to seal commands; null where it has not. */
export async function sealedSince(sql: Sql | Tx): Promise<string | null> {
  const [row] = await sql<{ since: Date | null }[]>`select min(created_at) as since from commands where seal is not null`;
  return row?.since?.toISOString() ?? null;
}

/** Of the people of a case (who takes part, sits in it, gave a command to it), or of everybody: all their numbers in the whole court. */
export async function numberedPersons(sql: Sql | Tx, of: { caseId: string; streams: readonly string[] } | 'everybody'): Promise<NumberedPerson[]> {
  const people = of === 'everybody'
    ? sql`select person_id from command_heads union select person_id from commands where number is not null`
    : sql`select person_id from commands where workflow_id in ${(sql as Sql)([...of.streams])} union select person_id from participants where case_id = ${of.caseId}
        union select unnest(array[presiding_judge, clerk, technician] || panel) from cases where id = ${of.caseId} union select completed_by from tasks where case_id = ${of.caseId}`;
  const rows = await sql<{ personId: string; numbers: number[] | null; head: number | null }[]>`
    select p.person_id as "personId", (select array_agg(c.number) from commands c where c.person_id = p.person_id and c.number is not null) as numbers, h.number as head
    from (${people}) p left join command_heads h on h.person_id = p.person_id where p.person_id is not null order by p.person_id`;
  return rows.map(({ personId, numbers, head }) => ({ personId, numbers: numbers ?? [], head: head ?? undefined }));
}
