/**
 * 500 lawful cases by chance, one after the other under time skipping (`workflows/testing/random-case.ts`). KAITING_SEED says
 * where to begin, KAITING_CASES how many; the seed of a case that fails is in the message.
 */
import { expect, test } from '@jest/globals';
import type { EntryKind } from '#domain/journal/entries.ts';
import { TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { brokenRules } from '#workflows/testing/random-case-rules.ts';
import { playRandomCase } from '#workflows/testing/random-case.ts';
import { testBundle } from '#workflows/testing/bundle.ts';

const first = Number(process.env['KAITING_SEED'] ?? 1001);
const many = Number(process.env['KAITING_CASES'] ?? 500);
/** A server keeps every history in memory, and its time only runs on: by so many cases about two years. */
const casesOfOneServer = 8;

test(`${many} random cases from seed ${first} on all end lawfully`, async () => {
  const bundle = await testBundle();
  const ends: Record<string, number> = {};
  const begun: Record<string, number> = {};
  let court: TestCourt | undefined;
  try {
    for (let seed = first; seed < first + many; seed += 1) {
      if ((seed - first) % casesOfOneServer === 0) {
        await court?.close();
        court = await TestCourt.open(bundle);
      }
      court!.journals.clear();
      const the = await playRandomCase(court!, seed);
      expect({ seed, broken: await brokenRules(the) }).toEqual({ seed, broken: [] });
      const { how } = the.data('case-closed')[0] ?? { how: 'never' };
      ends[how] = (ends[how] ?? 0) + 1;
      for (const kind of looked) if (the.data(kind).length > 0) begun[kind] = (begun[kind] ?? 0) + 1;
      if (process.env['KAITING_TOLD'] !== undefined) process.stderr.write(`${seed} ${how} ${timeOf(the)}\n`);
    }
  } finally {
    console.log(`How they ended: ${JSON.stringify(ends)}; in how many there was: ${JSON.stringify(begun)}`);
    await court?.close();
  }
  // Chance that leaves a way out, or a way of changing a case, untried would prove nothing about it.
  if (many < 100) return;
  expect(Object.keys(ends)).toEqual(expect.arrayContaining(['lapsed', 'offline', 'rejected', 'sealed']));
  expect(Object.keys(begun).sort()).toEqual([...looked].sort());
}, 5_400_000);

const looked: EntryKind[] = ['recusal-asked', 'bench-changed', 'person-invited', 'participant-joined', 'representative-asked', 'participant-left', 'recordings-requested', 'recordings-decided', 'case-suspended'];

const timeOf = (the: TestCase): string => `${the.entries[0]?.at ?? ''} to ${the.entries.at(-1)?.at ?? ''}`;
