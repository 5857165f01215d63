/**
 * G3: acceptance allots the case number, division, judge or panel, and clerk, by the rotation of
 * domain/court/allotment.ts. One transaction: dying before its end leaves nothing; asked again, it answers what it
 * allotted. Numbers never skip and never repeat: the counter's row is locked until the case's row is written.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { AcceptedFiling, AcceptFiling } from '#activities/court-activities.ts';
import { lockAllotments, panelOffice, rosterOf, type Tx } from '#activities/roster.ts';
import type { Bench, CaseFacts } from '#domain/case/types.ts';
import { allot } from '#domain/court/allotment.ts';
import { caseNumberOf, divisions, typeWordsOf } from '#domain/court/court.ts';
import { failureTypes } from '#domain/messages/messages.ts';
import type { Sql } from '#db/connect.ts';

/** @throws ApplicationFailure of type Refused when the court has nobody left for a seat */
export async function acceptFiling(sql: Sql, { caseId, year, composition = 'soleJudge', passedOver = [] }: AcceptFiling): Promise<AcceptedFiling> {
  return sql.begin(async (tx) => {
    await lockAllotments(tx);
    const before = await allotmentOf(tx, caseId);
    if (before) return withAssessors(tx, before);
    const [filed] = await tx<{ facts: CaseFacts }[]>`select facts from cases where id = ${caseId}`;
    const caseType = filed?.facts.caseType ?? 'civil';
    const takePart = await tx<{ person_id: string }[]>`select person_id from participants where case_id = ${caseId}`;
    const bench = allot({
      division: divisions[caseType], composition, roster: await rosterOf(tx), passedOver: new Set([...passedOver, ...takePart.map((row) => row.person_id)]),
    });
    if ('code' in bench) throw ApplicationFailure.create({ type: failureTypes.refused, nonRetryable: true, message: bench.message.zh, details: [bench] });

    const typeWord = typeWordsOf[filed?.facts.instance ?? 'first'][caseType];
    const [counter] = await tx<{ value: number }[]>`
      insert into counters (name, value) values (${`case/${year}/${typeWord}`}, 1)
      on conflict (name) do update set value = counters.value + 1 returning value`;
    if (!counter) throw new Error('The counter of case numbers answered nothing');
    const caseNumber = caseNumberOf(year, typeWord, counter.value);
    await tx`insert into allotments (case_id, case_number, presiding_judge, panel, clerk, technician, division)
      values (${caseId}, ${caseNumber}, ${bench.presidingJudge}, ${bench.panel ?? []}::uuid[], ${bench.clerk}, ${bench.technician ?? null}, ${bench.division ?? ''})`;
    return withAssessors(tx, { caseNumber, bench });
  });
}

/** Who of the panel was drawn from the list of people's assessors, in the panel's order. */
async function withAssessors(tx: Tx, { caseNumber, bench }: { caseNumber: string; bench: Bench }): Promise<AcceptedFiling> {
  const assessors = [];
  for (const personId of bench.panel ?? []) if (await panelOffice(tx, personId) === 'peoplesAssessor') assessors.push(personId);
  return { caseNumber, bench, ...(assessors.length > 0 ? { assessors } : {}) };
}

interface AllotmentRow { case_number: string; presiding_judge: string; panel: string[]; clerk: string; technician: string | null; division: string }

/** What was allotted to a case, if it was. */
export async function allotmentOf(tx: Tx, caseId: string): Promise<{ caseNumber: string; bench: Bench } | undefined> {
  const [row] = await tx<AllotmentRow[]>`
    select case_number, presiding_judge, panel, clerk, technician, division from allotments where case_id = ${caseId}`;
  return row && {
    caseNumber: row.case_number,
    bench: {
      presidingJudge: row.presiding_judge, ...(row.panel.length > 0 ? { panel: row.panel } : {}), clerk: row.clerk,
      ...(row.technician === null ? {} : { technician: row.technician }), ...(row.division === '' ? {} : { division: row.division }),
    },
  };
}
