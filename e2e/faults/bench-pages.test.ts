/**
 * The bench and the people of a case in real browsers: recusal applied for on a phone, rejected, reconsidered; a clerk and a judge
 * replaced in the middle; whoever is invited, from the link of the SMS on; an agent named and dismissed, the power of attorney
 * beside the identity; a panel with people's assessors in its room. Each page in both languages and by axe.
 * KAITING_PICTURES=FOLDER keeps a picture of each.
 */
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { until, Person, type Named } from '#e2e/court/person.ts';
import { takeSeat } from '#e2e/court/seat.ts';
import { accept, consent, exchangeEvidence, everybodyPresent, file, fixedVersion, move, openRoom, prepare, readDiscipline, schedule, signTask, staffNamed, write, type People, type Walk } from '#e2e/court/story.ts';
import { drawName } from '#e2e/demo/party.ts';
import { AtWork, enterRoom, headed, inRoom, nothingWrong, pdf, taskFor } from '#e2e/pages/at-work.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { words, type Viewer } from '#e2e/pages/viewer.ts';
import { demonstrationPersons } from '#adapters/identity/demonstration-persons.ts';
import { groundWords } from '#domain/court/recusal.ts';
import { agentKindWords } from '#domain/filing/kinds.ts';
import { roleWords, type InvitedRole } from '#domain/people/roles.ts';

jest.setTimeout(600_000);

const said = {
  relation: '审判长是对方代理人的同学', again: '补充提交合影照片', illness: '住院治疗，需休养一个月', transfer: '调离审判岗位', invited: '了解交货经过', dismissal: '另行委托律师',
  rejected: '同学关系不足以影响公正审理', sustained: '经复议，足以影响公正审理', replaced: '情况属实，予以更换', checked: '授权委托书、律师执业证', other: '当时不在现场', away: '已安排出差，开庭期间不在本地', relative: '被告是我的表兄', nobody: '名单上没有可以递补的人民陪审员', question: '现在开庭。',
};
const casePeople = words.zh.casePeople;

let work: AtWork;
let walk: Walk;
const officer = (username: string) => Person.staff(work.baseUrl, username);
const named = (name: string): Named => demonstrationPersons.find((one) => one.name === name)!;

beforeAll(async () => {
  work = await AtWork.start();
  asWritten(...Object.values(said), '授权委托书.pdf', '（您）');
  walk = await accept(work.people, await file(work.people));
  await consent(walk);
});
afterEach(() => work.leaveDesks());
afterAll(() => work?.stop());

const peoplePage = (viewer: Viewer, name: string) => viewer.visit(`/my/cases/${walk.caseId}/people`, name, ({ casePeople: { title } }) => title);
const card = (viewer: Viewer, heading: string) => viewer.page.locator('section.card').filter({ has: viewer.page.getByRole('heading', { name: heading, exact: true }) });
const panel = (viewer: Viewer, heading: string) => viewer.page.locator('details.people-form').filter({ hasText: heading });
const bench = async () => (await work.people.manager.case(walk.caseId)).bench;

async function applyOnPhone(viewer: Viewer, of: string, reason: string): Promise<void> {
  const form = card(viewer, casePeople.recusal.heading);
  await form.getByRole('radio', { name: new RegExp(`^${of}`) }).check();
  await form.getByRole('radio', { name: groundWords.otherRelation.zh }).check();
  await form.getByLabel(casePeople.recusal.reason).fill(reason);
  await form.getByRole('button', { name: casePeople.recusal.send }).click();
  await form.getByText(casePeople.recusal.sent).waitFor();
}

