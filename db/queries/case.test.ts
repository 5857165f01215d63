import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { identityNumbers, openCourt, phones, type CaseFixture, type CourtFixture } from '#db/testing/court-fixture.ts';
import { caseDetail, filingDetail } from './case-detail.ts';
import { caseList, type CaseFilter } from './case-list.ts';
import { standingOf, standingOfHearing } from './standing.ts';
import { history, timeline } from './timeline.ts';

let court: CourtFixture;
let theCase: CaseFixture;
let filed: CaseFixture;
let hearingId: string;
const files = { evidence: randomUUID(), draft: randomUUID(), recording: randomUUID(), myNotice: randomUUID(), hisNotice: randomUUID() };
type Who = keyof CourtFixture['people'];
const filter = (more: Partial<CaseFilter> = {}): CaseFilter => ({ scope: 'mine', state: 'any', limit: 50, ...more });

beforeAll(async () => {
  court = await openCourt();
  theCase = await court.acceptedCase({ filedAt: '2026-05-11T01:00:00.000Z' });
  filed = await court.filedCase({ causeOfAction: '民间借贷纠纷', filedAt: '2026-05-12T01:00:00.000Z' });
  const { sql, people } = court;
  for (const [purpose, id, uploadedBy] of [
    ['evidence', files.evidence, people.plaintiff.personId], ['evidence', files.draft, people.plaintiff.personId], ['recording', files.recording, null],
    ['notice', files.myNotice, null], ['notice', files.hisNotice, null],
  ] as const) {
    await sql`insert into files (id, sha256, bytes, media_type, name, purpose, case_id, uploaded_by) values (${id}, ${'0'.repeat(64)}, 10, 'application/pdf', ${`${purpose}.pdf`}, ${purpose}, ${theCase.caseId}, ${uploadedBy})`;
  }
  await theCase.openTask('consent-online', { role: 'participant', personId: people.defendant.personId, participantId: theCase.participants.defendant }, { dueAt: '2026-05-18T01:00:00.000Z' });
  await theCase.openTask('repair-step', { role: 'operations' }, { facts: { step: 'issueNotices', error: 'boom' } });
  await theCase.note('evidence-submitted', { by: theCase.participants.plaintiff, items: [{ evidenceId: randomUUID(), submittedBy: theCase.participants.plaintiff, title: '合同', source: '原告', proves: '合同成立', fileId: files.evidence }] });
  hearingId = await theCase.scheduleHearing();
  await theCase.note('notice-issued', { hearingId, participantId: theCase.participants.plaintiff, documentFileId: files.myNotice, effectKey: 'a' });
  await theCase.note('notice-issued', { hearingId, participantId: theCase.participants.defendant, documentFileId: files.hisNotice, effectKey: 'b' });
  await theCase.note('notice-proven', { hearingId, participantId: theCase.participants.plaintiff, how: 'confirmed', by: people.plaintiff.personId });
  await theCase.note('step-parked', { step: 'issueNotices', error: 'boom', taskId: randomUUID() });
  await theCase.note('hearing-phase', { hearingId, from: 'discipline', to: 'opening', move: 'open', by: people.judge.personId, articles: ['G7'] }, { hearingId, at: '2026-05-20T01:05:00.000Z' });
});
afterAll(() => court.close());

const detailFor = async (who: Who, caseId = theCase.caseId) => {
  const viewer = court.people[who];
  const standing = await standingOf(court.sql, caseId, viewer.personId);
  return caseDetail(court.sql, viewer, standing!, caseId);
};

describe('what a person is to a case', () => {
  test.each([['plaintiff', 'participant'], ['defendant', 'participant'], ['judge', 'presidingJudge'], ['clerk', 'clerkOfCase'], ['clerk2', 'none'], ['manager', 'none'], ['stranger', 'none']] as const)('%s: %s', async (who, relation) => {
    expect(await standingOf(court.sql, theCase.caseId, court.people[who].personId)).toEqual({ relation, stage: 'consent' });
    expect(await standingOfHearing(court.sql, hearingId, court.people[who].personId)).toMatchObject({ relation, caseId: theCase.caseId, hearingState: 'scheduled', seated: false });
  });

  test('before the court accepts it, a filing is nobody’s but the one’s who filed (G3)', async () => {
    expect(await standingOf(court.sql, filed.caseId, court.people.plaintiff.personId)).toEqual({ relation: 'participant', stage: 'filing' });
    expect(await standingOf(court.sql, filed.caseId, court.people.defendant.personId)).toEqual({ relation: 'none', stage: 'filing' });
  });

  test('a filing that no journal entry has reached is found already; a case that there is not, is not', async () => {
    const caseId = randomUUID();
    await court.sql`insert into filings (case_id, filed_by, cause_of_action, claims, facts_and_reasons) values (${caseId}, ${court.people.plaintiff.personId}, '劳动争议', '支付工资', '事实')`;
    expect(await standingOf(court.sql, caseId, court.people.plaintiff.personId)).toEqual({ relation: 'participant', stage: 'filing' });
    expect(await filingDetail(court.sql, court.people.plaintiff, caseId)).toMatchObject({ causeOfAction: '劳动争议', standing: { stage: 'filing' }, seq: 0 });
    expect(await filingDetail(court.sql, court.people.defendant, caseId)).toBeNull();
    expect(await standingOf(court.sql, randomUUID(), court.people.plaintiff.personId)).toBeNull();
  });
});

