/** A case, told stage by stage, through the API alone: each function does what the people of that stage do. */
import type { HearingDetail } from '#api/contract/hearings.ts';
import { demonstrationStaff } from '#db/demonstration-staff.ts';
import type { SessionKind } from '#domain/case/types.ts';
import { Person, until, type Named } from '#e2e/court/person.ts';
import { takeSeat, type Seat } from '#e2e/court/seat.ts';
import { complaintPdf, signaturePng } from '#e2e/court/papers.ts';

export const plaintiff: Named = { name: '张三', identityNumber: '410602198503071010', phone: '13800000001' };
export const defendant: Named = { name: '李四', identityNumber: '410802199005122028', phone: '13800000002' };
/** The names under which the demonstration court's staff sign in. */
const usernames: Record<string, string> = Object.fromEntries(demonstrationStaff.map(({ name, username }) => [name, username]));
/** Somebody of the court by the name on the page, signed in. */
export const staffNamed = (baseUrl: string, name: string | undefined): Promise<Person> => Person.staff(baseUrl, usernames[name ?? ''] ?? '');

/** People who are signed in, of the demonstration court. */
export interface People {
  baseUrl: string;
  plaintiff: Person;
  defendant: Person;
  manager: Person;
  filingClerk: Person;
  say(what: string): void;
}

/** The same with one accepted case, its clerk and its judge. */
export interface Walk extends People {
  caseId: string;
  clerk: Person;
  judge: Person;
}

export async function comeToCourt(baseUrl: string, tell: (line: string) => void = () => undefined): Promise<People> {
  const began = Date.now();
  const say = (what: string) => tell(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}`);
  const [filer, other, manager, filingClerk] = await Promise.all([
    Person.party(baseUrl, plaintiff), Person.party(baseUrl, defendant), Person.staff(baseUrl, 'manager'), Person.staff(baseUrl, 'filing'),
  ]);
  say('everybody is signed in and verified');
  return { baseUrl, plaintiff: filer, defendant: other, manager, filingClerk, say };
}

/** What a filing says, with a complaint that was just uploaded. */
export async function filingOf(filer: Person): Promise<Record<string, unknown>> {
  return {
    causeOfAction: '买卖合同纠纷', claims: '判令被告支付货款五万元。', factsAndReasons: '双方签订买卖合同，原告已交货，被告未付款。', appliesForOnline: true, filedAs: 'plaintiff',
    others: [{ ...defendant, role: 'defendant' }], materials: [await filer.upload('filing', '起诉状.pdf', complaintPdf())],
    facts: { stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false, otherwiseClosedByLaw: false },
  };
}

export async function file({ plaintiff: filer, say }: People): Promise<string> {
  const { caseId } = await filer.post<{ caseId: string }>('/api/cases', await filingOf(filer));
  say(`filed: ${caseId}`);
  return caseId;
}

/** The filing clerk takes the filing from the queue of all filing clerks, and decides. */
export async function review({ filingClerk }: People, caseId: string, outcome: unknown): Promise<void> {
  const { taskId } = await until('the filing waits for review', async () => (await filingClerk.get<{ rows: { taskId: string; caseId: string }[] }>('/api/tasks?view=roles&kind=review-filing&limit=100')).rows.find((task) => task.caseId === caseId));
  await filingClerk.put(`/api/tasks/${taskId}/claim`);
  await filingClerk.post(`/api/tasks/${taskId}/completion`, { taskId, outcome });
}

/** PAL-19: everybody who was drawn for the panel accepts. */
export async function assessorsAccept({ baseUrl, manager, say }: People, caseId: string): Promise<void> {
  const { bench: { panel } } = await manager.case(caseId);
  for (const { name, assessor } of panel) {
    if (!assessor) continue;
    await (await staffNamed(baseUrl, name)).complete(caseId, 'answer-assessor-invitation', { decision: 'accept', noGround: true });
    say(`${name} accepted to sit as people's assessor`);
  }
}

/**
 * @param chosen procedure and composition, where the law is not to decide
 * @param answering what the assessors do who were drawn; they accept unless told otherwise
 */
export async function accept(people: People, caseId: string, chosen: Record<string, string> = {}, answering: (people: People, caseId: string) => Promise<void> = assessorsAccept): Promise<Walk> {
  await review(people, caseId, { decision: 'accept', ...chosen });
  const { bench, caseNumber } = await until('the case is allotted', async () => {
    const detail = await people.manager.case(caseId);
    return detail.bench.presidingJudge && detail.bench.clerk ? detail : undefined;
  });
  people.say(`accepted as ${caseNumber}: ${bench.presidingJudge?.name}, ${bench.clerk?.name}`);
  await answering(people, caseId);
  const [judge, clerk] = await Promise.all([bench.presidingJudge, bench.clerk].map((one) => staffNamed(people.baseUrl, one?.name)));
  return { ...people, caseId, judge: judge!, clerk: clerk! };
}