test('a party applies for the judge’s recusal; rejected, then asked again, and the one who follows takes the case (CPL-47 to CPL-50)', async () => {
  const { caseId, plaintiff, judge, clerk } = walk;
  const before = await bench();
  const of = before.presidingJudge?.name ?? '';
  const phone = await work.at('phone', plaintiff);
  await peoplePage(phone, 'my-people');
  await card(phone, casePeople.recusal.heading).getByRole('button', { name: casePeople.recusal.send }).click();
  await phone.look('my-people-missing', ({ casePeople: { recusal } }, page) => page.getByText(recusal.choose));
  await applyOnPhone(phone, of, said.relation);
  await phone.look('my-people-asked', ({ casePeople: { recusal } }, page) => page.locator('[data-recusal]').getByText(recusal.state.open));
  const clerksDesk = await work.desk(clerk);
  await clerksDesk.visit(`/desk/cases/${caseId}`, 'case-recusal-asked', ({ casePeople: { recusal } }, page) => page.getByText(recusal.state.open));
  // The judge stands aside meanwhile: what the judge sees, and why nothing can be answered.
  await (await work.desk(judge)).visit(`/desk/cases/${caseId}`, 'case-recusal-judge', ({ casePeople: { recusal } }, page) => page.getByText(recusal.state.open));

  const chief = await officer('chief');
  await work.answer(chief, caseId, 'decide-recusal', { choose: { decision: 'reject' }, fill: { reason: said.rejected }, emptyFirst: true });
  await phone.look('my-people-rejected', ({ casePeople: { recusal } }, page) => page.getByText(recusal.reconsider));
  await applyOnPhone(phone, of, said.again);
  await phone.look('my-people-again', ({ casePeople: { recusal } }, page) => page.locator('[data-recusal]').getByText(recusal.again).first());
  await work.answer(chief, caseId, 'decide-recusal', { choose: { decision: 'sustain' }, fill: { reason: said.sustained }, name: 'decide-recusal-again' });
  const now = await until('another judge', async () => { const { presidingJudge } = await bench(); return presidingJudge && presidingJudge.name !== of ? presidingJudge : undefined; });
  walk = { ...walk, judge: await staffNamed(work.baseUrl, now.name) };
  await phone.look('my-people-sustained', ({ casePeople: { recusal } }, page) => page.getByText(recusal.state.sustained));
  await phone.visit(`/my/cases/${caseId}`, 'my-case-another-judge', (_words, page) => page.getByText(now.name).first());
  await (await work.desk(walk.judge)).visit(`/desk/cases/${caseId}`, 'case-recusal-sustained', ({ casePeople: { recusal } }, page) => page.getByText(recusal.state.sustained).first());
  const former = await work.desk(judge);
  await former.visit(`/desk/cases/${caseId}`, 'case-not-mine', (_words, page) => page.getByRole('heading', { level: 1 }));
  await phone.leave();
  nothingWrong();
});

test('the clerk asks to be replaced, then the judge is replaced: the division head decides, the parties are told (CPL-44, CPL-131)', async () => {
  const { caseId } = walk;
  const head = await officer('head');
  const before = await bench();
  const ask = async (who: Person, of: string, reason: string, name: string) => {
    const viewer = await work.desk(who);
    await viewer.page.goto(`/desk/cases/${caseId}`);
    const form = panel(viewer, casePeople.replacement.heading);
    await form.locator('summary').click();
    await form.getByLabel(casePeople.replacement.of).click();
    await viewer.page.getByTitle(new RegExp(`^${of} ·`)).last().click();
    await form.getByLabel(casePeople.replacement.reason).fill(reason);
    await viewer.look(`case-replacement-${name}`, ({ casePeople: { replacement } }, page) => page.getByRole('button', { name: replacement.send }));
    await form.getByRole('button', { name: casePeople.replacement.send }).click();
    await viewer.look(`case-replacement-${name}-sent`, ({ casePeople: { replacement } }, page) => page.getByText(replacement.sent));
  };
  await ask(walk.clerk, before.clerk?.name ?? '', said.illness, 'clerk');
  await work.answer(head, caseId, 'decide-replacement', { choose: { decision: 'replace' }, fill: { reason: said.replaced } });
  const clerk = await until('another clerk', async () => { const now = (await bench()).clerk; return now && now.name !== before.clerk?.name ? now : undefined; });
  walk = { ...walk, clerk: await staffNamed(work.baseUrl, clerk.name) };
  const { messages } = await work.people.plaintiff.get<{ messages: { text: string }[] }>('/api/demonstration/outbox?phone=13800000001');
  expect(messages.some(({ text }) => text.includes(`书记员由${before.clerk?.name}变更为${clerk.name}`))).toBe(true);
  // What was refused stays as it was.
  await ask(walk.clerk, before.presidingJudge?.name ?? '', said.transfer, 'judge');
  await work.answer(head, caseId, 'decide-replacement', { choose: { decision: 'keep' }, fill: { reason: said.rejected }, name: 'decide-replacement-judge' });
  expect((await bench()).presidingJudge?.name).toBe(before.presidingJudge?.name);
  await (await work.desk(walk.clerk)).visit(`/desk/cases/${caseId}`, 'case-replaced', (_words, page) => page.getByText(clerk.name).first());
  nothingWrong();
});

