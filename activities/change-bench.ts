/**
 * Somebody leaves the bench of a case: who follows is the next in turn (domain/court/allotment.ts), before all whoever is
 * free when the booked hearings are. One transaction: dying before its end leaves nothing; asked again, it answers whom
 * it allotted.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { ChangeBench, ChangedBench, NobodyDrawn } from '#activities/court-activities.ts';
import { allotmentOf } from '#activities/accept-filing.ts';
import { lockAllotments, panelOffice, rosterOf, type Tx } from '#activities/roster.ts';
import { inTurn, type Office } from '#domain/court/allotment.ts';
import { judgesOf } from '#domain/case/types.ts';
import { withInstead, type BenchSeat } from '#domain/court/recusal.ts';
import { failureTypes } from '#domain/messages/messages.ts';
import type { StreamId } from '#domain/case/ids.ts';
import type { Sql } from '#db/connect.ts';

/**
 * Of an assessor's seat it answers that nobody is left to be drawn: the case decides who completes the panel.
 * @throws ApplicationFailure of type Refused when the court has nobody left for another seat
 */
export async function changeBench(sql: Sql, input: ChangeBench): Promise<ChangedBench | NobodyDrawn> {
  const { caseId, from, seat, passedOver, upcoming, instead } = input;
  return sql.begin(async (tx) => {
    await lockAllotments(tx);
    const allotted = await allotmentOf(tx, caseId);
    if (!allotted) throw new Error(`Nobody is allotted to the case ${caseId}`);
    const [before] = await tx<{ to_person: string; clashes: string[] }[]>`select to_person, clashes from bench_changes where case_id = ${caseId} and from_person = ${from} and seat = ${seat}`;
    const applications = await applicationsFor(tx, caseId, from);
    if (before) return { bench: allotted.bench, to: before.to_person, clashes: before.clashes, ...applications, ...(await asAssessor(tx, seat, before.to_person)) };

    const { bench } = allotted;
    const takePart = await tx<{ person_id: string }[]>`select person_id from participants where case_id = ${caseId}`;
    const notThese = new Set([...passedOver, from, ...judgesOf(bench), bench.clerk, ...(bench.technician ? [bench.technician] : []), ...takePart.map((row) => row.person_id)]);
    const office = instead ?? await officeOf(tx, seat, from);
    const candidates = inTurn(await rosterOf(tx), office, bench.division ?? '', notThese);
    const chosen = await firstFree(tx, candidates, from, upcoming);
    if (!chosen && office === 'peoplesAssessor') return { nobody: office };
    if (!chosen) {
      throw ApplicationFailure.create({ type: failureTypes.refused, nonRetryable: true, message: '没有可以接替的人员' });
    }
    const { to, clashes } = chosen;
    const after = withInstead(bench, from, to);
    await tx`update allotments set presiding_judge = ${after.presidingJudge}, panel = ${after.panel ?? []}::uuid[], clerk = ${after.clerk}, technician = ${after.technician ?? null}
      where case_id = ${caseId}`;
    await tx`update bookings set resource_id = ${to} where hearing_id = any(${upcoming as string[]}) and not hearing_id = any(${clashes}) and resource_kind in ('judge', 'clerk') and resource_id = ${from}`;
    await tx`delete from bookings where hearing_id = any(${clashes}) and resource_kind in ('judge', 'clerk') and resource_id = ${from}`;
    await tx`insert into bench_changes (case_id, from_person, to_person, seat, clashes) values (${caseId}, ${from}, ${to}, ${seat}, ${clashes}::uuid[])`;
    return { bench: after, to, clashes, ...applications, ...(await asAssessor(tx, seat, to)) };
  });
}

/** G10: an application for a recording is a workflow of its own; its judge has changed. */
async function applicationsFor(tx: Tx, caseId: string, from: string): Promise<Pick<ChangedBench, 'applications'>> {
  const open = await tx<{ stream: string }[]>`
    select distinct stream from tasks where case_id = ${caseId} and kind = 'decide-recordings-request' and state = 'open' and person_id = ${from} order by stream`;
  return open.length === 0 ? {} : { applications: open.map(({ stream }) => stream as StreamId) };
}

/** A people's assessor is followed by an assessor, a judge by a judge. */
async function officeOf(tx: Tx, seat: BenchSeat, personId: string): Promise<Office> {
  switch (seat) {
    case 'presidingJudge': return 'judge';
    case 'clerk': return 'clerk';
    case 'technician': return 'technician';
    case 'panelMember': return panelOffice(tx, personId);
  }
}

/** Who follows as an assessor is invited. */
const asAssessor = async (tx: Tx, seat: BenchSeat, personId: string): Promise<Pick<ChangedBench, 'assessor'>> =>
  (seat === 'panelMember' && await panelOffice(tx, personId) === 'peoplesAssessor' ? { assessor: true } : {});

/** The first in turn who is free at all booked times; else the first in turn, and the hearings that must be moved. */
async function firstFree(tx: Tx, candidates: readonly string[], from: string, upcoming: readonly string[]): Promise<{ to: string; clashes: string[] } | undefined> {
  const [first] = candidates;
  if (first === undefined) return undefined;
  const rows = await tx<{ person: string; hearing_id: string }[]>`
    select distinct theirs.resource_id as person, mine.hearing_id
    from bookings mine join bookings theirs
      on theirs.resource_kind in ('judge', 'clerk') and theirs.resource_id = any(${candidates as string[]}) and theirs.hearing_id <> mine.hearing_id
      and tstzrange(theirs.starts_at, theirs.ends_at, '[)') && tstzrange(mine.starts_at, mine.ends_at, '[)')
    where mine.hearing_id = any(${upcoming as string[]}) and mine.resource_kind in ('judge', 'clerk') and mine.resource_id = ${from}`;
  const free = candidates.find((candidate) => !rows.some((row) => row.person === candidate));
  return free === undefined ? { to: first, clashes: rows.filter((row) => row.person === first).map((row) => row.hearing_id) } : { to: free, clashes: [] };
}