describe('lists of cases', () => {
  const listed = async (who: Who, more: Partial<CaseFilter> = {}) => (await caseList(court.sql, court.people[who], filter(more))).rows.map((row) => row.caseId);
  test.each([
    ['plaintiff', 'both'], ['defendant', 'accepted'], ['judge', 'accepted'], ['clerk', 'accepted'], ['filingClerk', 'filed'], ['stranger', 'none'], ['manager', 'none'], ['clerk2', 'none'],
  ] as const)('mine: %s sees %s', async (who, which) => {
    expect(await listed(who)).toEqual({ both: [filed.caseId, theCase.caseId], accepted: [theCase.caseId], filed: [filed.caseId], none: [] }[which]);
  });
  test('all, newest first, page by page', async () => {
    const first = await caseList(court.sql, court.people.manager, filter({ scope: 'all', limit: 1 }));
    const second = await caseList(court.sql, court.people.manager, filter({ scope: 'all', limit: 1, after: first.next! }));
    expect([first.rows[0]?.caseId, second.rows[0]?.caseId, second.next]).toEqual([filed.caseId, theCase.caseId, null]);
  });
  test.each([['借贷', 'filed'], ['（2026）豫06民初1号', 'accepted'], ['李四', 'both'], ['100%', 'none'], ['_', 'none']] as const)('search %s', async (search, which) => {
    expect(await listed('manager', { scope: 'all', search })).toEqual({ both: [filed.caseId, theCase.caseId], accepted: [theCase.caseId], filed: [filed.caseId], none: [] }[which]);
  });
  test('a row says where the case is, what is next and how much is to do; a party counts its own tasks alone', async () => {
    const row = async (who: Who) => (await caseList(court.sql, court.people[who], filter())).rows.find((one) => one.caseId === theCase.caseId);
    expect(await row('judge')).toMatchObject({ parties: '张三 诉 李四', stage: 'consent', closed: false, openTasks: 2, myTasks: 0, nextHearing: { hearingId, phase: 'opening' } });
    expect(await row('plaintiff')).toMatchObject({ openTasks: 0, myTasks: 0 });
    expect(await row('defendant')).toMatchObject({ openTasks: 1, myTasks: 1 });
  });
});

describe('a case’s page', () => {
  test('says where it is, waiting for whom, since when, until when, under which article', async () => {
    const detail = await detailFor('judge');
    expect(detail?.standing).toMatchObject({ stage: 'consent', articles: ['G1'], waitingFor: [{ kind: 'consent-online', role: 'participant', who: '李四', since: '2026-05-11T01:00:00.000Z', until: '2026-05-18T01:00:00.000Z', articles: ['G1'] }] });
    expect(detail?.bench).toEqual({ presidingJudge: { personId: court.people.judge.personId, name: '王审判' }, clerk: { personId: court.people.clerk.personId, name: '陈书记' }, technician: null, panel: [], division: null });
    expect(detail?.evidence).toMatchObject([{ title: '合同', submittedBy: theCase.participants.plaintiff }]);
  });

  test.each([
    ['judge', ['evidence', 'notice', 'notice', 'recording'], 2],
    ['clerk', ['evidence', 'notice', 'notice'], 2],
    ['manager', ['evidence', 'notice', 'notice', 'recording'], 2],
    ['defendant', ['evidence', 'notice'], 1],
    ['plaintiff', ['evidence', 'evidence', 'notice'], 1], // with the evidence not submitted yet
  ] as const)('%s sees the files %j and %d notices', async (who, purposes, notices) => {
    const detail = await detailFor(who);
    expect(detail?.documents.map((file) => file.purpose).sort()).toEqual([...purposes]);
    expect(detail?.hearings[0]?.notices).toHaveLength(notices);
  });

  test('failed steps are for operations and supervisors alone', async () => {
    expect((await detailFor('judge'))?.tasks.map((task) => task.kind)).toEqual(['consent-online']);
    expect((await detailFor('manager'))?.tasks.map((task) => task.kind).sort()).toEqual(['consent-online', 'repair-step']);
    expect((await detailFor('plaintiff'))?.standing.waitingFor.map((one) => one.kind)).toEqual(['consent-online']);
  });

  test('a party is told that the archive is sealed, not where it lies (G10)', async () => {
    const sealed = await court.acceptedCase();
    await sealed.note('archive-sealed', { archiveId: randomUUID(), mainVolume: '/archives/main', confidentialVolume: '/archives/confidential', disc: '/archives/disc.iso' }, { at: '2026-06-01T01:00:00.000Z' });
    expect((await detailFor('plaintiff', sealed.caseId))?.archive).toEqual({ mainVolume: '', confidentialVolume: '', disc: '', sealedAt: '2026-06-01T01:00:00.000Z' });
    expect((await detailFor('judge', sealed.caseId))?.archive).toMatchObject({ disc: '/archives/disc.iso' });
  });

  test('nobody reads a phone or an identity number here', async () => {
    const all = JSON.stringify(await Promise.all((['judge', 'manager', 'defendant', 'clerk'] as const).map((who) => detailFor(who))));
    for (const secret of [...Object.values(identityNumbers), ...Object.values(phones)]) expect(all).not.toContain(secret);
  });
});

