import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { acceptFiling } from '#activities/accept-filing.ts';
import { bookHearing } from '#activities/book-hearing.ts';
import { changeBench } from '#activities/change-bench.ts';
import { bookParticipant, freeParticipant } from '#activities/change-participants.ts';
import { openCourt, type CourtFixture } from '#db/testing/court-fixture.ts';
import { divisions } from '#domain/court/court.ts';

let court: CourtFixture;
const judges: string[] = [];
beforeAll(async () => {
  court = await openCourt();
  await court.sql`insert into courtrooms (id, name) values ('t1', '第一法庭'), ('t2', '第二法庭')`;
  for (const [index, name] of ['甲', '乙', '丙'].entries()) {
    const personId = randomUUID();
    judges.push(personId);
    await court.sql`insert into persons (id, kind, name) values (${personId}, 'staff', ${name})`;
    await court.sql`insert into staff (person_id, username, title, division) values (${personId}, ${`z${index}`}, '法官', ${divisions.civil})`;
    await court.sql`insert into staff_roles (person_id, role) values (${personId}, 'judge')`;
  }
}, 60_000);
afterAll(() => court?.close());

const at = { startsAt: '2031-05-20T01:30:00.000Z', endsAt: '2031-05-20T03:30:00.000Z' };
const judgesOfHearing = async (hearingId: string) => (await court.sql<{ resource_id: string }[]>`select resource_id from bookings where hearing_id = ${hearingId} and resource_kind = 'judge'`).map((row) => row.resource_id);

describe('a judge leaves the bench (CPL-47)', () => {
  test('the next in turn who is free follows, the booking goes over, and the same question gets the same answer', async () => {
    const { caseId } = await court.filedCase();
    const { bench } = await acceptFiling(court.sql, { caseId, year: 2035 });
    const hearingId = randomUUID();
    await bookHearing(court.sql, { caseId, hearingId, ...at, courtroomId: 't1', bench, participants: [] }, ['media-1']);
    // The first in turn sits elsewhere at that time.
    const first = judges[0] ?? '';
    await bookHearing(court.sql, { caseId: randomUUID(), hearingId: randomUUID(), ...at, courtroomId: 't2', bench: { presidingJudge: first, clerk: court.people.clerk2.personId }, participants: [] }, ['media-1']);
    const input = { caseId, from: bench.presidingJudge, seat: 'presidingJudge', passedOver: [bench.presidingJudge], upcoming: [hearingId] } as const;
    const changed = await changeBench(court.sql, input);
    expect(changed).toEqual({ bench: { ...bench, presidingJudge: judges[1] }, to: judges[1], clashes: [] });
    expect(await judgesOfHearing(hearingId)).toEqual([judges[1]]);
    expect(await changeBench(court.sql, input)).toEqual(changed);
  });

  test('applications for recordings that wait for the judge are named, so that they go to the one who follows (G10)', async () => {
    const { caseId } = await court.filedCase();
    const { bench } = await acceptFiling(court.sql, { caseId, year: 2038 });
    const waiting = (state: 'open' | 'completed', stream: string, personId: string) => court.sql`
      insert into tasks (id, case_id, stream, kind, role, state, person_id, facts, articles, opened_at)
      values (${randomUUID()}, ${caseId}, ${stream}, 'decide-recordings-request', 'judge', ${state}, ${personId}, '{}', '{}', now())`;
    await waiting('open', 'recordings-1', bench.presidingJudge);
    await waiting('completed', 'recordings-2', bench.presidingJudge);
    await waiting('open', 'recordings-3', bench.clerk);
    const changed = await changeBench(court.sql, { caseId, from: bench.presidingJudge, seat: 'presidingJudge', passedOver: [], upcoming: [] });
    expect(changed).toMatchObject({ applications: ['recordings-1'] });
  });

  test('nobody is free: the first in turn follows, and the hearings to move are named', async () => {
    const { caseId } = await court.filedCase();
    const { bench } = await acceptFiling(court.sql, { caseId, year: 2036 });
    const hearingId = randomUUID();
    const later = { startsAt: '2031-06-20T01:30:00.000Z', endsAt: '2031-06-20T03:30:00.000Z' };
    await bookHearing(court.sql, { caseId, hearingId, ...later, courtroomId: 't1', bench, participants: [] }, ['media-1']);
    const everybody = (await court.sql<{ person_id: string }[]>`select person_id from staff_roles where role = 'judge'`).map((row) => row.person_id).filter((one) => one !== bench.presidingJudge);
    const other = randomUUID();
    await court.sql`insert into bookings ${court.sql(everybody.map((one) => ({ hearing_id: other, resource_kind: 'judge', resource_id: one, case_id: randomUUID(), starts_at: later.startsAt, ends_at: later.endsAt })))}`;
    const changed = await changeBench(court.sql, { caseId, from: bench.presidingJudge, seat: 'presidingJudge', passedOver: [], upcoming: [hearingId] });
    expect(changed).toMatchObject({ clashes: [hearingId] });
    expect(await judgesOfHearing(hearingId)).toEqual([]);
  });

  test('nobody is left: refused, and nothing changes', async () => {
    const { caseId } = await court.filedCase();
    const { bench } = await acceptFiling(court.sql, { caseId, year: 2037 });
    const all = (await court.sql<{ person_id: string }[]>`select person_id from staff_roles where role = 'clerk'`).map((row) => row.person_id);
    await expect(changeBench(court.sql, { caseId, from: bench.clerk, seat: 'clerk', passedOver: all, upcoming: [] })).rejects.toMatchObject({ type: 'Refused' });
    expect((await acceptFiling(court.sql, { caseId, year: 2037 })).bench).toEqual(bench);
  });
});

