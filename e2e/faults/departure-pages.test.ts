/**
 * In the room, in real browsers: a party leaves without reason, the judge suspends, verifies and rules on what follows, only what the
 * law leaves open and after prompt and warning (G6 (1), CPL-146, CPL-147); and a session that is closed for a settlement. Both
 * languages, axe. KAITING_PICTURES=FOLDER keeps a picture of each page.
 */
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { HearingDetail } from '#api/contract/hearings.ts';
import { until } from '#e2e/court/person.ts';
import { takeSeat } from '#e2e/court/seat.ts';
import { accept, consent, everybodyPresent, exchangeEvidence, file, move, openRoom, prepare, readDiscipline, schedule, sign, write, type Walk } from '#e2e/court/story.ts';
import { AtWork, enterRoom, inRoom, nothingWrong } from '#e2e/pages/at-work.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { words, type Viewer } from '#e2e/pages/viewer.ts';
import { rulingWords, type RulingCode } from '#domain/hearing/departure.ts';

jest.setTimeout(900_000);

const said = { findings: '电话联系，其表示不愿继续参加', absence: '经提示、警告仍不返回', withdrawn: '经传票传唤，中途退庭，经警告仍不返回', settled: '双方当庭和解，原告申请撤诉，准许', question: '现在开庭。', unreachable: '电话无人接听，原因待查', lasts: '被告二十分钟仍未返回，无法继续审理' };
const { room } = words.zh;
let work: AtWork;
beforeAll(async () => {
  work = await AtWork.start();
  asWritten(...Object.values(said));
});
afterEach(() => work.leaveDesks());
afterAll(() => work?.stop());

interface Sitting { walk: Walk; hearingId: string; atJudge: Viewer; plaintiffs: Viewer; defendants: Viewer; stop(): Promise<void> }

/** A trial that has opened: judge at the desk, both parties on phones, the clerk in a seat. */
async function sitting(): Promise<Sitting> {
  const walk = await accept(work.people, await file(work.people));
  await consent(walk);
  await exchangeEvidence(walk);
  const hearing = await schedule(walk);
  const { hearingId } = hearing;
  await prepare(walk, hearingId);
  await openRoom(walk, hearing, 4);
  const [atJudge, plaintiffs, defendants] = [await work.desk(walk.judge), await work.at('phone', walk.plaintiff), await work.at('phone', walk.defendant)];
  for (const viewer of [atJudge, plaintiffs, defendants]) await enterRoom(viewer, hearingId);
  const seat = await takeSeat(walk.clerk, hearingId);
  await everybodyPresent(walk.clerk, hearingId);
  await readDiscipline(walk, hearingId, [walk.plaintiff, walk.defendant]);
  await move(walk.judge, hearingId, 'open');
  await write(walk.clerk, hearingId, 1, '审判长', said.question);
  await move(walk.judge, hearingId, 'begin-evidence');
  const stop = async () => { await seat.leave(); await Promise.all([plaintiffs, defendants].map((viewer) => viewer.leave())); };
  return { walk, hearingId, atJudge, plaintiffs, defendants, stop };
}

const task = (kind: string) => (_words: unknown, page: Viewer['page']) => page.locator(`[data-task="${kind}"]`);

async function leaves(viewer: Viewer, name: string): Promise<void> {
  await viewer.page.getByRole('button', { name: room.controls.leave, exact: true }).click();
  await viewer.look(`${name}-asks`, (_words, page) => page.getByRole('dialog'));
  await viewer.page.getByRole('dialog').getByRole('button', { name: room.leave.go, exact: true }).click();
  // Whoever leaves comes to the case.
  await viewer.look(`${name}-left`, ({ party }, page) => page.getByText(party.case.parties));
}

/** The judge suspends, finds that there was no reason, and rules. */
async function rules(atJudge: Viewer, name: string, ruling: RulingCode, reason: string): Promise<void> {
  const { page } = atJudge;
  const at = (kind: string) => page.locator(`[data-task="${kind}"]`);
  await atJudge.look(`${name}-judge`, task('suspend-or-continue'));
  await at('suspend-or-continue').getByRole('button', { name: room.task['suspend-or-continue'].suspend }).click();
  await at('verify-cause').getByRole('radio', { name: room.verified.leftWithoutReason }).check();
  await at('verify-cause').getByRole('button', { name: room.task['verify-cause'].submit }).click();
  await atJudge.look(`${name}-cause-missing`, task('verify-cause'));
  await at('verify-cause').getByLabel(room.task['verify-cause'].findings).fill(said.findings);
  await at('verify-cause').getByRole('button', { name: room.task['verify-cause'].submit }).click();
  await atJudge.look(`${name}-ruling`, task('rule-on-departure'));
  const words_ = room.task['rule-on-departure'];
  expect(await at('rule-on-departure').getByRole('radio', { name: rulingWords[ruling].zh }).count()).toBe(0);
  for (const done of [words_.prompted, words_.warned]) await at('rule-on-departure').getByRole('checkbox', { name: done }).check();
  await at('rule-on-departure').getByRole('radio', { name: rulingWords[ruling].zh }).check();
  await at('rule-on-departure').getByRole('button', { name: words_.submit }).click();
  await atJudge.look(`${name}-ruling-missing`, task('rule-on-departure'));
  await at('rule-on-departure').getByLabel(room.court.reason, { exact: true }).fill(reason);
  await atJudge.look(`${name}-ruling-filled`, task('rule-on-departure'));
  await at('rule-on-departure').getByRole('button', { name: words_.submit }).click();
}

