/**
 * One whole case, played with real browsers: filed, agreed to, prepared, heard with a network loss, signed, archived,
 * verified. Each person clicks what a person would click. It reads as the procedure does.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Stack } from '#infra/stack.ts';
import { completeArchive, finishTranscript, seesSealedArchive } from './after-the-hearing.ts';
import * as before from './before-the-hearing.ts';
import { startBrowser, type CourtBrowser } from './browsers.ts';
import { defendant, filingClerk, manager, plaintiff, staffNamed, technician } from './cast.ts';
import * as hearing from './hearing.ts';
import { makePapers } from './papers.ts';
import { Party } from './party.ts';
import { archiveOf, gapsOf, stagesOf, verify, type ArchivePlace, type FoundGap, type StageTime } from './record.ts';
import { Staff } from './staff.ts';
import { beginning, zh } from './words.ts';

/** The court that the case is played at. */
export type Court = Pick<Stack, 'baseUrl' | 'dataDir' | 'environment'>;

export interface PlayOptions {
  court: Court;
  headless: boolean;
  /** Told what happens, in a person's words. */
  say: (line: string) => void;
  /** A folder of one's own, for the papers that the parties bring. */
  folder: string;
}

export interface Played {
  caseId: string;
  stages: StageTime[];
  archive: Omit<ArchivePlace, 'folder'>;
  gaps: FoundGap[];
  verify: boolean;
}

/** @throws Error that says which step did not happen and what was seen instead */
export async function playCase({ court, headless, say, folder }: PlayOptions): Promise<Played> {
  const papers = await makePapers(folder, court.environment['KAITING_PYTHON'] ?? '/usr/bin');
  const settings = { baseUrl: court.baseUrl, headless };
  // The defendant's network will fail: a browser of their own.
  const browsers = await Promise.all([startBrowser(settings), startBrowser(settings)]);
  try {
    return await play({ court, papers, everybody: browsers[0], theirs: browsers[1], say });
  } catch (error) {
    const pictures = await mkdtemp(path.join(tmpdir(), 'kaiting-demo-pictures-'));
    await Promise.allSettled(browsers.map((browser) => browser.photograph(pictures)));
    say(`A step did not happen. What the pages showed then: ${pictures}`);
    throw error;
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
  }
}

interface Scene {
  court: Court;
  papers: Awaited<ReturnType<typeof makePapers>>;
  everybody: CourtBrowser;
  theirs: CourtBrowser;
  say: (line: string) => void;
}

async function play({ court, papers, everybody, theirs, say }: Scene): Promise<Played> {
  const zhang = new Party(await everybody.open('phone'), plaintiff, court.baseUrl);
  const li = new Party(await theirs.open('pc'), defendant, court.baseUrl);
  const reviewer = new Staff(await everybody.open('pc'), filingClerk);

  say(`${plaintiff.name} (plaintiff, on a phone) signs in with a code, verifies the real name, and files a complaint.`);
  const [caseId] = await Promise.all([before.fileCase(zhang, papers), reviewer.signIn()]);
  say('The filing clerk reviews the filing and accepts it.');
  await before.acceptFiling(reviewer);
  await reviewer.page.context().close();

  zhang.caseId = li.caseId = caseId;
  const { judge, clerk } = await allotted(everybody, zhang, caseId);
  say(`${defendant.name} (defendant) consents to an online hearing; judge ${judge.name} permits it.`);
  await Promise.all([before.consent(li), judge.signIn(), clerk.signIn()]);
  await before.permit(judge);

  say('Both sides submit their evidence, and each says what it thinks of the other’s.');
  await Promise.all([
    before.submitEvidence(zhang, [
      { title: '借条', source: '原告保管的原件', proves: '被告向原告借款 50,000 元', file: papers.loanNote },
      { title: '银行转账凭证', source: '银行出具', proves: '借款已经交付', file: papers.transfer },
    ]),
    before.submitEvidence(li, [{ title: '还款记录', source: '手机银行', proves: '被告已归还 10,000 元', file: papers.repayment }]),
  ]);
  await Promise.all([before.confirmEvidence(zhang, ['还款记录']), before.confirmEvidence(li, ['借条', '银行转账凭证'])]);

  say(`${clerk.name} (clerk) chooses one of the lawful times; the notices go out by SMS.`);
  await before.scheduleHearing(clerk);
  say('The parties confirm the notice and test camera, microphone and network against the court’s media server.');
  await before.confirmNotice(zhang, caseId);
  await before.chooseChannel(zhang, 'phone');
  await before.chooseChannel(li, 'pc');
  say('The clerk verifies the identities; clerk and technician test the courtroom.');
  await before.verifyIdentities(clerk, [zhang, li]);
  await before.testCourtroom(clerk);
  const zhou = Object.assign(new Staff(await everybody.open('pc'), technician), { caseNumber: clerk.caseNumber });
  await zhou.signIn();
  await before.testTechnology(zhou);

  say('The court’s clock is moved forward to 20 minutes before the hearing.');
  await before.moveClock(clerk, await minutesUntilHearing(clerk, caseId) - 20);
  await hold({ judge, clerk, plaintiff: zhang, defendant: li }, caseId, theirs, say);

  say('The clerk finishes the transcript; a version with its SHA-256 is frozen.');
  await finishTranscript(clerk);
  say('Plaintiff and defendant read, sign by hand and confirm with their codes; then the clerk, then the judge.');
  await Promise.all([zhang.signTranscript(), li.signTranscript()]);
  await clerk.signTranscript();
  await judge.signTranscript(zh.signing.archive);

  say('The clerk checks the file and archives it; recordings are composed, everything is sealed.');
  await zhou.toQueue('explain-gap');
  await completeArchive(clerk, '豫0611录备〔2026〕1号');
  await seesSealedArchive(clerk, caseId, zhou, say);
  return found(court, everybody, caseId, say);
}

