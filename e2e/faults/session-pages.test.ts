/**
 * What comes of each kind of session, in real browsers (G1): a mediation whose agreement all sign, a judgment pronounced and served,
 * documents served with receipts, one refused and left behind, the issues after an exchange of evidence, a hearing of the parties, and
 * a person questioned in custody with the place of detention as participant. The room at the desk and on a phone, then each page of
 * what follows, in both languages and by axe. KAITING_PICTURES=FOLDER keeps a picture of each.
 */
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { until, Person, type Named } from '#e2e/court/person.ts';
import { takeSeat } from '#e2e/court/seat.ts';
import { accept, consent, defendant, everybodyPresent, exchangeEvidence, file, filingOf, fixedVersion, move, openRoom, plaintiff, prepare, readDiscipline, schedule, sign, signTask, write, type Scheduled, type Walk } from '#e2e/court/story.ts';
import { codeFrom, messagesTo } from '#e2e/demo/outbox.ts';
import { drawName } from '#e2e/demo/party.ts';
import { AtWork, enterRoom, headed, inRoom, nothingWrong, taskFor } from '#e2e/pages/at-work.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { words, type Viewer } from '#e2e/pages/viewer.ts';
import { demonstrationPersons } from '#adapters/identity/demonstration-persons.ts';
import { sessionWords } from '#domain/case/session-words.ts';
import type { SessionKind } from '#domain/case/types.ts';
import { sessionDocumentWords } from '#domain/hearing/sessions/outcome-words.ts';
import { agenda } from '#domain/hearing/agenda.ts';
import { roleWords } from '#domain/people/roles.ts';

jest.setTimeout(900_000);

const said = {
  terms: '一、被告于2026年12月31日前给付货款三万元；\n二、原告放弃其他诉讼请求。', paperAt: '河南省鹤壁市某路一号', refusedIt: '对判决不服，不签收', left: '邀请社区工作人员到场见证，留置于住所',
  witnessed: '社区工作人员李某', posted: '邮政特快专递已签收', agreed: '双方签订合同、已交货', disputed: '货款数额', findings: '双方签订买卖合同，被告未付款。', operative: '被告于本判决生效后十日内支付货款五万元。',
  appeal: '如不服本判决，可在判决书送达之日起十五日内向中级人民法院上诉。', question: '现在开始。', held: '被告人羁押于看守所', served: '传票.pdf', title: '开庭传票', detained: '某某看守所',
};
const casePeople = words.zh.casePeople;
let work: AtWork;
beforeAll(async () => {
  work = await AtWork.start();
  asWritten(...Object.values(said), ...Object.values(sessionDocumentWords).map(({ zh }) => zh), '合同.pdf', '起诉状.pdf');
});
afterEach(() => work.leaveDesks());
afterAll(() => work?.stop());

interface Guest { person: Person; named: Named }

/** A case with its evidence exchanged. */
async function exchanged(): Promise<Walk> {
  const walk = await accept(work.people, await file(work.people));
  await consent(walk);
  await exchangeEvidence(walk);
  return walk;
}

/** From the schedule to the signed transcript; the plaintiff on a phone, the judge at the desk, everybody else in a seat. */
async function sat(walk: Walk, kind: SessionKind, guests: readonly Guest[] = []): Promise<{ hearing: Scheduled; phone: Viewer }> {
  const others = guests.map(({ person }) => person);
  const hearing = await schedule(walk, kind);
  await prepare(walk, hearing.hearingId, others);
  const phone = await work.at('phone', walk.plaintiff);
  await phone.visit(`/my/cases/${walk.caseId}`, `my-case-${kind}`, (_words, page, language) => page.getByText(sessionWords[kind][language]).first());
  await held(walk, kind, hearing, phone, others);
  await sign(walk, hearing.hearingId, { next: 'anotherSession', also: guests.map(({ person, named }) => [person, named] as const) });
  return { hearing, phone };
}