test('a defendant leaves without reason: judged in absence, the session goes on; then the plaintiff leaves, and the action is taken as withdrawn', async () => {
  const { walk, hearingId, atJudge, plaintiffs, defendants, stop } = await sitting();
  await leaves(defendants, 'room-leave-defendant');
  await rules(atJudge, 'departure-defendant', 'judgment-in-absence', said.absence);
  await atJudge.look('departure-resume-judge', task('resume-hearing'));
  await plaintiffs.look('departure-resume-other', ({ room: { interruption } }, page) => page.getByText(interruption.next.resume));
  await atJudge.page.locator('[data-task="resume-hearing"] button').click();
  await until('the session goes on', async () => (await walk.judge.get<HearingDetail>(`/api/hearings/${hearingId}`)).phase === 'evidence');
  await atJudge.look('departure-goes-on', inRoom);

  await leaves(plaintiffs, 'room-leave-plaintiff');
  await rules(atJudge, 'departure-plaintiff', 'treat-as-withdrawn', said.withdrawn);
  await atJudge.look('departure-withdrawn-judge', ({ room: { ended } }, page) => page.getByText(ended.heading));
  await plaintiffs.visit(`/room/${hearingId}`, 'departure-withdrawn-plaintiff', ({ room: { ended } }, page) => page.getByText(ended.heading));
  await sign(walk, hearingId);
  await plaintiffs.visit(`/my/cases/${walk.caseId}`, 'my-case-departed', (_words, page) => page.getByRole('heading', { level: 1 }));
  await atJudge.visit(`/desk/cases/${walk.caseId}`, 'case-departed', ({ cases }, page) => page.getByRole('heading', { name: cases.hearings }));
  await stop();
  nothingWrong();
});

test('the parties settle in court: the judge closes the session with the reason (CPL-148, CPL-53)', async () => {
  const { walk, hearingId, atJudge, plaintiffs, stop } = await sitting();
  const { page } = atJudge;
  await page.locator('button[data-move="close-withdrawn"]').click();
  await page.getByRole('dialog').getByRole('button', { name: room.court.confirm, exact: true }).click();
  await atJudge.look('close-withdrawn-missing', ({ room: { court } }, of) => of.getByText(court.reasonWrong));
  await page.getByRole('dialog').getByLabel(room.court.reason, { exact: true }).fill(said.settled);
  await atJudge.look('close-withdrawn', (_words, of) => of.getByRole('dialog'));
  await page.getByRole('dialog').getByRole('button', { name: room.court.confirm, exact: true }).click();
  await plaintiffs.look('close-withdrawn-over', ({ room: { ended } }, of) => of.getByText(ended.heading));
  await atJudge.look('close-withdrawn-judge', ({ room: { ended } }, of) => of.getByText(ended.heading));
  await plaintiffs.visit(`/my/cases/${walk.caseId}`, 'my-case-settled-in-court', ({ party }, of) => of.getByText(party.case.documents));
  await sign(walk, hearingId);
  await (await work.desk(walk.clerk)).visit(`/desk/cases/${walk.caseId}`, 'case-settled-in-court', ({ cases }, of) => of.getByRole('heading', { name: cases.hearings }));
  await stop();
  nothingWrong();
});

test('the interruption lasts: the judge is asked whether to go on waiting, asked again, and adjourns; the session ends for everybody (G12, CPL-149)', async () => {
  const { walk, hearingId, atJudge, plaintiffs, defendants, stop } = await sitting();
  const { page } = atJudge;
  // The browser is closed: nobody knows why.
  await defendants.leave();
  await page.locator('[data-task="suspend-or-continue"]').getByRole('button', { name: room.task['suspend-or-continue'].suspend }).click();
  await page.locator('[data-task="verify-cause"]').waitFor();
  await walk.judge.complete(walk.caseId, 'verify-cause', { cause: 'network', findings: said.unreachable });
  const asked = page.locator('[data-task="adjourn-hearing"]');
  const later = () => walk.clerk.post('/api/demonstration/clock', { forwardMinutes: 21 });
  await later();
  await atJudge.look('departure-lasts-judge', task('adjourn-hearing'));
  await plaintiffs.look('departure-lasts-other', ({ room: { pending } }, of) => of.getByText(pending.suspendedHeading).first());
  await asked.getByRole('button', { name: room.task['adjourn-hearing'].wait, exact: true }).click();
  await asked.waitFor({ state: 'detached' });
  await later();
  await asked.getByRole('button', { name: room.task['adjourn-hearing'].adjourn, exact: true }).click();
  await asked.getByRole('button', { name: room.task['adjourn-hearing'].adjourn, exact: true }).click();
  await atJudge.look('departure-lasts-missing', ({ room: { court } }, of) => of.getByText(court.reasonWrong));
  await asked.getByLabel(room.court.reason, { exact: true }).fill(said.lasts);
  await asked.getByRole('button', { name: room.task['adjourn-hearing'].adjourn, exact: true }).click();
  await plaintiffs.look('departure-adjourned-other', ({ room: { ended } }, of) => of.getByText(ended.adjourned));
  await atJudge.visit(`/room/${hearingId}`, 'departure-adjourned-judge', ({ room: { ended } }, of) => of.getByText(ended.adjourned));
  await stop();
  nothingWrong();
});

opensWhatItSays('departure-pages');
