/** The hearing (G6 to G8, G12): everybody in one room, through a loss of the network, to its closing. */
import type { Page } from 'playwright-core';
import type { CourtBrowser } from './browsers.ts';
import { expect } from './expect.ts';
import type { Party } from './party.ts';
import type { Staff } from './staff.ts';
import { beginning, zh } from './words.ts';

const { room: words, party: partyWords, cases } = zh;

export interface InTheRoom {
  judge: Staff;
  clerk: Staff;
  plaintiff: Party;
  defendant: Party;
}

/** G7: through the own case page and the lobby, as people do. */
export async function enterRoom(who: Party | Staff, caseId: string): Promise<void> {
  const { page } = who;
  const staff = 'username' in who.person;
  await page.goto(staff ? `/desk/cases/${caseId}` : `/my/cases/${caseId}`);
  await page.getByRole('link', { name: staff ? cases.enterHearing : partyWords.case.enterRoom }).click();
  await page.getByRole('button', { name: words.lobby.enter, exact: true }).click();
  await page.getByRole('group', { name: words.tiles }).waitFor();
}

interface Picture { name: string; width: number; frames: number }

const pictures = (page: Page): Promise<Picture[]> => page.locator('video').evaluateAll((all) => (all as HTMLVideoElement[]).map((video) => (
  { name: video.getAttribute('aria-label') ?? '', width: video.hidden ? 0 : video.videoWidth, frames: video.getVideoPlaybackQuality().totalVideoFrames })));

/** Everybody's picture moves on this person's page. */
export async function seesEverybody({ page, name }: Party | Staff, names: readonly string[]): Promise<void> {
  const first = await expect(`${name} sees the pictures of ${names.join(', ')}`, () => pictures(page),
    (seen) => names.every((one) => seen.some((picture) => picture.name.includes(one) && picture.width > 0 && picture.frames > 0)));
  const before = (one: string) => first.find((picture) => picture.name.includes(one))?.frames ?? 0;
  await expect(`${name} sees the pictures of ${names.join(', ')} move`, () => pictures(page),
    (seen) => names.every((one) => seen.some((picture) => picture.name.includes(one) && picture.frames > before(one))));
}

/** Clerk and judge: a step of the agenda. */
export async function move({ page }: Staff, which: string, phase: string): Promise<void> {
  await page.locator(`button[data-move="${which}"]`).click();
  const confirmation = page.getByRole('dialog');
  if (which === 'close') await confirmation.getByRole('button', { name: words.court.confirm, exact: true }).click();
  else await page.locator(`[data-phase="${phase}"]`).waitFor();
}

/** G6 */
export async function acknowledgeDiscipline({ page }: Party): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: words.discipline.acknowledge }).check();
  await dialog.getByRole('button', { name: words.discipline.confirm, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The clerk chooses a speaker and types; Enter is not needed, it is kept as it is typed. */
export async function write({ page }: Staff, speaker: string, text: string): Promise<void> {
  const lines = page.getByRole('list', { name: zh.transcript.title }).getByRole('listitem');
  const before = await lines.count();
  await page.locator('.transcript-speakers').getByRole('button', { name: speaker }).click();
  const line = lines.nth(before).getByRole('textbox');
  await line.fill(text);
  await page.getByRole('status').filter({ hasText: zh.transcript.saved }).waitFor();
}

/** The judge corrects what the clerk typed; the clerk sees it at once. */
export async function amend(judge: Staff, clerk: Staff, from: string, to: string): Promise<void> {
  const box = (page: Page, text: string) => page.getByRole('list', { name: zh.transcript.title }).getByRole('textbox').filter({ hasText: text }).first();
  await box(judge.page, from).fill(to);
  await judge.page.getByText(zh.transcript.amended).first().waitFor();
  await box(clerk.page, to).waitFor();
}

/** Everybody reads along what is written. */
export async function readsAlong({ page }: Party, text: string): Promise<void> {
  await page.getByRole('tab', { name: words.side.transcript }).click();
  await page.getByText(text).first().waitFor();
}

/** G12: the defendant's network is silent; the judge suspends, verifies the cause, and resumes when it has been stable. */
export async function loseAndRegain({ judge, clerk, plaintiff, defendant }: InTheRoom, network: CourtBrowser, say: (text: string) => void): Promise<void> {
  const decision = (kind: string) => judge.page.locator(`[data-task="${kind}"]`);
  network.freeze();
  await decision('suspend-or-continue').waitFor();
  await plaintiff.page.getByText(words.interruption.who.replace('{{who}}', defendant.name)).first().waitFor();
  say('The loss is noticed, on every page. The judge suspends the hearing.');
  await decision('suspend-or-continue').getByRole('button', { name: words.task['suspend-or-continue'].suspend }).click();
  await clerk.page.locator('[data-phase="suspended"]').waitFor();

  const verify = decision('verify-cause');
  await verify.getByRole('radio', { name: words.verified.network }).check();
  await verify.getByLabel(words.task['verify-cause'].findings).fill('书记员电话联系被告：家中宽带中断，正在恢复。');
  await verify.getByRole('button', { name: words.task['verify-cause'].submit }).click();
  await verify.waitFor({ state: 'hidden' });
  say('The cause is verified: the network. The defendant comes back.');

  network.thaw();
  await decision('resume-hearing').getByRole('button', { name: words.task['resume-hearing'].submit }).click({ timeout: 120_000 });
  await clerk.page.locator('[data-phase="evidence"]').waitFor();
  await seesEverybody(judge, [clerk.name, plaintiff.name, defendant.name]);
  await seesEverybody(defendant, [judge.name, clerk.name, plaintiff.name]);
}

/** After the closing everybody is shown out. */
export async function isShownOut({ page }: Party | Staff): Promise<void> {
  await page.getByText(beginning(words.ended.heading)).first().waitFor();
}