async function held(walk: Walk, kind: SessionKind, hearing: Scheduled, phone: Viewer, others: readonly Person[]): Promise<void> {
  const { clerk, judge } = walk;
  const { hearingId } = hearing;
  await openRoom(walk, hearing, 4 + others.length);
  await phone.visit(`/room/${hearingId}`, `lobby-${kind}`, ({ room: { lobby } }, page) => page.getByRole('button', { name: lobby.enter, exact: true }));
  const desk = await work.desk(judge);
  for (const viewer of [desk, phone]) await enterRoom(viewer, hearingId);
  const seats = await Promise.all([clerk, walk.defendant, ...others].map((person) => takeSeat(person, hearingId)));
  await everybodyPresent(clerk, hearingId);
  await readDiscipline(walk, hearingId, [walk.plaintiff, walk.defendant, ...others]);
  await move(judge, hearingId, 'open');
  await write(clerk, hearingId, 1, '审判长', said.question);
  for (const { phase } of agenda(kind).slice(1)) {
    const name = phase === 'finalStatements' ? 'final-statements' : phase;
    await move(clerk, hearingId, `begin-${name}`);
    await desk.look(`room-${kind}-${name}`, inRoom);
    await phone.look(`room-${kind}-${name}`, inRoom);
  }
  await move(judge, hearingId, 'close');
  await phone.look(`room-${kind}-over`, ({ room: { ended } }, page) => page.getByText(ended.heading));
  for (const seat of seats) await seat.leave();
}

const documentsOf = async (who: Person, caseId: string, purpose: string) => (await who.case(caseId)).documents.filter((one) => one.purpose === purpose);
async function isPdf(who: Person, caseId: string, purpose: string, count: number): Promise<void> {
  const documents = await until(`${count} of ${purpose}`, async () => { const found = await documentsOf(who, caseId, purpose); return found.length >= count ? found : undefined; }, 120_000);
  for (const { fileId } of documents) expect((await who.download(fileId)).subarray(0, 5).toString()).toBe('%PDF-');
}