describe('people’s assessors are drawn (PAL-19)', () => {
  const hire = async (name: string): Promise<string> => {
    const personId = randomUUID();
    await court.sql`insert into persons (id, kind, name) values (${personId}, 'staff', ${name})`;
    await court.sql`insert into staff (person_id, username, title) values (${personId}, ${`assessor-${personId}`}, '人民陪审员')`;
    await court.sql`insert into staff_roles (person_id, role) values (${personId}, 'peoplesAssessor')`;
    return personId;
  };

  test('acceptance names who of the panel is invited; who does not sit is followed by the next on the list, then by nobody, then by a judge', async () => {
    const list = [await hire('陪审甲'), await hire('陪审乙'), await hire('陪审丙')];
    const { caseId } = await court.filedCase();
    const accepted = await acceptFiling(court.sql, { caseId, year: 2039, composition: 'panelWithAssessors' });
    const { bench, assessors = [] } = accepted;
    expect(assessors).toEqual(bench.panel);
    expect(list).toEqual(expect.arrayContaining(assessors));
    expect(await acceptFiling(court.sql, { caseId, year: 2039, composition: 'panelWithAssessors' })).toEqual(accepted);
    const [one = '', other = ''] = assessors;
    const third = list.find((personId) => !assessors.includes(personId)) ?? '';
    const first = { caseId, from: one, seat: 'panelMember', passedOver: [one], upcoming: [] } as const;
    const changed = await changeBench(court.sql, first);
    expect(changed).toEqual({ bench: { ...bench, panel: [third, other] }, to: third, clashes: [], assessor: true });
    expect(await changeBench(court.sql, first)).toEqual(changed);
    const second = { ...first, from: other, passedOver: [one, other] };
    expect(await changeBench(court.sql, second)).toEqual({ nobody: 'peoplesAssessor' });
    const judge = await changeBench(court.sql, { ...second, instead: 'judge' });
    expect(judge).toMatchObject({ bench: { panel: [third, expect.any(String)] } });
    expect(judge).not.toHaveProperty('assessor');
    expect([one, other, third]).not.toContain('to' in judge ? judge.to : '');
  });
});

test('who joins is booked beside the others; who is busy then is not; who leaves is free', async () => {
  const [caseId, hearingId, elsewhere] = [randomUUID(), randomUUID(), randomUUID()];
  const when = { startsAt: '2031-07-20T01:30:00.000Z', endsAt: '2031-07-20T03:30:00.000Z' };
  const bench = () => ({ presidingJudge: randomUUID(), clerk: randomUUID() });
  const witness = { participantId: randomUUID(), personId: randomUUID(), role: 'witness' } as const;
  for (const [id, courtroomId] of [[hearingId, 't1'], [elsewhere, 't2']] as const) await bookHearing(court.sql, { caseId, hearingId: id, ...when, courtroomId, bench: bench(), participants: [] }, ['media-1']);
  expect(await bookParticipant(court.sql, { caseId, hearingId, participant: witness })).toEqual({ booked: true });
  expect(await bookParticipant(court.sql, { caseId, hearingId, participant: witness })).toEqual({ booked: true });
  expect(await bookParticipant(court.sql, { caseId, hearingId: elsewhere, participant: witness })).toEqual({ booked: false });
  await freeParticipant(court.sql, { hearingId, personId: witness.personId });
  expect(await bookParticipant(court.sql, { caseId, hearingId: elsewhere, participant: witness })).toEqual({ booked: true });
});
