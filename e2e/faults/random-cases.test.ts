/**
 * 500 lawful cases by chance, one after the other under time skipping (`workflows/testing/random-case.ts`). KAITING_SEED says
 * where to begin, KAITING_CASES how many; the seed of a case that fails is in the message.
 */
import { expect, test } from '@jest/globals';
import { TestCourt } from '#workflows/testing/court.ts';
import { brokenRules } from '#workflows/testing/random-case-rules.ts';
import { playRandomCase } from '#workflows/testing/random-case.ts';

const first = Number(process.env['KAITING_SEED'] ?? 1001);
const many = Number(process.env['KAITING_CASES'] ?? 500);

test(`${many} random cases from seed ${first} on all end lawfully`, async () => {
  const court = await TestCourt.open();
  const ends: Record<string, number> = {};
  try {
    for (let seed = first; seed < first + many; seed += 1) {
      court.journals.clear();
      const the = await playRandomCase(court, seed);
      expect({ seed, broken: await brokenRules(the) }).toEqual({ seed, broken: [] });
      const { how } = the.data('case-closed')[0] ?? { how: 'never' };
      ends[how] = (ends[how] ?? 0) + 1;
    }
  } finally {
    console.log(`How they ended: ${JSON.stringify(ends)}`);
    await court.close();
  }
  // Chance that leaves a way out untried would prove nothing about it.
  if (many >= 100) expect(Object.keys(ends).sort()).toEqual(['lapsed', 'offline', 'rejected', 'sealed']);
}, 5_400_000);