test('a mediation ends in an agreement that all sign; confirmed, served and signed for, it settles the case (CPL-99 to CPL-102)', async () => {
  const walk = await exchanged();
  const { caseId, clerk, judge } = walk;
  const scheduling = await work.desk(clerk);
  await scheduling.page.goto(`/desk/tasks/${await taskFor(clerk, caseId, 'schedule-hearing')}`);
  await scheduling.page.locator('fieldset.decision label').first().click();
  await scheduling.page.locator('#field-kind').click();
  await scheduling.page.getByTitle(sessionWords.mediation.zh, { exact: true }).last().click();
  await scheduling.look('task-schedule-mediation', headed('schedule-hearing'));
  const { phone } = await sat(walk, 'mediation');
  await work.answer(clerk, caseId, 'write-mediation-agreement', { choose: { decision: 'reached', form: 'mediationDocument' }, fill: { terms: said.terms }, emptyFirst: true });

  const mine = await walk.plaintiff.awaitTask(caseId, 'sign-mediation-agreement');
  await phone.visit(`/my/cases/${caseId}`, 'my-case-agreement-to-sign', ({ party }, page) => page.getByText(party.case.waiting));
  await phone.visit(`/sign/${mine.taskId}`, 'sign-agreement', ({ signing }, page) => page.getByText(signing.verified));
  const { signing } = words.zh;
  await phone.page.getByRole('button', { name: signing.sign, exact: true }).click();
  await phone.look('sign-agreement-missing', ({ signing: said_ }, page) => page.getByText(said_.drawFirst));
  await phone.page.getByRole('checkbox', { name: new RegExp(`^${signing.agreement.read}`) }).check();
  await drawName(phone.page);
  const before = await messagesTo(work.baseUrl, plaintiff.phone);
  await phone.page.getByRole('button', { name: signing.send, exact: true }).click();
  await phone.page.getByLabel(signing.code).fill(await codeFrom(work.baseUrl, plaintiff.phone, before));
  await phone.page.getByRole('button', { name: signing.sign, exact: true }).click();
  await phone.look('sign-agreement-done', ({ signing: { done } }, page) => page.getByText(done, { exact: true }));
  const pc = await work.at('pc', walk.defendant);
  const theirs = await walk.defendant.awaitTask(caseId, 'sign-mediation-agreement');
  await pc.visit(`/sign/${theirs.taskId}`, 'sign-agreement', ({ signing: said_ }, page) => page.getByText(said_.verified));
  await pc.page.getByRole('button', { name: signing.refuse, exact: true }).click();
  await pc.look('sign-agreement-refuse', ({ signing: { refuseHeading } }, page) => page.getByRole('region', { name: refuseHeading }));
  await pc.leave();
  const { facts } = await walk.defendant.get<{ facts: { sha256: string } }>(`/api/tasks/${theirs.taskId}`);
  await walk.defendant.post(`/api/tasks/${theirs.taskId}/signing-code`, { taskId: theirs.taskId });
  await signTask(walk.defendant, theirs.taskId, facts.sha256, await walk.defendant.codeSentTo(defendant.phone));

  await work.answer(judge, caseId, 'confirm-mediation-agreement', { choose: { decision: 'confirm' } });
  await work.answerOn(phone, walk.plaintiff, caseId, 'receive-document', { choose: { answer: 'received' }, name: 'receive-mediation-document' });
  await walk.defendant.complete(caseId, 'receive-document', { answer: 'received' });
  await until('settled', async () => (await walk.plaintiff.case(caseId)).closed?.how === 'settled' || (await clerk.case(caseId)).standing.stage === 'archiving', 120_000);
  await isPdf(walk.plaintiff, caseId, 'session-document', 1);
  await isPdf(clerk, caseId, 'service-receipt', 2);
  await phone.visit(`/my/cases/${caseId}`, 'my-case-mediated', ({ party }, page) => page.getByText(party.case.documents));
  await (await work.desk(clerk)).visit(`/desk/cases/${caseId}`, 'case-mediated', ({ cases }, page) => page.getByRole('heading', { name: cases.documents }));
  await phone.leave();
  nothingWrong();
});

test('a judgment is pronounced, handed in and served: signed for on a phone, refused by the other and left behind (CPL-151, CPL-87, CPL-89)', async () => {
  const walk = await exchanged();
  const { caseId, clerk, judge } = walk;
  const { phone } = await sat(walk, 'pronouncement');
  const { findings, operative, appeal } = said;
  await work.answer(judge, caseId, 'enter-judgment', { fill: { findings, operative, appeal }, emptyFirst: true });
  await work.answerOn(phone, walk.plaintiff, caseId, 'receive-document', { choose: { answer: 'received' }, emptyFirst: true, name: 'receive-judgment' });
  const other = await work.at('phone', walk.defendant);
  await work.answerOn(other, walk.defendant, caseId, 'receive-document', { choose: { answer: 'refuse' }, fill: { reason: said.refusedIt }, name: 'refuse-judgment' });
  await work.answer(clerk, caseId, 'record-service', { choose: { result: 'served', how: 'leftBehind' }, fill: { servedOn: await today(walk), receivedBy: said.witnessed, circumstances: said.left }, emptyFirst: true });
  await isPdf(clerk, caseId, 'service-receipt', 2);
  for (const viewer of [phone, other]) await viewer.visit(`/my/cases/${caseId}`, viewer === phone ? 'my-case-judgment' : 'my-case-judgment-refused', ({ party }, page) => page.getByText(party.case.documents));
  await (await work.desk(judge)).visit(`/desk/cases/${caseId}`, 'case-judgment', ({ cases }, page) => page.getByRole('heading', { name: cases.documents }));
  await Promise.all([phone, other].map((viewer) => viewer.leave()));
  nothingWrong();
});

