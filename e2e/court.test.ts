/**
 * The court through its API, over the whole system: what people get wrong, the side ways of a case, and two people at
 * the same second. The straight path with browsers is the demonstration's.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { CaseDetail } from '#api/contract/cases.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { complaintPdf } from '#e2e/court/papers.ts';
import { Person, Refused, until } from '#e2e/court/person.ts';
import { testStack, type TestStack } from '#e2e/court/stack.ts';
import { accept, comeToCourt, consent, defendant, exchangeEvidence, file, filingOf, hold, plaintiff, prepare, review, schedule, slotAnswer, signTask, type People, type Walk } from '#e2e/court/story.ts';

jest.setTimeout(240_000);

let court: TestStack;
let people: People;
beforeAll(async () => {
  court = await testStack();
  people = await comeToCourt(court.baseUrl);
});
afterAll(() => court.stop());

async function refusal(attempt: Promise<unknown>): Promise<Refused> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  throw new Error('It was not refused');
}
const fieldsOf = (refused: Refused): string[] => (refused.data['fields'] as { path: string }[]).map((field) => field.path);
const closed = (person: Person, caseId: string) => until('the case is closed', async () => (await person.case(caseId)).closed ?? undefined);

describe('what people get wrong is told to them, and nothing is lost', () => {
  test('at the door: a wrong code, a used one, a number with a wrong check digit', async () => {
    const somebody = new Person(court.baseUrl, '王五');
    const phoneNumber = '13800000003';
    await somebody.post('/api/auth/phone-number/send-otp', { phoneNumber });
    const code = await somebody.codeSentTo(phoneNumber);
    const wrong = code === '000000' ? '000001' : '000000';
    expect((await refusal(somebody.post('/api/auth/phone-number/verify', { phoneNumber, code: wrong }))).data['code']).toBe('code-wrong');
    await somebody.post('/api/auth/phone-number/verify', { phoneNumber, code });
    expect((await refusal(new Person(court.baseUrl, 'another').post('/api/auth/phone-number/verify', { phoneNumber, code }))).data['code']).toBe('code-used');

    expect((await refusal(somebody.upload('filing', '起诉状.pdf', complaintPdf()))).data['code']).toBe('identity-not-verified');
    expect((await refusal(somebody.post('/api/cases', await filingOf(people.plaintiff)))).data['code']).toBe('identity-not-verified');
    expect(fieldsOf(await refusal(somebody.post('/api/identity/verification', { name: '王五', identityNumber: '410602197809233031' })))).toEqual(['identityNumber']);
    expect((await refusal(somebody.post('/api/identity/verification', { name: '王六', identityNumber: '410602197809233030' }))).data['code']).toBe('identity-name-differs');
  });

  test('in a filing: an empty file, one that is not what its name says, an unknown field, a wrong number', async () => {
    const { plaintiff: filer } = people;
    expect((await refusal(filer.upload('filing', '空.pdf', new Uint8Array()))).status).toBe(400);
    expect((await refusal(filer.upload('filing', '照片.png', complaintPdf()))).status).toBe(400);
    const filing = await filingOf(filer);
    expect(fieldsOf(await refusal(filer.post('/api/cases', { ...filing, judge: '我的朋友' })))).toEqual(['judge']);
    expect(fieldsOf(await refusal(filer.post('/api/cases', { ...filing, others: [{ ...defendant, identityNumber: '410802199005122029', role: 'defendant' }] })))).toEqual(['others.0.identityNumber']);
    expect(fieldsOf(await refusal(filer.post('/api/cases', { ...filing, causeOfAction: '借钱不还' })))).toEqual(['causeOfAction']);
    // The same file and the same form, corrected, are taken.
    await filer.post('/api/cases', filing);
  });

  test('a session that ends in a long form: the draft survives', async () => {
    const filer = await Person.party(court.baseUrl, plaintiff);
    const content = { claims: '写了一半' };
    await filer.put('/api/drafts/filing', { key: 'filing', content });
    await filer.post('/api/auth/sign-out', {});
    expect((await refusal(filer.put('/api/drafts/filing', { key: 'filing', content }))).status).toBe(401);
    expect(await (await Person.party(court.baseUrl, plaintiff)).get('/api/drafts/filing')).toMatchObject({ content });
  });

  test('one filing, however often it is sent', async () => {
    const { plaintiff: filer } = people;
    const filing = await filingOf(filer);
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => filer.post<{ caseId: string }>('/api/cases', filing, key)));
    expect(new Set(answers.map((answer) => answer.caseId)).size).toBe(1);
    expect(await refusal(filer.post('/api/cases', { ...filing, claims: '别的请求' }, key))).toMatchObject({ status: 409, data: { code: 'idempotency-key-reused' } });
  });
});

describe('side ways out of the filing and the consent (G1, G3)', () => {
  test('rejected, with the reason for who filed; until then nobody else knew of it', async () => {
    const caseId = await file(people);
    expect((await refusal(people.defendant.case(caseId))).status).toBe(404);
    await review(people, caseId, { decision: 'reject', ground: 'noJurisdiction', reason: '不属于本院管辖' });
    expect(await closed(people.plaintiff, caseId)).toMatchObject({ how: 'rejected', reason: '不属于本院管辖' });
    expect((await refusal(people.defendant.case(caseId))).status).toBe(404);
  });

  test('corrected, accepted, and one party refuses: offline with the reason; of two who answer at once one wins', async () => {
    const caseId = await file(people);
    await review(people, caseId, { decision: 'correct', corrections: [{ what: 'missing:evidence', why: '缺少页码' }], days: 7 });
    const materials = [await people.plaintiff.upload('filing', '补正.pdf', complaintPdf())];
    const { taskId: correction } = await people.plaintiff.awaitTask(caseId, 'correct-filing');
    await people.plaintiff.post(`/api/tasks/${correction}/filing-correction`, { taskId: correction, explanation: '已补充页码', fields: {}, materials: materials.map((fileId) => ({ for: 'missing:evidence', fileId, category: 'evidence' })) });
    expect((await until('the corrected filing', async () => { const { filing } = await people.plaintiff.case(caseId); return filing.version === 2 && filing; })).materials.map(({ category }) => category)).toEqual(['other', 'evidence']);
    const walk = await accept(people, caseId);
    // The notice of acceptance: a document of the plaintiff's own, and one SMS.
    const acceptance = await until('the notice of acceptance', async () => (await walk.plaintiff.case(caseId)).documents.find(({ name }) => name.startsWith('受理案件通知书')));
    expect((await walk.plaintiff.download(acceptance.fileId)).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await walk.defendant.case(caseId)).documents.map(({ name }) => name)).not.toContain(acceptance.name);
    expect((await refusal(walk.defendant.download(acceptance.fileId))).status).toBe(404);
    const { caseNumber } = await walk.plaintiff.case(caseId);
    const { messages } = await walk.plaintiff.get<{ messages: { text: string }[] }>(`/api/demonstration/outbox?phone=${plaintiff.phone}`);
    expect(messages.filter(({ text }) => text.includes(`已立案受理，案号${caseNumber}`))).toHaveLength(1);
    const { taskId } = await walk.defendant.awaitTask(caseId, 'consent-online');
    const answer = () => walk.defendant.post(`/api/tasks/${taskId}/completion`, { taskId, outcome: { decision: 'refuse', reason: '要求线下审理' } });
    const both = await Promise.allSettled([answer(), answer()]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((one) => one.status === 'rejected')!.reason as Refused;
    expect(lost).toMatchObject({ status: 409, code: 'ALREADY_DONE', data: { by: '李四' } });
    expect(Date.parse(String(lost.data['at']))).toBeGreaterThan(0);
    expect(await closed(walk.defendant, caseId)).toMatchObject({ how: 'offline', reason: '要求线下审理' });
    expect((await walk.plaintiff.case(caseId)).documents.map((document) => document.name)).toContain('补正.pdf');
  });

  test('somebody else’s case is not there, and who tried stands in the history', async () => {
    const walk = await accept(people, await file(people));
    const stranger = await Person.party(court.baseUrl, { name: '赵六', identityNumber: '410811199511054044', phone: '13800000004' });
    const [task] = await walk.judge.tasks(walk.caseId);
    const [document] = (await walk.judge.case(walk.caseId)).documents;
    for (const path of [`/api/cases/${walk.caseId}`, `/api/cases/${walk.caseId}/timeline`, `/api/tasks?view=case&caseId=${walk.caseId}`, `/api/tasks/${task!.taskId}`, `/api/files/${document!.fileId}`]) {
      expect((await refusal(stranger.get(path))).status).toBe(404);
    }
    expect((await refusal(stranger.post(`/api/tasks/${task!.taskId}/completion`, { taskId: task!.taskId, outcome: { decision: 'consent' } }))).status).toBe(404);
    const { entries } = await walk.manager.get<{ entries: { kind: string; who: string | null }[] }>(`/api/supervision/cases/${walk.caseId}/history`);
    expect(entries.filter((entry) => entry.kind === 'refused-attempt' && entry.who === '赵六').length).toBeGreaterThanOrEqual(4);
  });
});

describe('the schedule (G4)', () => {
  let walk: Walk;
  let another: Walk;
  const scheduleTask = async ({ clerk, caseId }: Walk) => (await clerk.awaitTask(caseId, 'schedule-hearing')).taskId;
  const attempt = async (who: Walk, slot: { day: string; startTime: string; courtroomId: string }) => {
    const taskId = await scheduleTask(who);
    return who.clerk.post(`/api/tasks/${taskId}/completion`, { taskId, outcome: { decision: 'schedule', kind: 'trial', durationMinutes: 60, ...slotAnswer(slot) } });
  };

  beforeAll(async () => {
    [walk, another] = await Promise.all([file(people), file(people)]).then(([one, two]) => Promise.all([accept(people, one), accept(people, two)])) as [Walk, Walk];
    await Promise.all([walk, another].map(async (one) => { await consent(one); await exchangeEvidence(one); }));
  });

  test('the past, a holiday and a short notice are refused with the rule and the earliest lawful day', async () => {
    const { earliestDay } = await walk.clerk.get<{ earliestDay: string }>(`/api/cases/${walk.caseId}/slots`);
    const { clock } = await walk.clerk.get<{ clock: { now: string } }>('/api/court');
    const dayFromNow = (days: number) => new Date(Date.parse(clock.now) + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
    const holiday = `${Number(dayFromNow(0).slice(0, 4)) + 1}-01-01`;
    for (const [day, codes] of [
      [dayFromNow(-1), ['hearing-in-the-past']], [holiday, ['hearing-not-on-a-working-day']], [dayFromNow(1), ['notice-too-short', 'hearing-not-on-a-working-day']],
    ] as const) {
      const refused = await refusal(attempt(walk, { day, startTime: '09:00', courtroomId: 'c1' }));
      expect(refused).toMatchObject({ status: 422, code: 'REFUSED', data: { detail: { earliestLawfulDay: earliestDay } } });
      expect(codes).toContain(refused.data['code']);
      expect(refused.data['articles']).toContain('G4');
    }
  });

  test('two clerks at the same second: one wins, the other’s task stays open with the reason', async () => {
    const { slots } = await walk.clerk.get<{ slots: { day: string; startTime: string; courtroomId: string }[] }>(`/api/cases/${walk.caseId}/slots`);
    const slot = slots.at(-1)!;
    const both = await Promise.allSettled([attempt(walk, slot), attempt(another, slot)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const loser = both[0]!.status === 'rejected' ? walk : another;
    expect((both.find((one) => one.status === 'rejected')!.reason as Refused).status).toBe(422);
    const taskId = await scheduleTask(loser);
    const task = await until('the reason stands with the task', async () => {
      const found = await loser.clerk.get<{ state: string; mayAnswer: boolean; lastRefusal: { articles: string[] } | null }>(`/api/tasks/${taskId}`);
      return found.lastRefusal ? found : undefined;
    });
    expect(task).toMatchObject({ state: 'open', mayAnswer: true, lastRefusal: { articles: expect.arrayContaining(['G4']) } });
    const { slots: left } = await loser.clerk.get<{ slots: unknown[] }>(`/api/cases/${loser.caseId}/slots`);
    expect(left).not.toContainEqual(slot);
    if (loser === walk) [walk, another] = [another, walk];
  });

  test('a notice that nobody confirms is told by phone; postponed in the preparation, the case is scheduled again', async () => {
    const { caseId, clerk, plaintiff: confirming } = walk;
    const { hearingId } = (await until('the hearing stands', async () => (await clerk.case(caseId)).hearings.at(-1)));
    await until('the notice is issued', async () => (await confirming.case(caseId)).hearings.at(-1)?.notices.length === 1);
    await confirming.post(`/api/cases/${caseId}/hearings/${hearingId}/notice-confirmation`, { caseId, hearingId });
    await clerk.post('/api/demonstration/clock', { forwardMinutes: 2 * 24 * 60 });
    // Over a weekend or a holiday one working day takes longer.
    const phone = await until('the clerk is asked to call', async () => {
      const found = (await clerk.tasks(caseId)).find((task) => task.kind === 'phone-notice');
      if (!found) await clerk.post('/api/demonstration/clock', { forwardMinutes: 12 * 60 });
      return found;
    });
    expect(phone.participant?.name).toBe('李四');
    // Whom to call is told to the clerk who calls, and to nobody else.
    const told = async (person: Person) => (await person.get<TaskDetail>(`/api/tasks/${phone.taskId}`)).participantData;
    expect(await told(clerk)).toEqual({ phone: defendant.phone, identityNumber: null, verifiedAt: null });
    expect(await told(walk.judge)).toBeNull();
    await clerk.complete(caseId, 'phone-notice', { result: 'reached', record: '已电话告知' });
    await until('the notice is proven', async () => (await clerk.case(caseId)).hearings.at(-1)?.notices.every((notice) => notice.provenHow !== null));
    await clerk.complete(caseId, 'test-courtroom', { result: 'postpone', reason: '法庭设备故障' });
    await scheduleTask(walk);
    const detail = await clerk.case(caseId);
    expect(detail.hearings.map((hearing) => hearing.state)).toEqual(['cancelled']);
    expect(detail.standing.stage).toBe('scheduling');
    expect((await confirming.tasks(caseId)).filter((task) => task.hearingId === hearingId)).toEqual([]);
  });

  test('an amended transcript voids the signatures, a refusal is recorded, and another session follows', async () => {
    const { caseId, clerk, judge, plaintiff: first, defendant: second } = walk;
    const { hearingId, startsAt } = await schedule(walk);
    await prepare(walk, hearingId);
    await hold(walk, hearingId, startsAt);
    await clerk.complete(caseId, 'finish-transcript', { finished: true });
    const frozen = () => until('a version is fixed', async () => (await clerk.get<{ frozen: { version: number; sha256: string } | null }>(`/api/hearings/${hearingId}/transcript`)).frozen ?? undefined);
    const one = await frozen();
    const signAs = async (party: Person, phone: string, hash: string) => {
      const { taskId } = await party.awaitTask(caseId, 'sign-transcript');
      await party.post(`/api/tasks/${taskId}/signing-code`, { taskId });
      await signTask(party, taskId, hash, await party.codeSentTo(phone));
    };
    await signAs(first, plaintiff.phone, one.sha256);
    await judge.post(`/api/hearings/${hearingId}/transcript-reopening`, { hearingId, reason: '更正发言' });
    const { lines, signatures } = await until('it is open again', async () => {
      const transcript = await judge.get<{ lines: { lineId: string; revision: number; position: number; speaker: string; spokenAt: string }[]; signatures: unknown[]; frozen: unknown; writable: boolean }>(`/api/hearings/${hearingId}/transcript`);
      return transcript.frozen === null && transcript.writable ? transcript : undefined;
    });
    expect(signatures).toEqual([]);
    const { lineId, revision, position, speaker, spokenAt } = lines[0]!;
    const amend = () => judge.put(`/api/hearings/${hearingId}/transcript/${lineId}`, { hearingId, lineId, revision, position, speaker, spokenAt, text: '现在开庭，核对当事人。' });
    await amend();
    expect(await refusal(clerk.put(`/api/hearings/${hearingId}/transcript/${lineId}`, { hearingId, lineId, revision, position, speaker, spokenAt, text: '旧文本' }))).toMatchObject({ status: 409, data: { code: 'line-changed' } });

    await clerk.complete(caseId, 'finish-transcript', { finished: true });
    const two = await until('a second version', async () => { const now = await frozen(); return now.version === 2 ? now : undefined; });
    expect(two.sha256).not.toBe(one.sha256);
    await signAs(first, plaintiff.phone, two.sha256);
    await second.complete(caseId, 'sign-transcript', { decision: 'refuse', reason: '不同意记录' });
    await clerk.complete(caseId, 'record-refusal-to-sign', { circumstances: '被告当庭表示拒绝签名' });
    for (const [person, next] of [[clerk, undefined], [judge, 'anotherSession']] as const) {
      const { taskId } = await until(`${person.who} signs`, async () => (await person.tasks(caseId)).find((task) => task.kind === 'sign-transcript' && task.mine));
      expect((await refusal(signTask(person, taskId, two.sha256, 'not-the-password', next))).data['code']).toBe('password-wrong');
      await signTask(person, taskId, two.sha256, 'kaiting-demo', next);
    }
    await scheduleTask(walk);
    const detail: CaseDetail = await judge.case(caseId);
    expect(detail.standing.stage).toBe('scheduling');
    const { signatures: given } = await judge.get<{ signatures: { name: string; refused: string | null }[] }>(`/api/hearings/${hearingId}/transcript`);
    expect(given.map((signature) => [signature.name, signature.refused !== null])).toEqual(expect.arrayContaining([['张三', false], ['李四', true]]));
  });
});
