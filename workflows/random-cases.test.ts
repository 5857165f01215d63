/**
 * Lawful cases by chance: each ends, none sticks, every record cites its articles, no deadline falls on a wrong day. A few
 * here, 500 with the long tests (`e2e/faults/random-cases.test.ts`). A seed in KAITING_SEED is played alone.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { brokenRules } from '#workflows/testing/random-case-rules.ts';
import { playRandomCase } from '#workflows/testing/random-case.ts';

const chosen = process.env['KAITING_SEED'];
const seeds = chosen === undefined ? [1, 2, 3, 4, 5, 6] : [Number(chosen)];

let court: TestCourt;
let last: TestCase;
beforeAll(async () => { court = await TestCourt.open(); }, 120_000);
afterAll(() => court.close());

test.each(seeds)('the case of seed %d ends lawfully', async (seed) => {
  court.journals.clear();
  last = await playRandomCase(court, seed);
  expect(await brokenRules(last)).toEqual([]);
}, 180_000);

test('a record that is not lawful is found', async () => {
  const journal = court.journals.get(last.stream) ?? [];
  const at = journal.findIndex((entry) => entry.kind === 'stage-entered');
  const [taken] = journal.splice(at, 1);
  expect(await brokenRules(last)).toEqual([expect.stringMatching(/has a gap/)]);
  if (taken?.kind !== 'stage-entered') throw new Error('The case entered no stage');
  journal.splice(at, 0, { ...taken, data: { ...taken.data, articles: [] } });
  expect(await brokenRules(last)).toEqual([expect.stringMatching(/stage-entered .* cites no article/)]);
});