/** The day in Shanghai by the court's clock. */
const today = async ({ clerk }: Walk) => new Date(Date.parse((await clerk.get<{ clock: { now: string } }>('/api/court')).clock.now) + 8 * 3_600_000).toISOString().slice(0, 10);

test('a service: the document is put on file, one wants it on paper, the other signs for it (CPL-87, CPL-90)', async () => {
  const walk = await exchanged();
  const { caseId, clerk } = walk;
  const { phone } = await sat(walk, 'service');
  await work.answer(clerk, caseId, 'list-document-to-serve', { fill: { title: said.title }, attach: { fileId: said.served } });
  await work.answerOn(phone, walk.plaintiff, caseId, 'receive-document', { choose: { answer: 'paper' }, fill: { address: said.paperAt }, name: 'receive-on-paper' });
  await walk.defendant.complete(caseId, 'receive-document', { answer: 'received' });
  await work.answer(clerk, caseId, 'record-service', { choose: { result: 'served', how: 'byPost' }, fill: { servedOn: await today(walk), receivedBy: plaintiff.name, circumstances: said.posted }, name: 'record-service-by-post' });
  await isPdf(clerk, caseId, 'service-receipt', 2);
  await phone.visit(`/my/cases/${caseId}`, 'my-case-served', ({ party }, page) => page.getByText(party.case.documents));
  await phone.leave();
  nothingWrong();
});

test('after an exchange of evidence the judge puts the issues on record, and the parties read them (CPL-136); then a hearing of the parties', async () => {
  const walk = await exchanged();
  const { caseId, judge, clerk } = walk;
  const first = await sat(walk, 'evidenceExchange');
  await work.answer(judge, caseId, 'settle-issues', { fill: { agreed: said.agreed, disputed: said.disputed } });
  await isPdf(walk.plaintiff, caseId, 'session-document', 1);
  await first.phone.leave();
  const second = await sat(walk, 'publicHearing');
  await second.phone.visit(`/my/cases/${caseId}`, 'my-case-two-sessions', ({ party }, page) => page.getByText(party.case.documents));
  await (await work.desk(clerk)).visit(`/desk/cases/${caseId}`, 'case-two-sessions', ({ cases }, page) => page.getByRole('heading', { name: cases.hearings }));
  await second.phone.leave();
  nothingWrong();
});

