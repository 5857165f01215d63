/**
 * What agents and parties tell the court, and a settlement to its end, in real browsers (CPL-53, CPL-62, CPL-100, MED-2): an agent
 * with general authority learns what is not theirs to tell and claims a fact, which the judge decides; an agent with special
 * authority tells the settlement for the plaintiff; the defendant confirms on a phone, the judge has a mediation agreement made, and
 * both sign for it. Each page in both languages and by axe. KAITING_PICTURES=FOLDER keeps a picture of each.
 */
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { complaintPdf } from '#e2e/court/papers.ts';
import { until, Person, type Named } from '#e2e/court/person.ts';
import { accept, consent, exchangeEvidence, file, type Walk } from '#e2e/court/story.ts';
import { AtWork, headed, nothingWrong, taskFor } from '#e2e/pages/at-work.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { words, type Viewer } from '#e2e/pages/viewer.ts';
import { demonstrationPersons } from '#adapters/identity/demonstration-persons.ts';
import { factWords } from '#domain/case/happenings.ts';

jest.setTimeout(600_000);

const said = {
  secret: '合同附件载有产品配方', notSecret: '附件已在公开招标文件中披露', terms: '一、被告于2026年12月31日前给付货款四万元；\n二、双方无其他争议。', checked: '授权委托书、律师执业证', again: '已核对证明材料',
  confidential: '配方经鉴定属于商业秘密',
};
const { happenings } = words.zh;
const named = (name: string): Named => demonstrationPersons.find((one) => one.name === name)!;

let work: AtWork;
let walk: Walk;
/** For the defendant, who kept the settlement to themselves; for the plaintiff, with everything. */
let general: Person;
let special: Person;

beforeAll(async () => {
  work = await AtWork.start();
  asWritten(...Object.values(said), '民事调解书（确认和解协议）');
  walk = await accept(work.people, await file(work.people));
  await consent(walk);
  await exchangeEvidence(walk);
  general = await agentOf(walk.defendant, named('王五'), 'generalAuthority');
  special = await agentOf(walk.plaintiff, named('赵六'), 'specialAuthority');
});
afterEach(() => work.leaveDesks());
afterAll(() => work?.stop());

/** Named by the party with a power of attorney, and verified by the clerk (CPL-62). */
async function agentOf(party: Person, who: Named, authority: 'generalAuthority' | 'specialAuthority'): Promise<Person> {
  const { caseId, clerk } = walk;
  const powerOfAttorney = await party.upload('filing', '授权委托书.pdf', complaintPdf());
  await party.post(`/api/cases/${caseId}/agents`, { caseId, ...who, kind: 'lawyer', powerOfAttorney });
  await clerk.complete(caseId, 'verify-representative', { decision: 'verified', authority, checked: said.checked });
  await until(`${who.name} acts`, async () => (await clerk.case(caseId)).participants.some(({ name, role }) => name === who.name && role === 'agent'));
  return Person.party(work.baseUrl, who);
}

const tellPage = (viewer: Viewer, name: string) => viewer.visit(`/my/cases/${walk.caseId}/tell`, name, (all) => all.happenings.title);
const choose = (viewer: Viewer, label: string) => viewer.page.getByRole('radio', { name: label, exact: true }).check();
const submit = (viewer: Viewer) => viewer.page.getByRole('button', { name: happenings.submit, exact: true }).click();

test('an agent with general authority: what only a special one allows is said; the fact that they claim, the judge decides (CPL-62, G1)', async () => {
  const { caseId, judge } = walk;
  const phone = await work.at('phone', general);
  await tellPage(phone, 'tell-agent');
  await phone.look('tell-agent-needs-special', ({ happenings: all }, page) => page.getByText(all.needsSpecial.split('{{')[0] ?? ''));
  expect(await phone.page.getByRole('radio', { name: happenings.action.settled }).count()).toBe(0);
  await choose(phone, happenings.action.factClaimed);
  await submit(phone);
  await phone.look('tell-agent-fact-missing', (all, page) => page.getByText(all.happenings.fillIn));
  await choose(phone, factWords.tradeSecret.zh);
  await phone.page.getByLabel(happenings.field.reason).fill(said.secret);
  await phone.page.locator('main input[type=file]').setInputFiles({ name: '鉴定.pdf', mimeType: 'application/pdf', buffer: Buffer.from(complaintPdf()) });
  await phone.page.getByText(words.zh.party.files.sent).waitFor();
  await phone.page.getByRole('checkbox', { name: happenings.understood }).check();
  await phone.look('tell-agent-fact-filled', (all) => all.happenings.title);
  await submit(phone);
  await phone.look('told-agent', (all, page) => page.getByText(all.happenings.done));
  await work.answer(judge, caseId, 'decide-fact', { choose: { decision: 'reject' }, fill: { reason: said.notSecret }, emptyFirst: true });
  await phone.visit(`/my/cases/${caseId}`, 'my-case-agent-told', ({ party }, page) => page.getByText(party.case.parties));
  await phone.leave();
  nothingWrong();
});

test('an agent with special authority tells the settlement; the other side confirms, the judge has it made into a mediation agreement, both sign for it', async () => {
  const { caseId, judge, clerk, defendant, plaintiff } = walk;
  const pc = await work.at('pc', special);
  await tellPage(pc, 'tell-agent-special');
  await choose(pc, happenings.action.settled);
  await choose(pc, happenings.wishes.mediationAgreement);
  await pc.page.getByLabel(happenings.field.terms).fill(said.terms);
  await pc.page.getByRole('checkbox', { name: happenings.understood }).check();
  await pc.look('tell-settled-filled', (all) => all.happenings.title);
  await submit(pc);
  await pc.look('told-settled', (all, page) => page.getByText(all.happenings.done));
  await pc.leave();

  const phone = await work.at('phone', defendant);
  await phone.visit(`/my/cases/${caseId}`, 'my-case-settlement-asked', ({ party }, page) => page.getByText(party.case.waiting));
  await work.answerOn(phone, defendant, caseId, 'confirm-settlement', { choose: { decision: 'confirm' }, emptyFirst: true });
  await work.answer(judge, caseId, 'rule-on-settlement', { choose: { decision: 'mediationAgreement' }, fill: { terms: said.terms }, emptyFirst: true });

  // One of the two looks at what going back on it asks for, and signs all the same.
  await phone.page.goto(`/my/tasks/${await taskFor(defendant, caseId, 'receive-mediation-agreement')}`);
  expect(await phone.page.getByRole('link', { name: /民事调解书/ }).getAttribute('href')).toMatch(/^\/api\/files\//);
  await phone.page.getByRole('radio').nth(1).check();
  await phone.look('my-task-receive-mediation-agreement-refuse', headed('receive-mediation-agreement'));
  await work.answerOn(phone, defendant, caseId, 'receive-mediation-agreement', { choose: { decision: 'received' } });
  const other = await work.at('pc', plaintiff);
  await work.answerOn(other, plaintiff, caseId, 'receive-mediation-agreement', { choose: { decision: 'received' } });
  await until('settled', async () => (await plaintiff.case(caseId)).closed?.how === 'settled', 120_000);
  for (const viewer of [phone, other]) await viewer.visit(`/my/cases/${caseId}`, 'my-case-settled', ({ party }, page) => page.getByText(party.case.documents));
  await (await work.desk(clerk)).visit(`/desk/cases/${caseId}`, 'case-settled', (_all, page) => page.locator('.standing-closed'));
  await Promise.all([phone, other].map((viewer) => viewer.leave()));
  nothingWrong();
});

opensWhatItSays('settlement-pages');
