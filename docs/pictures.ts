/**
 * The pictures of the main pages in docs/pictures/, from those that the tests of the pages keep, a folder a test: each in both
 * languages, with as many colours as it needs and no more. What a test did not bring stays as it is, and is named.
 *
 *     KAITING_PICTURES=FOLDER/bench npm run test:faults -- e2e/faults/bench-pages      # and so on: pages, queue, home, audit, session, late-evidence, departure, mass-interest
 *     node --import tsx docs/pictures.ts FOLDER
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the test calls the page, what the picture is called, and its height where what lies under a dialog is not wanted. */
const main: [page: string, name: string, height?: number][] = [
  ['pages/front-phone', 'front-phone'], ['pages/my-task-choose-channel-tested-phone', 'device-test-phone'],
  ['session/my-case-agreement-to-sign-phone', 'party-case-phone'], ['bench/my-people-asked-phone', 'recusal-phone'], ['bench/invited-witness-phone', 'invitation-phone'],
  ['late-evidence/my-evidence-period-phone', 'evidence-phone'], ['pages/room-people-phone', 'hearing-phone'], ['session/signing-detention-phone', 'signing-phone'],
  ['queue/queue-picked-pc', 'queue'], ['home/home-clerk-pc', 'home', 900], ['home/escalated-pc', 'escalated'], ['audit/audit-differs-pc', 'audit'], ['audit/statistics-pc', 'statistics', 1400], ['audit/history-pc', 'history', 1000],
  ['bench/task-decide-recusal-pc', 'task'], ['bench/case-panel-pc', 'case'], ['late-evidence/case-period-open-pc', 'evidence-period', 816],
  ['departure/departure-defendant-judge-pc', 'hearing-judge'], ['departure/departure-defendant-ruling-pc', 'hearing-suspended'], ['mass-interest/mass-approved-pc', 'livestream'],
  ['pages/signing-round-pc', 'signing-round'], ['pages/supervision-pc', 'supervision'], ['pages/operations-pc', 'operations'],
];
const [from] = process.argv.slice(2);
if (!from) throw new Error('The folder with a folder of pictures a test: node --import tsx docs/pictures.ts FOLDER');
const to = path.join(path.dirname(fileURLToPath(import.meta.url)), 'pictures');
const fewColours = 'split[a][b];[a]palettegen=max_colors=96[p];[b][p]paletteuse=dither=none';
const lacking: string[] = [];
for (const [page, name, height = 5000] of main) {
  for (const language of ['zh', 'en']) {
    const source = path.join(from, `${page}-${language}.png`);
    if (!existsSync(source)) lacking.push(source);
    else execFileSync(process.env['KAITING_FFMPEG'] ?? 'ffmpeg', ['-v', 'error', '-y', '-i', source, '-vf', `crop=iw:min(ih\\,${height}):0:0,${fewColours}`, '-frames:v', '1', path.join(to, `${name}-${language}.png`)]);
  }
}
console.log(lacking.length === 0 ? `All pictures are in ${to}` : `Not brought by a test, and left as they were: ${lacking.join(', ')}`);