test('a prosecutor, a defender, a witness and an interpreter are invited; each follows the link of the SMS on a phone (G3, CPL-75)', async () => {
  const { caseId, clerk } = walk;
  const desk = await work.desk(clerk);
  await desk.page.goto(`/desk/cases/${caseId}`);
  const form = panel(desk, casePeople.invitation.heading);
  await form.locator('summary').click();
  const invite = async (role: InvitedRole, one: Named) => {
    await form.getByLabel(casePeople.invitation.role, { exact: true }).click();
    await desk.page.locator('.ant-select-dropdown').getByTitle(roleWords[role].zh, { exact: true }).click();
    for (const [field, text] of Object.entries({ name: one.name, identityNumber: one.identityNumber, phone: one.phone, reason: said.invited })) {
      await form.getByLabel(casePeople.invitation[field as 'name'], { exact: true }).fill(text);
    }
    await form.getByRole('button', { name: casePeople.invitation.send }).click();
  };
  asWritten('410603198802165057');
  await invite('witness', { ...named('孙七'), identityNumber: '410603198802165057' });
  await desk.look('case-invite-wrong', (_words, page) => page.locator('.field-wrong').first());

  const guests: [InvitedRole, string][] = [['witness', '孙七'], ['interpreter', '周八'], ['defender', '王五'], ['prosecutor', '赵六']];
  for (const [role, name] of guests) {
    const guest = named(name);
    await invite(role, guest);
    await form.getByText(casePeople.invitation.sent).waitFor();
    const link = await until('the SMS', async () => {
      const { messages } = await work.people.plaintiff.get<{ messages: { text: string }[] }>(`/api/demonstration/outbox?phone=${guest.phone}`);
      return messages.map(({ text }) => /请登录(\S+?)完成/.exec(text)?.[1]).find(Boolean);
    });
    const address = new URL(link).pathname;
    if (role === 'witness') {
      const stranger = await work.at('phone');
      await stranger.visit(address, 'invited-sign-in', ({ party }) => party.signIn.title);
      await stranger.leave();
    }
    const person = await Person.party(work.baseUrl, guest);
    const phone = await work.at('phone', person);
    await phone.visit(address, `invited-${role}`, headed('accept-invitation'));
    if (role === 'defender') await work.answerOn(phone, person, caseId, 'accept-invitation', { choose: { decision: 'decline' }, fill: { reason: said.other }, name: 'decline-invitation' });
    else await work.answerOn(phone, person, caseId, 'accept-invitation', { choose: { decision: 'accept' }, tick: ['understood'], name: `accept-invitation-${role}`, ...(role === 'witness' ? { emptyFirst: true as const } : {}) });
    if (role !== 'defender') {
      await until(`${name} takes part`, async () => (await clerk.case(caseId)).participants.some((one) => one.name === name));
      await phone.visit(`/my/cases/${caseId}`, `my-case-${role}`, ({ party }, page) => page.getByText(party.case.parties));
    }
    await phone.leave();
  }
  await desk.look('case-invited', ({ casePeople: { invitation } }, page) => page.getByText(invitation.state.declined));
  nothingWrong();
});