/** Who the case was allotted to, as the plaintiff reads it on the case page. */
async function allotted(everybody: CourtBrowser, party: Party, caseId: string): Promise<{ judge: Staff; clerk: Staff }> {
  await party.page.goto(`/my/cases/${caseId}`);
  const named = async (term: string) => (await party.page.locator(`dt:text-is("${term}") + dd`).first().textContent()) ?? '';
  const judge = staffNamed(await named(zh.party.case.judge));
  const clerk = staffNamed(await named(zh.party.case.clerk));
  const caseNumber = (await party.page.getByText(/^（\d{4}）/).first().textContent())?.trim();
  const atDesk = async (person: typeof judge) => Object.assign(new Staff(await everybody.open('pc'), person), { caseNumber });
  return { judge: await atDesk(judge), clerk: await atDesk(clerk) };
}

async function minutesUntilHearing({ page }: Staff, caseId: string): Promise<number> {
  const [courtCase, now] = await Promise.all([page.request.get(`/api/cases/${caseId}`), page.request.get('/api/court')]);
  const { hearings } = (await courtCase.json()) as { hearings: { startsAt: string }[] };
  const { clock } = (await now.json()) as { clock: { now: string } };
  return Math.floor((Date.parse(hearings.at(-1)?.startsAt ?? '') - Date.parse(clock.now)) / 60_000);
}

async function hold(all: hearing.InTheRoom, caseId: string, network: CourtBrowser, say: (line: string) => void): Promise<void> {
  const { judge, clerk, plaintiff: zhang, defendant: li } = all;
  const names = [judge.name, clerk.name, zhang.name, li.name];
  const others = (name: string) => names.filter((one) => one !== name);

  say('Judge, clerk and parties enter the courtroom; each sees the others.');
  for (const person of [clerk, judge, zhang, li]) await hearing.enterRoom(person, caseId);
  await Promise.all([clerk, judge, zhang, li].map((person) => hearing.seesEverybody(person, others(person.name))));

  say('The clerk reads the discipline, the parties acknowledge it, the judge opens the hearing.');
  await hearing.move(clerk, 'read-discipline', 'discipline');
  await Promise.all([hearing.acknowledgeDiscipline(zhang), hearing.acknowledgeDiscipline(li)]);
  await hearing.move(judge, 'open', 'opening');
  await hearing.write(clerk, judge.name, '现在开庭。核对当事人身份，告知诉讼权利义务。');
  await hearing.move(judge, 'begin-evidence', 'evidence');
  await hearing.write(clerk, zhang.name, '举证：借条一份、银行转账凭证一份，证明被告借款五万元。');
  await hearing.readsAlong(zhang, '举证：借条一份');

  say(`The network of ${li.name} fails (the browser is frozen).`);
  await hearing.loseAndRegain(all, network, say);
  say('The network has been stable long enough; the judge resumes the hearing.');

  await hearing.write(clerk, li.name, '对借条真实性无异议，已归还壹万元。');
  await hearing.amend(judge, clerk, '已归还壹万元', '对借条真实性无异议，已于 2026 年 1 月 10 日归还壹万元。');
  await hearing.move(judge, 'begin-debate', 'debate');
  await hearing.write(clerk, zhang.name, '尚欠四万元及利息，应予归还。');
  await hearing.move(judge, 'begin-final-statements', 'finalStatements');
  await hearing.write(clerk, li.name, '同意分期归还。');
  say('Debate and final statements are heard; the judge closes the hearing.');
  await hearing.move(judge, 'close', 'closed');
  await Promise.all([judge, clerk, zhang, li].map((person) => hearing.isShownOut(person)));
}

async function found(court: Court, everybody: CourtBrowser, caseId: string, say: (line: string) => void): Promise<Played> {
  const supervisor = new Staff(await everybody.open('pc'), manager);
  await supervisor.signIn();
  await supervisor.page.goto(`/desk/supervision/${caseId}`);
  await supervisor.page.getByText(beginning(zh.audit.entries.split('{{')[0] ?? '')).first().waitFor();
  const stages = await stagesOf(supervisor.page, caseId);
  const archive = await archiveOf(court.dataDir, caseId);
  const gaps = await gapsOf(archive);
  const { code, printed } = await verify(archive, court.environment['KAITING_SEAL_CERTIFICATE'] ?? '', court.environment);
  say(printed.trim().split('\n').at(-1) ?? '');
  if (code !== 0) say(printed);
  const { mainVolume, confidentialVolume, disc } = archive;
  return { caseId, stages, archive: { mainVolume, confidentialVolume, disc }, gaps, verify: code === 0 };
}
