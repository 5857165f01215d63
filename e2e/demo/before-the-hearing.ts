/** From the filing to the day of the hearing (G1 to G5, G8), each step by the person whose it is. */
import { materialWords } from '#domain/filing/material-categories.ts';
import { zh, beginning } from './words.ts';
import { defendant, dispute } from './cast.ts';
import type { Papers } from './papers.ts';
import type { Party } from './party.ts';
import type { Staff } from './staff.ts';

const { party: words } = zh;

/** G3: from the court's front page to the acknowledgement of receipt. @returns the case's id */
export async function fileCase(party: Party, papers: Papers): Promise<string> {
  const { page } = party;
  const next = () => page.getByRole('button', { name: words.common.next, exact: true }).click();
  const step = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  await page.goto('/');
  await page.getByRole('link', { name: beginning(words.front.file) }).click();
  await party.signIn();

  await step(words.filing.steps.role);
  await party.choose(words.filing.role.plaintiff);
  await next();
  await step(words.filing.steps.claim);
  await page.getByLabel(words.filing.claim.cause).fill(dispute.causeOfAction);
  await page.getByLabel(words.filing.claim.claims).fill(dispute.claims);
  await page.getByLabel(words.filing.claim.facts).fill(dispute.factsAndReasons);
  await next();
  await step(words.filing.steps.others);
  await page.getByLabel(words.filing.others.name).fill(defendant.name);
  await page.getByLabel(words.filing.others.identityNumber).fill(defendant.identityNumber);
  await page.getByLabel(words.filing.others.phone).fill(defendant.phone);
  await next();
  await step(words.filing.steps.materials);
  await party.attach(papers.complaint, page.getByRole('region', { name: materialWords.complaint.zh }));
  await next();
  await step(words.filing.steps.scope);
  await party.tick(words.filing.scope.nothing);
  await party.choose(words.filing.scope.apply);
  await next();
  await step(words.filing.steps.check);
  await party.tick(words.filing.check.declare);
  await page.getByRole('button', { name: words.filing.check.submit, exact: true }).click();
  await page.waitForURL(/\/file\/submitted\//);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

export async function acceptFiling(clerk: Staff): Promise<void> {
  await clerk.openTask('review-filing');
  await clerk.decide('review-filing', 'decision', 'accept');
  await clerk.submit('review-filing');
}

/** G1: the other party joins the application. */
export async function consent(party: Party): Promise<void> {
  await party.page.goto('/my');
  await party.signIn();
  await party.openTodo('consent-online');
  await party.decide('consent-online', 'consent');
  await party.submit();
}

export async function permit(judge: Staff): Promise<void> {
  await judge.openTask('permit-online');
  await judge.decide('permit-online', 'decision', 'permit');
  await judge.submit('permit-online');
}

export interface Item { title: string; source: string; proves: string; file: string }

/** G8 */
export async function submitEvidence(party: Party, items: readonly Item[]): Promise<void> {
  const { page } = party;
  await party.openTodo('submit-evidence');
  for (const [index, item] of items.entries()) {
    await page.getByRole('button', { name: words.evidence.add }).click();
    const card = page.getByRole('region', { name: words.evidence.item.replace('{{n}}', String(index + 1)) });
    await card.getByLabel(words.evidence.title).fill(item.title);
    await card.getByLabel(words.evidence.source).fill(item.source);
    await card.getByLabel(words.evidence.proves).fill(item.proves);
    await party.attach(item.file, card);
  }
  await party.submit(words.evidence.submitSome.replace('{{count}}', String(items.length)));
}

/** G8: an opinion on each item of the other side. */
export async function confirmEvidence(party: Party, titles: readonly string[]): Promise<void> {
  const { page } = party;
  await party.openTodo('confirm-evidence');
  for (const title of titles) {
    const card = page.getByRole('region', { name: title, exact: true });
    for (const view of [words.opinion.authenticity, words.opinion.legality, words.opinion.relevance]) {
      await card.getByRole('group', { name: view }).getByRole('radio', { name: words.opinion.accept, exact: true }).check();
    }
  }
  await party.submit();
}

/** G4: one of the lawful times that the page offers. */
export async function scheduleHearing(clerk: Staff): Promise<void> {
  const { page } = clerk;
  await clerk.openTask('schedule-hearing');
  await clerk.decide('schedule-hearing', 'decision', 'schedule');
  await page.getByRole('group', { name: zh.staff.slots.title }).locator('ul button').first().click();
  await clerk.submit('schedule-hearing');
}

/** G4: on the own case page. */
export async function confirmNotice(party: Party, caseId: string): Promise<void> {
  await party.page.goto(`/my/cases/${caseId}`);
  await party.page.getByRole('button', { name: words.case.noticeConfirm }).click();
  await party.page.getByText(beginning(words.case.noticeConfirmed.split('{{time}}')[0] ?? '')).waitFor();
}

/** G2: the device is tested against the court's media server. */
export async function chooseChannel(party: Party, device: 'pc' | 'phone'): Promise<void> {
  const { page } = party;
  await party.openTodo('choose-channel');
  await party.choose(words.channel[device]);
  await page.getByRole('button', { name: words.channel.start }).click();
  await page.getByRole('button', { name: words.channel.again }).waitFor();
  await page.getByRole('button', { name: words.channel.speakerPlay }).click();
  await page.getByRole('button', { name: words.channel.yes, exact: true }).click();
  const findings = page.getByRole('region', { name: words.channel.test }).getByRole('listitem').filter({ hasText: words.channel.works });
  if (await findings.count() !== 4) throw new Error(`The device test of ${party.name} found: ${await page.getByRole('region', { name: words.channel.test }).innerText()}`);
  await party.tick(words.channel.venueDeclare);
  await party.submit();
}

/** G5: each participant's identity, with the views of the parties. */
export async function verifyIdentities(clerk: Staff, parties: readonly Party[]): Promise<void> {
  for (const { name } of parties) {
    await clerk.openTask('verify-identity', name);
    await clerk.decide('verify-identity', 'decision', 'verified');
    await clerk.fill('verify-identity', 'documents', '居民身份证原件（视频出示）');
    await clerk.noObjections();
    await clerk.submit('verify-identity');
  }
}

/** G5 */
export async function testCourtroom(clerk: Staff): Promise<void> {
  await clerk.openTask('test-courtroom');
  await clerk.decide('test-courtroom', 'result', 'ready');
  for (const field of ['venue', 'network', 'video', 'sound', 'platform']) await clerk.tick('test-courtroom', field);
  await clerk.submit('test-courtroom');
}

/** G5: the technician's half of the test. */
export async function testTechnology(technician: Staff): Promise<void> {
  await technician.openTask('test-courtroom-technology');
  await technician.decide('test-courtroom-technology', 'result', 'ready');
  for (const field of ['network', 'video', 'sound', 'recording', 'platform']) await technician.tick('test-courtroom-technology', field);
  await technician.submit('test-courtroom-technology');
}

/** The demonstration court's own page: time passes, no rule is switched off. */
export async function moveClock({ page }: Staff, minutes: number): Promise<void> {
  await page.goto('/demonstration/clock');
  await page.getByLabel(zh.demonstration.clock.minutes).fill(String(minutes));
  await page.getByRole('button', { name: zh.demonstration.clock.move, exact: true }).click();
  await page.getByText(zh.shell.clockMoved.split('{{now}}')[0] ?? '').first().waitFor();
  await page.goto('/desk');
}

