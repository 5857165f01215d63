/**
 * G3: acceptance allots the case number, the presiding judge and the clerk. One transaction: dying before its end
 * leaves nothing; asked again, it answers what it allotted. Numbers never skip and never repeat: the counter's row is
 * locked until the case's row is written.
 */
import type { Bench, CaseFacts } from '#domain/case/types.ts';
import { caseNumberOf, typeWords } from '#domain/court/court.ts';
import type { Sql } from '#db/connect.ts';

type Tx = Parameters<Parameters<Sql['begin']>[1]>[0];

export async function acceptFiling(sql: Sql, { caseId, year }: { caseId: string; year: number }): Promise<{ caseNumber: string; bench: Bench }> {
  return sql.begin(async (tx) => {
    const [before] = await tx<{ case_number: string; presiding_judge: string; clerk: string; technician: string | null }[]>`
      select case_number, presiding_judge, clerk, technician from allotments where case_id = ${caseId}`;
    if (before) {
      return { caseNumber: before.case_number, bench: benchOf(before.presiding_judge, before.clerk, before.technician ?? undefined) };
    }
    const [filed] = await tx<{ facts: CaseFacts }[]>`select facts from cases where id = ${caseId}`;
    const typeWord = typeWords[filed?.facts.caseType ?? 'civil'];
    const [counter] = await tx<{ value: number }[]>`
      insert into counters (name, value) values (${`case/${year}/${typeWord}`}, 1)
      on conflict (name) do update set value = counters.value + 1 returning value`;
    if (!counter) throw new Error('The counter of case numbers answered nothing');
    const caseNumber = caseNumberOf(year, typeWord, counter.value);
    const judge = await leastBusy(tx, caseId, 'judge');
    const clerk = await leastBusy(tx, caseId, 'clerk');
    const technician = await leastBusy(tx, caseId, 'technician').catch(() => undefined);
    await tx`insert into allotments (case_id, case_number, presiding_judge, clerk, technician)
      values (${caseId}, ${caseNumber}, ${judge}, ${clerk}, ${technician ?? null})`;
    return { caseNumber, bench: benchOf(judge, clerk, technician) };
  });
}

const benchOf = (presidingJudge: string, clerk: string, technician: string | undefined): Bench =>
  ({ presidingJudge, clerk, ...(technician === undefined ? {} : { technician }) });

/** The active holder of the role with the fewest open cases; nobody who takes part in the case (recusal). */
async function leastBusy(tx: Tx, caseId: string, role: 'judge' | 'clerk' | 'technician'): Promise<string> {
  const column = { judge: 'presiding_judge', clerk: 'clerk', technician: 'technician' }[role];
  const [found] = await tx<{ person_id: string }[]>`
    select s.person_id from staff s join staff_roles r on r.person_id = s.person_id and r.role = ${role}
    where s.active and not exists (select 1 from participants p where p.case_id = ${caseId} and p.person_id = s.person_id)
    order by (select count(*) from allotments a left join cases c on c.id = a.case_id where a.${tx(column)} = s.person_id and c.closed_at is null), s.username
    limit 1`;
  if (!found) throw new Error(`The court has nobody who can be allotted as ${role}`);
  return found.person_id;
}