test('a party names an agent with a power of attorney, which lies beside the identity; then ends the authority (CPL-62, CPL-63, G5)', async () => {
  const { caseId, defendant } = walk;
  const who = named('王五');
  const phone = await work.at('phone', defendant);
  await peoplePage(phone, 'my-people-agents');
  const form = card(phone, casePeople.agent.appoint);
  await form.getByRole('button', { name: casePeople.agent.send, exact: true }).click();
  await phone.look('my-people-agent-missing', ({ casePeople: { agent: said_ } }, page) => page.getByText(said_.missing));
  await form.locator('[name="name"]').fill(who.name);
  await form.locator('[name="identityNumber"]').fill(who.identityNumber);
  await form.locator('[name="phone"]').fill(who.phone);
  await form.getByRole('radio', { name: agentKindWords.lawyer.zh }).check();
  await form.locator('input[type=file]').setInputFiles(pdf('授权委托书.pdf'));
  await form.getByText(words.zh.party.files.sent).waitFor();
  await phone.look('my-people-agent-filled', ({ casePeople: { title } }) => title);
  await form.getByRole('button', { name: casePeople.agent.send, exact: true }).click();
  await phone.look('my-people-agent-sent', ({ casePeople: { agent: sent } }, page) => page.getByText(sent.sent));
  await work.answer(walk.clerk, caseId, 'verify-representative', { choose: { decision: 'verified', authority: 'specialAuthority' }, fill: { checked: said.checked }, emptyFirst: true });
  await until('the agent acts', async () => (await walk.clerk.case(caseId)).participants.some(({ name, role }) => name === who.name && role === 'agent'));
  await peoplePage(phone, 'my-people-with-agent');

  const person = await Person.party(work.baseUrl, who);
  const agents = await work.at('phone', person);
  await agents.visit('/my', 'my-home-agent', (_words, page) => page.getByText('买卖合同纠纷').first());
  await agents.visit(`/my/cases/${caseId}`, 'my-case-agent', ({ party }, page) => page.getByText(party.case.parties));
  await agents.leave();

  // The list was open when the agent came; the opinions are asked of the agent.
  await exchangeEvidence(walk, person);
  const hearing = await schedule(walk);
  const { participants } = await walk.clerk.case(caseId);
  const { participantId } = participants.find(({ name, role }) => name === who.name && role === 'agent')!;
  const others = participants.filter((one) => one.participantId !== participantId && ['plaintiff', 'defendant'].includes(one.role));
  const desk = await work.desk(walk.clerk);
  await desk.page.goto(`/desk/tasks/${await taskFor(walk.clerk, caseId, 'verify-identity', { participantId })}`);
  await desk.page.locator('iframe.material-preview').waitFor();
  await desk.page.locator('fieldset.decision label').first().click();
  for (const { name } of others) await desk.page.locator('fieldset.opinion').filter({ hasText: name }).locator('label').first().click();
  await desk.look('task-verify-identity-agent', headed('verify-identity'));
  expect(hearing.hearingId).toBeTruthy();

  const dismiss = card(phone, casePeople.agent.dismiss);
  await phone.page.goto(`/my/cases/${caseId}/people`);
  await dismiss.getByRole('button', { name: casePeople.agent.dismissSend }).click();
  await phone.look('my-people-dismiss-missing', ({ casePeople: { agent: said_ } }, page) => page.getByText(said_.dismissMissing));
  await dismiss.getByRole('radio', { name: who.name }).check();
  await dismiss.getByLabel(casePeople.agent.dismissReason).fill(said.dismissal);
  await dismiss.getByRole('button', { name: casePeople.agent.dismissSend }).click();
  await phone.look('my-people-dismissed', ({ casePeople: { agent: sent } }, page) => page.getByText(sent.sent));
  await work.answer(walk.clerk, caseId, 'verify-representative', { choose: { decision: 'verified' }, fill: { checked: said.checked }, name: 'verify-dismissal' });
  await until('the agent is gone', async () => (await walk.clerk.case(caseId)).participants.every(({ name, role, left }) => name !== who.name || role !== 'agent' || left));
  await phone.visit(`/my/cases/${caseId}`, 'my-case-agent-gone', ({ party }, page) => page.getByText(party.case.parties));
  await phone.leave();
  nothingWrong();
});

