import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { projectedTables } from '#db/projector/projections.ts';
import { openCourt, type CaseFixture, type CourtFixture } from '#db/testing/court-fixture.ts';
import { connectShadows, differencesOf, journalOf, projectedFrom, projectedNow, rebuildCase, touchedTables, type RowDifference, type Shadows } from './projection-shadow.ts';

let court: CourtFixture;
let shadows: Shadows;
let it: CaseFixture;
let hearingId: string;
let taskId: string;
beforeAll(async () => {
  court = await openCourt();
  shadows = connectShadows(court.url);
  it = await court.acceptedCase();
  hearingId = await it.scheduleHearing();
  taskId = await it.openTask('finish-transcript', { role: 'clerk', personId: court.people.clerk.personId }, { hearingId });
  await it.note('task-overdue', { taskId, kind: 'finish-transcript' });
}, 60_000);
afterAll(async () => {
  await shadows?.shadows.end({ timeout: 5 });
  await court?.close();
});

const differences = async (): Promise<RowDifference[]> =>
  differencesOf(await projectedFrom(shadows, await journalOf(court.sql, it.caseId)), await projectedNow(court.sql, it.caseId));
const rows = async () => ({ tasks: await court.sql`select * from tasks order by id`, cases: await court.sql`select * from cases order by id`, hearings: await court.sql`select * from hearings order by id` });

test('every table that a projection writes has a shadow', async () => {
  const folder = fileURLToPath(new URL('../projector/', import.meta.url));
  const sources = await Promise.all((await readdir(folder)).filter((name) => /^proj.*\.ts$/.test(name)).map((name) => readFile(folder + name, 'utf8')));
  const written = new Set(sources.flatMap((source) => [...source.matchAll(/\b(?:insert into|update|delete from) ([a-z_]+)(?= |$)/gm)].map(([, table]) => table)).filter((table) => table !== 'set'));
  expect(written.size).toBeGreaterThan(5);
  expect([...written].filter((table) => ![...projectedTables, ...touchedTables].includes(table as never))).toEqual([]);
});

describe('the projections of a case made again from its journal', () => {
  test('are what the tables hold, and making them changes nothing', async () => {
    const before = await rows();
    expect(await differences()).toEqual([]);
    expect(await rows()).toEqual(before);
  });

  test('what somebody is at is nobody’s record and no difference', async () => {
    await court.sql`update tasks set claimed_by = ${court.people.clerk.personId}, claimed_at = now() where id = ${taskId}`;
    expect(await differences()).toEqual([]);
  });

  test('a changed, a deleted and an inserted row are found, and put right without touching the rest', async () => {
    const before = await rows();
    await court.sql`update tasks set state = 'completed', due_at = null where id = ${taskId}`;
    await court.sql`delete from hearings where id = ${hearingId}`;
    await court.sql`insert into evidence (id, case_id, submitted_by, title, source, proves, file_id, submitted_at)
      values (${hearingId}, ${it.caseId}, ${it.participants.plaintiff}, 'x', 'y', 'z', ${hearingId}, now())`;
    const found = await rebuildCase(court.sql, shadows, it.caseId);
    expect(found.map(({ table, column }) => `${table}.${column ?? 'row'}`).sort()).toEqual(['evidence.row', 'hearings.row', 'tasks.state']);
    expect(await differences()).toEqual([]);
    // The claim is not the journal's: a rebuild leaves it.
    expect(await rows()).toEqual(before);
    expect(await rebuildCase(court.sql, shadows, it.caseId)).toEqual([]);
  });
});