describe('the timeline', () => {
  const kinds = async (who: Who, as: 'court' | 'participant' | 'supervisor') => (await timeline(court.sql, theCase.caseId, court.people[who].personId, as)).map((entry) => entry.kind);

  test('merges the journals of the case and its hearings by time, with names and both languages', async () => {
    const entries = await timeline(court.sql, theCase.caseId, court.people.judge.personId, 'court');
    expect(entries[0]).toMatchObject({ kind: 'case-filed', who: '张三', title: { zh: '网上提交立案材料', en: 'Filed online' }, articles: ['G3'] });
    expect(entries.at(-1)).toMatchObject({ kind: 'hearing-phase', stream: `hearing-${hearingId}`, who: '王审判', title: { zh: '庭审：宣布开庭（开庭）' } });
    expect(entries.find((entry) => entry.kind === 'hearing-scheduled')?.detail).toMatchObject({ courtroom: '第一互联网法庭' });
  });

  test('a party reads its own tasks and notices, and nothing of the system’s troubles', async () => {
    expect(await kinds('plaintiff', 'participant')).toEqual(['case-filed', 'case-accepted', 'stage-entered', 'evidence-submitted', 'hearing-scheduled', 'notice-issued', 'notice-proven', 'hearing-phase']);
    expect(await kinds('defendant', 'participant')).toEqual(['case-filed', 'case-accepted', 'stage-entered', 'task-opened', 'evidence-submitted', 'hearing-scheduled', 'notice-issued', 'hearing-phase']);
  });

  test('the court reads all tasks, but no failed steps; supervisors read everything', async () => {
    expect(await kinds('judge', 'court')).not.toContain('step-parked');
    expect(await kinds('manager', 'supervisor')).toContain('step-parked');
  });

  test('the history holds refused attempts, messages and viewings among it, by the court’s time', async () => {
    const { sql, people } = court;
    // The court's clock was 10 days ahead of real time when the judge opened.
    await sql`update journal set recorded_at = at::timestamptz where case_id = ${theCase.caseId}`;
    await sql`insert into refused_attempts (at, person_id, operation, case_id, code, detail) values ('2026-05-11T02:00:00Z', ${people.stranger.personId}, 'cases.get', ${theCase.caseId}, 'NOT_FOUND', '{"articles":[]}')`;
    await sql`update journal set recorded_at = '2026-05-11T03:00:00Z' where stream = ${`hearing-${hearingId}`}`;
    await sql`insert into viewings (person_id, case_id, what, at) values (${people.manager.personId}, ${theCase.caseId}, 'history', '2026-05-11T04:00:00Z')`;
    await sql`insert into effects (key, kind, case_id, state, request, at) values ('sms-1', 'sms', ${theCase.caseId}, 'ambiguous', ${sql.json({ participantId: theCase.participants.defendant })}, '2026-05-11T02:30:00Z')`;
    const entries = await history(sql, theCase.caseId);
    expect(entries.slice(-4)).toMatchObject([
      { kind: 'refused-attempt', at: '2026-05-11T02:00:00.000Z', who: '路人', refused: true, title: { zh: '被拒绝的操作：cases.get' } },
      { kind: 'message', at: '2026-05-11T02:30:00.000Z', title: { zh: '短信发送给李四：是否发出不明', en: 'SMS to 李四: not known whether it went out' } },
      { kind: 'hearing-phase', at: '2026-05-20T01:05:00.000Z' },
      { kind: 'viewing', at: '2026-05-20T02:05:00.000Z', who: '吴管理' },
    ]);
    expect(await kinds('judge', 'court')).not.toContain('refused-attempt');
  });
});
