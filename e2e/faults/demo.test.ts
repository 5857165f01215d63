/** The whole system, as `npm run demo` plays it: real browsers, a real hearing, a network loss, an archive that verifies. */
import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { repositoryFolder } from '#infra/parts/folders.ts';
import { stages } from '#domain/case/stages.ts';

interface Played {
  caseId: string;
  stages: { stage: string; enteredAt: string; endedAt: string; exit: string }[];
  archive: { mainVolume: string; confidentialVolume: string; disc: string | null };
  gaps: { cause: string; from: string; to: string }[];
  verify: boolean;
}

test('one case from filing to a sealed archive, in real browsers', async () => {
  const child = spawn(process.execPath, ['infra/demo.mjs', '--headless', '--json'], { cwd: repositoryFolder, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const code = await new Promise<number | null>((resolve) => { child.on('exit', resolve); });
  expect({ code, said: code === 0 ? '' : said.slice(-4000) }).toEqual({ code: 0, said: '' });
  const played = JSON.parse(said.trimEnd().split('\n').at(-1) ?? '') as Played;
  expect(played.verify).toBe(true);
  expect(played.stages.map((one) => one.stage)).toEqual(stages);
  expect(played.archive.disc).toContain('disc.iso');
  // The frozen browser and the suspension are in the continuity ledger, each with its cause.
  expect(played.gaps.length).toBeGreaterThan(0);
  expect(played.gaps.filter((gap) => gap.cause === '')).toEqual([]);
}, 900_000);
