/**
 * The pictures of the main pages in docs/pictures/, from those that the tests of the pages keep: each in both languages, with as many
 * colours as it needs and no more.
 *
 *     KAITING_PICTURES=FOLDER npm run test:faults -- e2e/faults/pages.test.ts
 *     node --import tsx docs/pictures.ts FOLDER
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the test calls the page, and what the picture is called. */
const main: Record<string, string> = {
  'front-phone': 'front-phone', 'my-case-notice-phone': 'party-case-phone', 'my-task-choose-channel-tested-phone': 'device-test-phone', 'room-people-phone': 'hearing-phone', 'signing-phone': 'signing-phone',
  'queue-clerk-pc': 'queue', 'task-verify-identity-pc': 'task', 'case-pc': 'case', 'room-judge-pc': 'hearing-judge', 'room-suspended-judge-pc': 'hearing-suspended', 'signing-round-pc': 'signing-round', 'supervision-pc': 'supervision', 'operations-pc': 'operations',
};
const [from] = process.argv.slice(2);
if (!from) throw new Error('The folder with the pictures of the test: node --import tsx docs/pictures.ts FOLDER');
const to = path.join(path.dirname(fileURLToPath(import.meta.url)), 'pictures');
const wanted = Object.entries(main).flatMap(([page, name]) => ['zh', 'en'].map((language) => ({ source: path.join(from, `${page}-${language}.png`), name: `${name}-${language}.png` })));
const lacking = wanted.filter(({ source }) => !existsSync(source));
if (lacking.length > 0) throw new Error(`There is no picture ${lacking.map(({ source }) => source).join(', ')}`);
mkdirSync(to, { recursive: true });
for (const old of readdirSync(to)) rmSync(path.join(to, old));
const fewColours = 'split[a][b];[a]palettegen=max_colors=96[p];[b][p]paletteuse=dither=none';
// A whole page may be long; what a reader sees first is enough.
for (const { source, name } of wanted) execFileSync(process.env['KAITING_FFMPEG'] ?? 'ffmpeg', ['-v', 'error', '-y', '-i', source, '-vf', `crop=iw:min(ih\\,1100):0:0,${fewColours}`, '-frames:v', '1', path.join(to, name)]);
console.log(`${wanted.length} pictures in ${to}`);
