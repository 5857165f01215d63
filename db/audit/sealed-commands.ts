/** The commands of a case as their seals cover them, and the numbering of everybody who may have given one there. */
import { everybody, headText, type NumberedPerson, type SealedCommand, type SealedSince } from '#domain/audit/command-seal.ts';
import type { Sql } from '#db/connect.ts';
import type { Tx } from '#db/projector/projections.ts';

type Stored = Omit<SealedCommand, 'createdAt' | 'answeredAt' | 'lastSentAt'> & { createdAt: Date; answeredAt: Date | null; lastSentAt: Date | null };

/** @param streams the case's workflows: a command to start one names it too */
export async function sealedCommands(sql: Sql | Tx, streams: readonly string[]): Promise<SealedCommand[]> {
  const rows = await sql<Stored[]>`
    select id, person_id as "personId", number, operation, body_hash as "bodyHash", workflow_id as "workflowId", update, args, created_at as "createdAt",
      state, status, answer, answered_at as "answeredAt", seal, answer_seal as "answerSeal", attempts, last_sent_at as "lastSentAt", sent_seal as "sentSeal"
    from commands where workflow_id in ${(sql as Sql)([...streams])} or args ->> 'workflowId' in ${(sql as Sql)([...streams])} order by created_at, id`;
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), answeredAt: row.answeredAt?.toISOString() ?? null, lastSentAt: row.lastSentAt?.toISOString() ?? null }));
}

/** When the court began to seal; null where it has not. */
export async function sealedSince(sql: Sql | Tx): Promise<SealedSince> {
  const [row] = await sql<{ given: Date | null; sent: Date | null }[]>`
    select (select min(created_at) from commands where seal is not null) as given, (select min(created_at) from commands where sent_seal is not null) as sent`;
  return { given: row?.given?.toISOString() ?? null, sent: row?.sent?.toISOString() ?? null };
}

/** Of the people of a case (who takes part, sits in it, gave a command to it), or of everybody: all their numbers in the whole court. */
export async function numberedPersons(sql: Sql | Tx, of: { caseId: string; streams: readonly string[] } | 'everybody'): Promise<NumberedPerson[]> {
  const people = of === 'everybody'
    ? sql`select person_id from command_heads where person_id <> ${everybody} union select person_id from commands where number is not null`
    : sql`select person_id from commands where workflow_id in ${(sql as Sql)([...of.streams])} union select person_id from commands where args ->> 'workflowId' in ${(sql as Sql)([...of.streams])}
        union select person_id from participants where case_id = ${of.caseId}
        union select unnest(array[presiding_judge, clerk, technician] || panel) from cases where id = ${of.caseId} union select completed_by from tasks where case_id = ${of.caseId}`;
  const rows = await sql<{ personId: string; numbers: number[] | null; head: number | null; headSeal: string | null }[]>`
    select p.person_id as "personId", (select array_agg(c.number) from commands c where c.person_id = p.person_id and c.number is not null) as numbers, h.number as head, h.seal as "headSeal"
    from (${people}) p left join command_heads h on h.person_id = p.person_id where p.person_id is not null order by p.person_id`;
  return rows.map(({ personId, numbers, head, headSeal }) => ({ personId, numbers: numbers ?? [], head: head ?? undefined, headSeal }));
}

/** How many people have a count, and what was sealed of their number. */
export async function countedPersons(sql: Sql | Tx): Promise<{ counted: number; head: { number: number; seal: string | null } | undefined }> {
  const [row] = await sql<{ counted: number; number: number | null; seal: string | null }[]>`
    select (select count(*)::int from command_heads where person_id <> ${everybody}) as counted, h.number, h.seal from (select) one left join command_heads h on h.person_id = ${everybody}`;
  return { counted: row?.counted ?? 0, head: row === undefined || row.number === null ? undefined : { number: row.number, seal: row.seal } };
}

/** Once, when the court begins to seal counts: those that there are already. Later a count without a seal is a finding. */
export async function sealCountsOnce(sql: Sql, seal: (text: string) => string): Promise<void> {
  await sql.begin(async (tx) => {
    const [begun] = await tx`select 1 from command_heads where seal is not null limit 1`;
    if (begun) return;
    const heads = await tx<{ person_id: string; number: number }[]>`select person_id, number from command_heads where person_id <> ${everybody} for update`;
    if (heads.length > 0) await tx`insert into command_heads (person_id, number, seal) values (${everybody}, ${heads.length}, ${seal(headText(everybody, heads.length))})`;
    for (const { person_id, number } of heads) await tx`update command_heads set seal = ${seal(headText(person_id, number))} where person_id = ${person_id}`;
  });
}