/**
 * PAL-19, PAI-3: of the two who were drawn one cannot take part, the next one names a ground of recusal, and nobody is left of the
 * three on the list: the division head lets a judge complete the panel. The other one accepts.
 */
async function answerInvitations(people: People, caseId: string): Promise<void> {
  const panelNow = async () => (await people.manager.case(caseId)).bench.panel;
  const invited = async (name: string) => until(`${name} is invited`, async () => (await panelNow()).find((one) => one.name === name && one.answered === 'invited'));
  const [first, second] = await panelNow();
  const declining = await staffNamed(people.baseUrl, first?.name);
  const desk = await work.desk(declining);
  await desk.visit('/desk', 'queue-invited-assessor', (_words, page) => page.locator('tbody tr').first());
  await desk.visit(`/desk/cases/${caseId}`, 'case-invited-assessor', (_words, page) => page.getByRole('heading', { level: 1 }));
  await work.answer(declining, caseId, 'answer-assessor-invitation', { choose: { decision: 'decline' }, fill: { reason: said.away }, name: 'assessor-declines', emptyFirst: true });
  const next = await until('the next one is drawn', async () => (await panelNow()).find(({ name }) => name !== first?.name && name !== second?.name));
  await invited(next.name);
  await (await staffNamed(people.baseUrl, next.name)).complete(caseId, 'answer-assessor-invitation', { decision: 'recuse', ground: 'closeRelative', reason: said.relative });
  const head = await officer('head');
  await work.answer(head, caseId, 'fill-assessor-seat', { choose: { decision: 'judge' }, fill: { reason: said.nobody } });
  await until('a judge completes the panel', async () => (await panelNow()).some(({ assessor }) => !assessor));
  await (await work.desk(people.manager)).visit(`/desk/cases/${caseId}`, 'case-assessor-awaited', ({ casePeople: { assessor } }, page) => page.getByText(assessor.state.invited));
  const accepting = await staffNamed(people.baseUrl, second?.name);
  await work.answer(accepting, caseId, 'answer-assessor-invitation', { choose: { decision: 'accept' }, tick: ['noGround'], name: 'assessor-accepts', emptyFirst: true });
  await until('accepted', async () => (await panelNow()).some(({ answered }) => answered === 'accepted'));
}

