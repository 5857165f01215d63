import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openCourt, type CourtFixture } from '#db/testing/court-fixture.ts';
import { participantIn, unavailableOf } from './availability.ts';

let court: CourtFixture;
beforeAll(async () => { court = await openCourt(); }, 60_000);
afterAll(() => court?.close());

test('days to come of those who take part now, with who says so and why', async () => {
  const the = await court.acceptedCase();
  const { plaintiff, defendant } = the.participants;
  const name = (participantId: string, day: string, reason: string) => court.sql`
    insert into unavailable_days (case_id, participant_id, day, reason, named_by) values (${the.caseId}, ${participantId}, ${day}, ${reason}, ${court.people.plaintiff.personId})`;
  await name(plaintiff, '2026-05-20', '住院手术');
  await name(plaintiff, '2026-05-11', '已经过去');
  await name(defendant, '2026-05-21', '出国');
  const told = async () => (await unavailableOf(court.sql, the.caseId, '2026-05-11')).map(({ day, name: who, role, reason }) => [day, who, role, reason]);
  expect(await told()).toEqual([['2026-05-20', '张三', 'plaintiff', '住院手术'], ['2026-05-21', '李四', 'defendant', '出国']]);
  await court.sql`update participants set left_at = now() where id = ${defendant}`;
  expect(await told()).toHaveLength(1);
  expect(await participantIn(court.sql, the.caseId, court.people.plaintiff.personId)).toBe(plaintiff);
  expect(await participantIn(court.sql, the.caseId, court.people.defendant.personId)).toBeNull();
});
