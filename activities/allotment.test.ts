import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { acceptFiling } from '#activities/accept-filing.ts';
import { openCourt, type CourtFixture } from '#db/testing/court-fixture.ts';
import { divisions } from '#domain/court/court.ts';
import { judgesOf } from '#domain/case/types.ts';

let court: CourtFixture;
beforeAll(async () => { court = await openCourt(); }, 60_000);
afterAll(() => court?.close());

/** More people of the court, in their divisions. */
async function hire(role: string, division: string, count: number): Promise<string[]> {
  const hired = Array.from({ length: count }, () => randomUUID());
  for (const [index, personId] of hired.entries()) {
    await court.sql`insert into persons (id, kind, name) values (${personId}, 'staff', ${`${role}${index}`})`;
    await court.sql`insert into staff (person_id, username, title, division) values (${personId}, ${`${role}-${division}-${index}`}, ${role}, ${division})`;
    await court.sql`insert into staff_roles (person_id, role) values (${personId}, ${role})`;
  }
  return hired;
}

describe('allotment under load (G3, CPL-40)', () => {
  test('many cases accepted at once spread evenly over the division, each panel of three, each case its own number', async () => {
    const judges = [court.people.judge.personId, ...(await hire('judge', divisions.civil, 3))];
    const elsewhere = await hire('judge', divisions.criminal, 1);
    const assessors = await hire('peoplesAssessor', '', 4);
    const cases = Array.from({ length: 48 }, () => randomUUID());
    const allotted = await Promise.all(cases.map((caseId, index) => acceptFiling(court.sql, { caseId, year: 2032, composition: index % 2 === 0 ? 'panelWithAssessors' : 'soleJudge' })));

    expect(new Set(allotted.map(({ caseNumber }) => caseNumber)).size).toBe(48);
    const count = (personId: string) => allotted.filter(({ bench }) => judgesOf(bench).includes(personId) || bench.clerk === personId).length;
    expect(judges.map(count)).toEqual([12, 12, 12, 12]);
    expect(assessors.map(count)).toEqual([12, 12, 12, 12]);
    expect([court.people.clerk, court.people.clerk2].map(({ personId }) => count(personId))).toEqual([24, 24]);
    expect(elsewhere.map(count)).toEqual([0]);
    expect(allotted.map(({ bench }) => judgesOf(bench).length)).toEqual(cases.map((_, index) => (index % 2 === 0 ? 3 : 1)));
    // Asked again, the same bench, the panel in its order.
    expect(await acceptFiling(court.sql, { caseId: cases[0] ?? '', year: 2032 })).toEqual(allotted[0]);
  }, 60_000);

  test('who is recused or takes part in the case is passed over (CPL-47)', async () => {
    const { caseId } = await court.filedCase();
    const [busy] = await court.sql<{ person_id: string }[]>`select person_id from staff where username = 'judge'`;
    await court.sql`insert into participants (id, case_id, person_id, role) values (${randomUUID()}, ${caseId}, ${busy?.person_id ?? ''}, 'witness')`;
    const { bench } = await acceptFiling(court.sql, { caseId, year: 2033, passedOver: [court.people.clerk.personId] });
    expect(bench.presidingJudge).not.toBe(busy?.person_id);
    expect(bench.clerk).toBe(court.people.clerk2.personId);
  });

  test('with nobody left for a seat the step is refused, and no number is lost', async () => {
    const { caseId } = await court.filedCase();
    const clerks = [court.people.clerk.personId, court.people.clerk2.personId];
    await expect(acceptFiling(court.sql, { caseId, year: 2034, passedOver: clerks })).rejects.toMatchObject({ type: 'Refused', details: [{ code: 'nobody-to-allot', data: { office: 'clerk' } }] });
    expect((await acceptFiling(court.sql, { caseId, year: 2034 })).caseNumber).toBe('（2034）豫0611民初1号');
  });
});