test('a panel with people’s assessors: chosen at acceptance, drawn and asked, in its room, at its signature (CPL-40, PAL-19, G7, G9)', async () => {
  const caseId = await file(work.people);
  const filing = await work.desk(work.people.filingClerk);
  await filing.page.goto(`/desk/tasks/${await taskFor(work.people.filingClerk, caseId, 'review-filing')}`);
  await filing.page.locator('fieldset.decision label').first().click();
  await filing.page.locator('#field-procedure label').filter({ hasText: words.zh.tasks.options.ordinary }).click();
  await filing.page.locator('#field-composition label').filter({ hasText: words.zh.tasks.options.panelWithAssessors }).click();
  await filing.look('task-review-filing-panel', headed('review-filing'));
  walk = await accept(work.people, caseId, { procedure: 'ordinary', composition: 'panelWithAssessors' }, answerInvitations);
  await consent(walk);
  await exchangeEvidence(walk);
  const { clerk, judge, plaintiff, defendant } = walk;
  const { panel: members } = await bench();
  expect(members.some(({ assessor }) => assessor)).toBe(true);
  const sitting = await Promise.all(members.map(({ name }) => staffNamed(work.baseUrl, name)));
  await (await work.desk(judge)).visit(`/desk/cases/${caseId}`, 'case-panel', (_words, page, language) => page.getByText(roleWords.peoplesAssessor[language]).first());
  const hearing = await schedule(walk);
  await prepare(walk, hearing.hearingId);
  const assessor = sitting[members.findIndex((member) => member.assessor)]!;
  const atAssessor = await work.desk(assessor);
  await atAssessor.visit('/desk', 'queue-assessor', (_words, page) => page.getByRole('heading', { level: 1 }));
  await atAssessor.visit(`/desk/cases/${caseId}`, 'case-assessor', ({ cases }, page) => page.getByRole('heading', { name: cases.hearings }));
  await openRoom(walk, hearing, 4 + sitting.length);
  const phone = await work.at('phone', plaintiff);
  for (const viewer of [atAssessor, phone]) await enterRoom(viewer, hearing.hearingId);
  const seats = [];
  for (const person of [judge, clerk, defendant, ...sitting.filter((one) => one !== assessor)]) seats.push(await takeSeat(person, hearing.hearingId));
  await everybodyPresent(clerk, hearing.hearingId);
  await readDiscipline(walk, hearing.hearingId, [plaintiff, defendant]);
  await move(judge, hearing.hearingId, 'open');
  await write(clerk, hearing.hearingId, 1, '审判长', said.question);
  await atAssessor.look('room-assessor', inRoom);
  await phone.look('room-panel', inRoom);
  for (const step of ['begin-evidence', 'begin-debate', 'begin-final-statements', 'close']) await move(judge, hearing.hearingId, step);
  for (const seat of seats) await seat.leave();
  await clerk.complete(caseId, 'finish-transcript', { finished: true });
  const { sha256 } = await fixedVersion(walk, hearing.hearingId);
  // The participants first, then the clerk, then the panel (G9).
  for (const [person, { phone: number }] of [[plaintiff, named('张三')], [defendant, named('李四')]] as const) {
    const { taskId: mine } = await person.awaitTask(caseId, 'sign-transcript');
    await person.post(`/api/tasks/${mine}/signing-code`, { taskId: mine });
    await signTask(person, mine, sha256, await person.codeSentTo(number));
  }
  const clerks = await until('the clerk signs', async () => (await clerk.tasks(caseId)).find((task) => task.kind === 'sign-transcript' && task.mine));
  await signTask(clerk, clerks.taskId, sha256, 'kaiting-demo');
  const { taskId } = await until('the assessor signs', async () => (await assessor.tasks(caseId)).find((task) => task.kind === 'sign-transcript' && task.mine));
  await atAssessor.visit(`/sign/${taskId}`, 'signing-assessor', ({ signing }, page) => page.getByText(signing.verified));
  const { page } = atAssessor;
  const { signing } = words.zh;
  await page.getByRole('checkbox', { name: new RegExp(`^${signing.read}`) }).check();
  await page.getByRole('button', { name: signing.sign, exact: true }).click();
  await atAssessor.look('signing-assessor-missing', ({ signing: said_ }, of) => of.getByText(said_.drawFirst));
  await drawName(page);
  await page.locator('input[type=password]').fill('kaiting-demo');
  await page.getByRole('button', { name: signing.sign, exact: true }).click();
  await atAssessor.look('signing-assessor-done', ({ signing: { done } }, of) => of.getByText(done, { exact: true }));
  expect((await assessor.get<{ state: string }>(`/api/tasks/${taskId}`)).state).toBe('completed');
  await phone.leave();
  nothingWrong();
});

opensWhatItSays('bench-pages');
