/**
 * Plays the straight path and keeps its histories as fixtures of this build, for the replay test. Run once a release:
 * `node --import tsx workflows/testing/keep-histories.ts RELEASE` with KAITING_TEST_SERVER set (`npx kaiting doctor`).
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { people, TestCourt } from '#workflows/testing/court.ts';
import { closed, exchanged, opened, prepared, scheduled, signed } from '#workflows/testing/walk.ts';

const release = process.argv[2];
if (!release) throw new Error('Say the release, for example 2026-11');
const folder = path.join(fileURLToPath(new URL('.', import.meta.url)), 'histories', release);

const court = await TestCourt.open();
const the = await court.file();
await exchanged(the);
await scheduled(the);
await prepared(the);
await opened(the);
await the.presence('away', [people.defendant], 'network-loss');
await the.answer('suspend-or-continue', { decision: 'suspend' });
await the.answer('verify-cause', { cause: 'network', findings: '断网' });
await the.presence('present', [people.defendant]);
await court.env.sleep('35s');
await the.answer('resume-hearing', { resume: true });
await the.until('resumed', () => the.data('interruption-ended').length === 1);
await closed(the);
await signed(the);
await the.answer('complete-archive', { checked: true, registrationNumber: '备1' });
await the.handle.result();
await mkdir(folder, { recursive: true });
for (const [name, stream] of [['case', the.stream], ['hearing', the.hearingStream]] as const) {
  const history = await court.env.client.workflow.getHandle(stream).fetchHistory();
  await writeFile(path.join(folder, `${name}.json`), historyToJSON(history));
}
await court.close();
console.log(`Kept in ${folder}`);