test('a person in custody is questioned where they are held: the place of detention is invited and takes part (ONL-37)', async () => {
  const filing = { ...await filingOf(work.people.plaintiff), caseType: 'criminal', causeOfAction: '侮辱罪', prosecutionGround: 'onComplaintOnly' };
  asWritten('侮辱罪');
  const { caseId } = await work.people.plaintiff.post<{ caseId: string }>('/api/cases', filing);
  const walk = await accept(work.people, caseId, { procedure: 'simple', composition: 'soleJudge' });
  await consent(walk);
  await exchangeEvidence(walk);
  const { clerk } = walk;
  const scheduling = await work.desk(clerk);
  const task = await taskFor(clerk, caseId, 'schedule-hearing');
  await scheduling.page.goto(`/desk/tasks/${task}`);
  await scheduling.page.locator('fieldset.decision label').first().click();
  await scheduling.page.locator('#field-kind').click();
  await scheduling.page.getByTitle(sessionWords.custodyQuestioning.zh, { exact: true }).last().click();
  await scheduling.page.getByRole('group', { name: words.zh.staff.slots.title }).locator('ul button').first().click();
  await scheduling.page.getByRole('button', { name: new RegExp(`^${words.zh.tasks.form.submit}`) }).click();
  await scheduling.look('task-schedule-custody-refused', (_words, page) => page.getByText(/羁押场所|lace of detention/).first());

  const held_ = demonstrationPersons.find(({ name }) => name === '孙七')!;
  const desk = await work.desk(clerk);
  await desk.page.goto(`/desk/cases/${caseId}`);
  const form = desk.page.locator('details.people-form').filter({ hasText: casePeople.invitation.heading });
  await form.locator('summary').click();
  await form.getByLabel(casePeople.invitation.role, { exact: true }).click();
  await desk.page.locator('.ant-select-dropdown').getByTitle(roleWords.detentionPlace.zh, { exact: true }).click();
  for (const [field, text] of Object.entries({ name: held_.name, identityNumber: held_.identityNumber, phone: held_.phone, reason: said.held })) await form.getByLabel(casePeople.invitation[field as 'name'], { exact: true }).fill(text);
  await desk.look('case-invite-detention', ({ casePeople: { invitation } }, page) => page.getByRole('button', { name: invitation.send }));
  await form.getByRole('button', { name: casePeople.invitation.send }).click();
  const officer = await Person.party(work.baseUrl, held_);
  const officers = await work.at('phone', officer);
  await work.answerOn(officers, officer, caseId, 'accept-invitation', { choose: { decision: 'accept' }, tick: ['understood'], name: 'accept-invitation-detention' });
  await until('the place of detention takes part', async () => (await clerk.case(caseId)).participants.some(({ role }) => role === 'detentionPlace'));
  await officers.visit(`/my/cases/${caseId}`, 'my-case-detention', ({ party }, page) => page.getByText(party.case.parties));

  const hearing = await schedule(walk, 'custodyQuestioning');
  await prepare(walk, hearing.hearingId, [officer]);
  await openRoom(walk, hearing, 5);
  const atJudge = await work.desk(walk.judge);
  for (const viewer of [atJudge, officers]) await enterRoom(viewer, hearing.hearingId);
  const seats = await Promise.all([clerk, walk.plaintiff, walk.defendant].map((person) => takeSeat(person, hearing.hearingId)));
  await everybodyPresent(clerk, hearing.hearingId);
  await readDiscipline(walk, hearing.hearingId, [walk.plaintiff, walk.defendant, officer]);
  await move(walk.judge, hearing.hearingId, 'open');
  await write(clerk, hearing.hearingId, 1, '审判员', said.question);
  await move(walk.judge, hearing.hearingId, 'begin-questions');
  await atJudge.look('room-custody', inRoom);
  await officers.look('room-custody', inRoom);
  await officers.page.locator('[data-tab="people"]').click();
  await officers.look('room-custody-people', inRoom);
  await move(walk.judge, hearing.hearingId, 'close');
  for (const seat of seats) await seat.leave();
  await clerk.complete(caseId, 'finish-transcript', { finished: true });
  const { sha256 } = await fixedVersion(walk, hearing.hearingId);
  const mine = await officer.awaitTask(caseId, 'sign-transcript');
  await officers.visit(`/sign/${mine.taskId}`, 'signing-detention', ({ signing }, page) => page.getByText(signing.verified));
  for (const [person, { phone }] of [[officer, held_], [walk.plaintiff, plaintiff], [walk.defendant, defendant]] as const) {
    const { taskId } = await person.awaitTask(caseId, 'sign-transcript');
    await person.post(`/api/tasks/${taskId}/signing-code`, { taskId });
    await signTask(person, taskId, sha256, await person.codeSentTo(phone));
  }
  for (const person of [clerk, walk.judge]) {
    const { taskId } = await until(`${person.who} signs`, async () => (await person.tasks(caseId)).find((one) => one.kind === 'sign-transcript' && one.mine));
    await signTask(person, taskId, sha256, 'kaiting-demo', person === walk.judge ? 'archive' : undefined);
  }
  await clerk.awaitTask(caseId, 'complete-archive');
  await (await work.desk(clerk)).visit(`/desk/cases/${caseId}`, 'case-custody', ({ cases }, page) => page.getByRole('heading', { name: cases.hearings }));
  await officers.leave();
  nothingWrong();
});

opensWhatItSays('session-pages');