export async function consent({ caseId, defendant: other, judge, say }: Walk): Promise<void> {
  await other.complete(caseId, 'consent-online', { decision: 'consent' });
  await judge.complete(caseId, 'permit-online', { decision: 'permit' });
  say('consent given and online hearing permitted');
}

/** @param answering gives the opinions for the defendant: its agent, who came while the lists were open */
export async function exchangeEvidence(walk: Walk, answering: Person = walk.defendant): Promise<void> {
  const { caseId } = walk;
  for (const party of [walk.plaintiff, walk.defendant]) {
    const fileId = await party.upload('evidence', '合同.pdf', complaintPdf());
    await party.complete(caseId, 'submit-evidence', { items: [{ title: '买卖合同', source: party.who, proves: '合同内容', fileId }] });
  }
  for (const party of [walk.plaintiff, answering]) {
    const task = await party.awaitTask(caseId, 'confirm-evidence');
    const { facts } = await party.get<{ facts: { items: { evidenceId: string }[] } }>(`/api/tasks/${task.taskId}`);
    await party.complete(caseId, 'confirm-evidence', { opinions: facts.items.map(({ evidenceId }) => ({ evidenceId, authenticity: true, legality: true, relevance: true, remark: '' })) });
  }
  walk.say('evidence exchanged and confirmed');
}

/** Of an offered slot what is answered; that its date is provisional is the court's remark. */
export const slotAnswer = ({ day, startTime, courtroomId }: { day: string; startTime: string; courtroomId: string }) => ({ day, startTime, courtroomId });

export interface Scheduled { hearingId: string; startsAt: string }

export async function schedule({ caseId, clerk, say }: Walk, kind: SessionKind = 'trial'): Promise<Scheduled> {
  await clerk.awaitTask(caseId, 'schedule-hearing');
  const { slots } = await clerk.get<{ slots: { day: string; startTime: string; courtroomId: string }[] }>(`/api/cases/${caseId}/slots`);
  const [slot] = slots;
  if (!slot) throw new Error('No slot is free');
  await clerk.complete(caseId, 'schedule-hearing', { decision: 'schedule', kind, durationMinutes: 90, ...slotAnswer(slot) });
  const hearing = await until('the hearing stands', async () => (await clerk.case(caseId)).hearings.find(({ state }) => state === 'scheduled'));
  say(`scheduled for ${hearing.startsAt}, meeting number ${hearing.meetingNumber}`);
  return hearing;
}

/** G5: nobody of the other parties objects. */
export async function verifyIdentity(clerk: Person, caseId: string, participantId: string): Promise<void> {
  const { participants } = await clerk.case(caseId);
  const views = participants.filter((other) => other.participantId !== participantId && ['plaintiff', 'defendant', 'thirdParty'].includes(other.role)).map((other) => ({ participantId: other.participantId, view: 'noObjection', remark: '' }));
  await clerk.complete(caseId, 'verify-identity', { decision: 'verified', documents: '身份证', views, ...(participants.find((one) => one.participantId === participantId)?.agency ? { powerOfAttorney: true } : {}) }, { participantId });
}

/** G5: the technician's half of the courtroom's test. */
export async function testTechnology({ baseUrl, caseId }: Walk): Promise<void> {
  const technician = await Person.staff(baseUrl, 'technician');
  await technician.complete(caseId, 'test-courtroom-technology', { result: 'ready', network: true, video: true, sound: true, recording: true, platform: true });
}

/** @param also takes part besides the two parties */
export async function prepare(walk: Walk, hearingId: string, also: readonly Person[] = []): Promise<void> {
  const { caseId, clerk } = walk;
  for (const party of [walk.plaintiff, walk.defendant, ...also]) {
    await until(`${party.who} has a notice`, async () => (await party.case(caseId)).hearings.find((one) => one.hearingId === hearingId)?.notices.length === 1);
    await party.post(`/api/cases/${caseId}/hearings/${hearingId}/notice-confirmation`, { caseId, hearingId });
    await party.complete(caseId, 'choose-channel', { channel: 'pc', network: true, camera: true, microphone: true, speaker: true, venueClosedAndQuiet: true });
  }
  for (const { participantId } of (await clerk.case(caseId)).participants) {
    await verifyIdentity(clerk, caseId, participantId);
  }
  await clerk.complete(caseId, 'test-courtroom', { result: 'ready', venue: true, network: true, video: true, sound: true, platform: true });
  await testTechnology(walk);
  walk.say('notices confirmed, devices, identities and courtroom checked');
}

/** The room opens half an hour before: the clock is moved there, and everybody has a seat. */
export async function openRoom({ caseId, clerk }: Walk, { hearingId, startsAt }: Scheduled, seats: number): Promise<void> {
  await until('the hearing’s stage', async () => (await clerk.case(caseId)).standing.stage === 'hearing');
  const { clock } = await clerk.get<{ clock: { now: string } }>('/api/court');
  const minutes = Math.ceil((Date.parse(startsAt) - Date.parse(clock.now)) / 60_000) - 5;
  if (minutes > 0) await clerk.post('/api/demonstration/clock', { forwardMinutes: minutes });
  await until('the room is open', async () => { const now = await seen(clerk, hearingId); return now.state === 'open' && now.seats.length === seats; });
}

