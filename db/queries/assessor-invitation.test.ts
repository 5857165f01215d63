import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openCourt, type CaseFixture, type CourtFixture } from '#db/testing/court-fixture.ts';
import { assessorInvitation } from '#db/queries/assessor-invitation.ts';
import { caseList } from '#db/queries/case-list.ts';
import { caseDetail } from '#db/queries/case-detail.ts';
import { standingOf } from '#db/queries/standing.ts';

let court: CourtFixture;
let panel: CaseFixture;
const [drawn, other] = [randomUUID(), randomUUID()];
const viewer = (personId: string) => ({ personId, roles: ['peoplesAssessor' as const], verified: true });
const relation = async (personId: string) => (await standingOf(court.sql, panel.caseId, personId))?.relation;

beforeAll(async () => {
  court = await openCourt();
  for (const [personId, name] of [[drawn, '许陪审'], [other, '曹陪审']] as const) {
    await court.sql`insert into persons (id, kind, name) values (${personId}, 'staff', ${name})`;
    await court.sql`insert into staff_roles (person_id, role) values (${personId}, 'peoplesAssessor')`;
  }
  const { judge, clerk } = court.people;
  panel = await court.filedCase();
  await panel.note('case-accepted', { caseNumber: '（2026）豫0611民初81号', bench: { presidingJudge: judge.personId, panel: [drawn, other], clerk: clerk.personId, division: '民一庭' } });
  for (const personId of [drawn, other]) await panel.note('assessor-invited', { of: personId, taskId: randomUUID(), articles: ['PAL-19'] });
}, 60_000);
afterAll(() => court?.close());

test('who was drawn and has not answered sees who takes part, and nothing of the case (PAL-18)', async () => {
  expect(await relation(drawn)).toBe('none');
  expect((await caseList(court.sql, viewer(drawn), { scope: 'mine', state: 'any', limit: 50 })).rows).toEqual([]);
  expect(await assessorInvitation(court.sql, panel.caseId, drawn)).toMatchObject({
    division: '民一庭', presidingJudge: '王审判', clerk: '陈书记', hearings: [], sitsIn: 0,
    panel: [{ name: '许陪审', assessor: true, state: 'invited', me: true }, { name: '曹陪审', assessor: true, state: 'invited', me: false }],
    people: [{ role: 'plaintiff', office: null }, { role: 'defendant', office: null }],
  });
  expect(await assessorInvitation(court.sql, randomUUID(), drawn)).toBeNull();
});

test('who accepts is of the panel, who does not is not; the court’s people read who answered, the parties do not', async () => {
  await panel.note('assessor-answered', { of: drawn, how: 'accepted', articles: ['PAL-18'] });
  await panel.note('assessor-answered', { of: other, how: 'declined', reason: '出差', articles: ['PAL-27'] });
  expect([await relation(drawn), await relation(other)]).toEqual(['panelMember', 'none']);
  expect(await assessorInvitation(court.sql, panel.caseId, drawn)).toMatchObject({ sitsIn: 1 });
  const shown = async (who: 'clerk' | 'plaintiff') => {
    const reader = court.people[who];
    return (await caseDetail(court.sql, reader, (await standingOf(court.sql, panel.caseId, reader.personId))!, panel.caseId))?.bench.panel.map(({ answered }) => answered);
  };
  expect(await shown('clerk')).toEqual(['accepted', 'declined']);
  expect(await shown('plaintiff')).toEqual([null, null]);
});