const seen = (who: Person, hearingId: string): Promise<HearingDetail> => who.get<HearingDetail>(`/api/hearings/${hearingId}`);
export const everybodyPresent = (who: Person, hearingId: string): Promise<boolean> =>
  until('everybody is present', async () => (await seen(who, hearingId)).seats.every((seat) => seat.presence === 'present'));
export const move = (who: Person, hearingId: string, name: string): Promise<unknown> => who.post(`/api/hearings/${hearingId}/phase`, { hearingId, move: name });

/** G6: the clerk reads the discipline, and each participant acknowledges it. */
export async function readDiscipline({ caseId, clerk }: Walk, hearingId: string, participants: readonly Person[]): Promise<void> {
  await move(clerk, hearingId, 'read-discipline');
  const { disciplineVersion } = await clerk.get<{ disciplineVersion: string }>('/api/court');
  for (const party of participants) await party.complete(caseId, 'acknowledge-discipline', { acknowledged: true, version: disciplineVersion });
  await until('the discipline is acknowledged', async () => (await seen(clerk, hearingId)).seats.filter((seat) => seat.participantId !== null).every((seat) => seat.acknowledged));
}

/**
 * @param sit how somebody takes a seat: without camera and microphone, unless told otherwise
 * @param during the debate
 */
export async function hold(walk: Walk, hearingId: string, startsAt: string, { sit = takeSeat, during }: { sit?: typeof takeSeat; during?: () => Promise<void> } = {}): Promise<void> {
  const { clerk, judge, say } = walk;
  const everybody = [judge, clerk, walk.plaintiff, walk.defendant];
  await openRoom(walk, { hearingId, startsAt }, everybody.length);
  const seats: Seat[] = [];
  for (const person of everybody) seats.push(await sit(person, hearingId));
  await everybodyPresent(clerk, hearingId);
  say('everybody is in the room');

  await readDiscipline(walk, hearingId, [walk.plaintiff, walk.defendant]);
  await move(judge, hearingId, 'open');
  await write(clerk, hearingId, 1, '审判长', '现在开庭。');
  for (const step of ['begin-evidence', 'begin-debate']) await move(clerk, hearingId, step);
  await during?.();
  await move(clerk, hearingId, 'begin-final-statements');
  await write(clerk, hearingId, 2, '原告', '请求判令被告支付货款。');
  for (const step of ['recess', 'end-recess', 'close']) await move(judge, hearingId, step);
  for (const seat of seats) await seat.leave();
  say('the hearing was held and closed');
}

export async function write(clerk: Person, hearingId: string, position: number, speaker: string, text: string): Promise<void> {
  const lineId = crypto.randomUUID();
  await clerk.put(`/api/hearings/${hearingId}/transcript/${lineId}`, { hearingId, lineId, position, speaker, spokenAt: new Date().toISOString(), text, revision: 0 });
}

interface SigningChoice { next?: 'archive' | 'anotherSession'; also?: readonly (readonly [Person, Named])[] }

/** @param also signs besides the two parties */
export async function sign(walk: Walk, hearingId: string, { next = 'archive', also = [] }: SigningChoice = {}): Promise<void> {
  const { caseId, clerk, judge, say } = walk;
  await clerk.complete(caseId, 'finish-transcript', { finished: true });
  const frozen = await fixedVersion(walk, hearingId);
  for (const [party, { phone }] of [[walk.plaintiff, plaintiff], [walk.defendant, defendant], ...also] as const) {
    const { taskId } = await party.awaitTask(caseId, 'sign-transcript');
    await party.post(`/api/tasks/${taskId}/signing-code`, { taskId });
    await signTask(party, taskId, frozen.sha256, await party.codeSentTo(phone));
  }
  for (const person of [clerk, judge]) {
    const { taskId } = await until(`${person.who} signs`, async () => (await person.tasks(caseId)).find((task) => task.kind === 'sign-transcript' && task.mine));
    await signTask(person, taskId, frozen.sha256, 'kaiting-demo', person === judge ? next : undefined);
  }
  say('everybody has signed');
}

/** The text that is signed: its hash. */
export const fixedVersion = ({ clerk }: Walk, hearingId: string): Promise<{ sha256: string }> =>
  until('a version is fixed', async () => (await clerk.get<{ frozen: { sha256: string } | null }>(`/api/hearings/${hearingId}/transcript`)).frozen ?? undefined);

export async function signTask(person: Person, taskId: string, versionHash: string, code: string, next?: 'archive' | 'anotherSession'): Promise<void> {
  const signatureFileId = await person.upload('signature', '签名.png', signaturePng());
  await person.post(`/api/tasks/${taskId}/signature`, { taskId, versionHash, signatureFileId, code, ...(next ? { next } : {}) });
}
