import { afterAll, describe, expect, test } from '@jest/globals';
import type { EntryData } from '#domain/journal/entries.ts';
import { updates, type Journalled } from '#domain/messages/messages.ts';
import type { ChangePeople } from '#domain/messages/people.ts';
import { people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { about, accepted, channel, closed, exchanged, noObjections, opened, prepared, scheduled, signature } from '#workflows/testing/walk.ts';

let court: TestCourt;
afterAll(async () => { await court?.close(); });

/** One environment a case: a second open workflow would be carried past its timers. */
async function openCourt(): Promise<TestCourt> {
  await court?.close();
  court = await TestCourt.open();
  return court;
}

type WithoutActor<T> = T extends unknown ? Omit<T, 'personId' | 'commandId'> : never;
function asks(the: TestCase, personId: string, change: WithoutActor<ChangePeople>, commandId: string = crypto.randomUUID()): Promise<Journalled> {
  return the.handle.executeUpdate<Journalled, [unknown]>(updates.changePeople, { args: [{ ...change, personId, commandId }], updateId: commandId });
}
const code = (refused: string) => ({ cause: { details: [{ code: refused }] } });
const recusalOf = (of: string) => ({ what: 'recusal', of, ground: 'otherRelation', reason: '系对方代理人的同学' }) as const;
const last = <K extends keyof EntryData>(the: TestCase, kind: K) => the.data(kind).at(-1);

describe('recusal (CPL-47 to CPL-50)', () => {
  test('a party applies; the judge stands aside; the president sustains it; what was open goes to the one who follows', async () => {
    const the = await (await openCourt()).file();
    await the.task('review-filing');
    await expect(asks(the, people.plaintiff, recusalOf(people.judge))).rejects.toMatchObject(code('not-accepted-yet'));
    await accepted(the);
    await the.answer('consent-online', { decision: 'consent' }, people.defendant);
    const permit = await the.task('permit-online');
    await expect(asks(the, people.plaintiff, recusalOf(people.operations))).rejects.toMatchObject(code('not-of-the-bench'));
    await expect(asks(the, people.operations, recusalOf(people.judge))).rejects.toMatchObject({ cause: { type: 'NotFound' } });
    const command = crypto.randomUUID();
    const answer = await asks(the, people.defendant, recusalOf(people.judge), command);
    expect(await asks(the, people.defendant, recusalOf(people.judge), command)).toEqual(answer);
    await expect(asks(the, people.defendant, recusalOf(people.judge))).rejects.toMatchObject(code('recusal-undecided'));
    await expect(the.complete(permit, { decision: 'permit' }, people.judge)).rejects.toMatchObject(code('recusal-undecided'));

    const decide = await the.task('decide-recusal');
    expect(decide.assignee).toEqual({ role: 'courtPresident' });
    await the.complete(decide, { decision: 'sustain', reason: '可能影响公正审理' }, people.courtPresident);
    await the.until('the bench changed', () => the.data('bench-changed').length === 1);
    expect(last(the, 'bench-changed')).toMatchObject({ from: people.judge, to: people.substitute, why: 'recusal', bench: { presidingJudge: people.substitute, clerk: people.clerk } });
    expect(the.data('task-reassigned')).toEqual([{ taskId: permit.taskId, kind: 'permit-online', to: people.substitute }]);
    await expect(the.complete(permit, { decision: 'permit' }, people.judge)).rejects.toMatchObject(code('task-not-yours'));
    await the.complete(permit, { decision: 'permit' }, people.substitute);
    await the.task('submit-evidence');
  }, 60_000);

  test('of the clerk the judge decides; a rejection is reconsidered once, during which the clerk works on', async () => {
    const the = await (await openCourt()).file();
    await exchanged(the);
    await asks(the, people.plaintiff, recusalOf(people.clerk));
    const decide = await the.task('decide-recusal');
    expect(decide.assignee).toEqual({ role: 'judge', personId: people.judge });
    await the.complete(decide, { decision: 'reject', reason: '不属于法定情形' }, people.judge);
    await the.until('decided', () => the.data('recusal-decided').length === 1);
    await asks(the, people.plaintiff, recusalOf(people.clerk));
    await the.until('asked again', () => the.data('recusal-asked').length === 2);
    expect(last(the, 'recusal-asked')).toMatchObject({ again: true, articles: ['CPL-50'] });
    await scheduled(the);
    await the.answer('decide-recusal', { decision: 'reject', reason: '维持原决定' }, undefined);
    await the.until('decided again', () => the.data('recusal-decided').length === 2);
    await expect(asks(the, people.plaintiff, recusalOf(people.clerk))).rejects.toMatchObject(code('reconsidered-already'));
    expect(the.data('bench-changed')).toEqual([]);
  }, 60_000);

  test('in the hearing: the room follows, the new judge moves it on, and the old one no longer', async () => {
    const the = await (await openCourt()).file();
    const unseated: string[] = [];
    court.faults = { unseat: async ({ personId }) => { unseated.push(personId); } };
    await exchanged(the);
    await scheduled(the);
    await prepared(the);
    await opened(the);
    await asks(the, people.defendant, recusalOf(people.judge));
    await the.answer('decide-recusal', { decision: 'sustain', reason: '情况属实' }, people.courtPresident);
    await the.until('the old seat is taken away', () => unseated.includes(people.judge));
    await comes(the, people.substitute, people.substitute);
    await expect(moveAs(the, 'begin-evidence', people.judge)).rejects.toMatchObject({ cause: { type: 'NotFound' } });
    for (const move of ['begin-evidence', 'begin-debate', 'begin-final-statements', 'close']) await moveAs(the, move, people.substitute);
    await the.answer('finish-transcript', { finished: true });
    await expect(asks(the, people.defendant, recusalOf(people.clerk))).rejects.toMatchObject(code('debate-ended'));
    for (const person of [people.plaintiff, people.defendant, people.clerk]) await signature(the, person);
    await signature(the, people.substitute, { next: 'archive' });
    await the.task('complete-archive');
    await expect(asks(the, people.defendant, recusalOf(people.clerk))).rejects.toMatchObject(code('being-archived'));
  }, 120_000);
});

describe('replacement (CPL-44, CPL-131)', () => {
  test.each([['replace', 1], ['keep', 0]] as const)('the division head decides: %s', async (decision, changes) => {
    const the = await (await openCourt()).file();
    await allotted(the);
    await asks(the, people.judge, { what: 'replacement', of: people.clerk, reason: '长期病假' });
    await expect(asks(the, people.judge, { what: 'replacement', of: people.clerk, reason: '长期病假' })).rejects.toMatchObject(code('replacement-undecided'));
    await the.answer('decide-replacement', { decision, reason: '依申请' }, people.divisionHead);
    await the.until('decided', () => the.data('decision').some(({ what }) => what === 'replacement'));
    await the.until('changed as decided', () => the.data('bench-changed').length === changes);
  }, 60_000);
});

describe('invitation (G3)', () => {
  const witness = () => ({ participantId: crypto.randomUUID(), personId: people.invited, role: 'witness' }) as const;
  const invited = (participant: ReturnType<typeof witness>) => ({ what: 'invitation', participant, reason: '知道交货经过' }) as const;

  test('a witness accepts in preparation: notice, channel, identity and seat, but neither consent nor evidence', async () => {
    const the = await (await openCourt()).file();
    await exchanged(the);
    await scheduled(the);
    await the.task('test-courtroom');
    const participant = witness();
    await expect(asks(the, people.plaintiff, invited(participant))).rejects.toMatchObject({ cause: { type: 'NotFound' } });
    await expect(asks(the, people.clerk, { ...invited(participant), participant: { ...participant, role: 'plaintiff' } })).rejects.toMatchObject(code('not-by-invitation'));
    await expect(asks(the, people.clerk, { ...invited(participant), participant: { ...participant, personId: people.judge } })).rejects.toMatchObject(code('of-the-bench'));
    await asks(the, people.clerk, invited(participant));
    await expect(asks(the, people.clerk, invited(witness()))).rejects.toMatchObject(code('invited-already'));
    await the.answer('accept-invitation', { decision: 'accept', understood: true });
    await the.until('noticed', () => the.data('notice-issued').some(({ participantId }) => participantId === participant.participantId));
    the.filing.participants.push(participant);
    await the.answer('choose-channel', channel, people.invited);
    const identity = await about(the, 'verify-identity', people.invited);
    await the.complete(identity, { decision: 'verified', documents: '居民身份证', views: noObjections(identity.facts) }, people.clerk);
    await prepared(the);
    await the.until('hearing stage', () => last(the, 'stage-entered')?.stage === 'hearing');
    const asked = the.data('task-opened').filter(({ task }) => task.assignee.personId === people.invited).map(({ task }) => task.kind);
    expect(asked.sort()).toEqual(['accept-invitation', 'choose-channel']);
    expect(last(the, 'participant-joined')).toMatchObject({ participant, how: 'invited', articles: ['G3', 'CPL-75'] });
  }, 60_000);

  test('the case is suspended after a witness has joined the preparation: nobody is asked any more, and the hearing is called off once', async () => {
    const the = await (await openCourt()).file();
    await exchanged(the);
    await scheduled(the);
    await the.task('test-courtroom');
    const participant = witness();
    await asks(the, people.clerk, invited(participant));
    await the.answer('accept-invitation', { decision: 'accept', understood: true });
    await the.task('choose-channel', ({ assignee }) => assignee.participantId === participant.participantId);
    await the.handle.executeUpdate(updates.tellCase, { args: [{ happening: { what: 'groundReported', ground: 'forceMajeure', participantId: the.participantOf(people.defendant), reason: '洪水', documents: [] }, personId: people.judge, commandId: crypto.randomUUID() }] });
    await the.answer('rule-on-suspension', { decision: 'suspend', reason: '不可抗力' });
    await the.until('suspended', () => the.data('case-suspended').length === 1);
    expect(the.openTasks.map(({ kind }) => kind)).toEqual(['resume-case']);
    await the.answer('resume-case', { decision: 'resume', reason: '道路恢复' });
    await the.answer('schedule-hearing', { decision: 'offline', reason: '当事人申请线下开庭' });
    await the.until('closed', () => the.data('case-closed').length === 1);
    expect(the.data('hearing-cancelled')).toHaveLength(1);
  }, 120_000);

  test('a witness accepts while the case stands still: nothing is asked of anybody, and the notice of the next session goes to the witness too (CPL-153)', async () => {
    const the = await (await openCourt()).file();
    await exchanged(the);
    await scheduled(the);
    await prepared(the);
    await the.confirmNotices();
    await the.until('hearing stage', () => last(the, 'stage-entered')?.stage === 'hearing');
    const participant = witness();
    await asks(the, people.clerk, invited(participant));
    await the.handle.executeUpdate(updates.tellCase, { args: [{ happening: { what: 'groundReported', ground: 'forceMajeure', participantId: the.participantOf(people.defendant), reason: '洪水', documents: [] }, personId: people.judge, commandId: crypto.randomUUID() }] });
    await the.answer('rule-on-suspension', { decision: 'suspend', reason: '不可抗力' });
    await the.until('suspended', () => the.data('case-suspended').length === 1);
    await the.answer('accept-invitation', { decision: 'accept', understood: true });
    await the.until('joined', () => last(the, 'participant-joined')?.participant.participantId === participant.participantId);
    await court.env.sleep('1 hour');
    expect(the.openTasks.map(({ kind }) => kind)).toEqual(['resume-case']);
    const noticed = () => the.data('notice-issued').filter(({ participantId }) => participantId === participant.participantId).length;
    expect(noticed()).toBe(0);
    await the.answer('resume-case', { decision: 'resume', reason: '道路恢复' });
    await scheduled(the);
    await the.until('noticed', () => noticed() === 1);
  }, 120_000);

  test('an interpreter joins a running hearing: a seat, the discipline, the signature', async () => {
    const the = await (await openCourt()).file();
    await exchanged(the);
    await scheduled(the);
    await prepared(the);
    await opened(the);
    const participant = { participantId: crypto.randomUUID(), personId: people.invited, role: 'interpreter' } as const;
    await asks(the, people.judge, { what: 'invitation', participant, reason: '被告听力障碍' });
    await the.answer('accept-invitation', { decision: 'accept', understood: true });
    await the.answer('acknowledge-discipline', { acknowledged: true, version: '2026-01' }, people.invited);
    await comes(the, people.invited, participant.participantId);
    await closed(the);
    await the.answer('finish-transcript', { finished: true });
    await the.task('sign-transcript', (open) => open.assignee.personId === people.invited);
  }, 120_000);

  test('the place of detention is invited for somebody in custody (ONL-37)', async () => {
    const the = await (await openCourt()).file();
    await allotted(the);
    const participant = { participantId: crypto.randomUUID(), personId: people.invited, role: 'detentionPlace' } as const;
    await asks(the, people.clerk, { what: 'invitation', participant, reason: '被告人在押' });
    await the.answer('accept-invitation', { decision: 'accept', understood: true });
    await the.until('joined', () => the.data('participant-joined').length === 1);
    expect(last(the, 'participant-joined')).toMatchObject({ participant, how: 'invited', articles: ['G3', 'ONL-37'] });
  }, 60_000);

  test('declined, or never answered: the case goes on without', async () => {
    const the = await (await openCourt()).file();
    await allotted(the);
    await asks(the, people.clerk, invited(witness()));
    await the.answer('accept-invitation', { decision: 'decline', reason: '当时不在场' });
    await the.until('declined', () => last(the, 'invitation-ended')?.how === 'declined');
    await asks(the, people.judge, invited(witness()));
    await the.task('accept-invitation');
    await court.env.sleep('15 days');
    await the.until('lapsed', () => last(the, 'invitation-ended')?.how === 'lapsed');
    expect(the.data('participant-joined')).toEqual([]);
  }, 60_000);
});

describe('change of representative (CPL-62, CPL-63)', () => {
  const agent = () => ({ participantId: crypto.randomUUID(), personId: people.agent, role: 'agent' }) as const;

  test('an agent is named and verified, then dismissed in preparation: nothing waits for them any more', async () => {
    const the = await (await openCourt()).file();
    await exchanged(the);
    const named = agent();
    const party = the.participantOf(people.plaintiff) ?? '';
    await expect(asks(the, people.defendant, { what: 'appointment', party, agent: named, kind: 'lawyer', powerOfAttorney: crypto.randomUUID() })).rejects.toMatchObject({ cause: { type: 'NotFound' } });
    await asks(the, people.plaintiff, { what: 'appointment', party, agent: named, kind: 'lawyer', powerOfAttorney: crypto.randomUUID() });
    await expect(the.answer('verify-representative', { decision: 'verified', authority: 'authorityEnded', checked: '授权委托书、律师证' }, undefined)).rejects.toMatchObject(code('authority-does-not-fit'));
    await the.answer('verify-representative', { decision: 'verified', authority: 'generalAuthority', checked: '授权委托书、律师证' }, undefined);
    await the.until('joined', () => the.data('participant-joined').length === 1);
    await scheduled(the);
    await the.task('choose-channel', (open) => open.assignee.personId === people.agent);

    await asks(the, people.plaintiff, { what: 'dismissal', party, agent: named.participantId, reason: '另行委托' });
    await expect(asks(the, people.plaintiff, { what: 'dismissal', party, agent: named.participantId, reason: '另行委托' })).rejects.toMatchObject(code('representative-being-verified'));
    await expect(the.answer('verify-representative', { decision: 'verified', authority: 'specialAuthority', checked: '解除委托书' }, undefined)).rejects.toMatchObject(code('authority-does-not-fit'));
    await the.answer('verify-representative', { decision: 'verified', authority: 'authorityEnded', checked: '解除委托书' }, undefined);
    await the.until('left', () => the.data('participant-left').length === 1);
    expect(the.openTasks.filter((open) => open.assignee.personId === people.agent || open.assignee.participantId === named.participantId)).toEqual([]);
    await prepared(the);
    await the.until('hearing stage', () => last(the, 'stage-entered')?.stage === 'hearing');
  }, 60_000);

  test('papers that are not in order change nothing', async () => {
    const the = await (await openCourt()).file();
    await allotted(the);
    await asks(the, people.defendant, { what: 'appointment', party: the.participantOf(people.defendant) ?? '', agent: agent(), kind: 'lawyer', powerOfAttorney: crypto.randomUUID() });
    await the.answer('verify-representative', { decision: 'rejected', reason: '未签名' }, undefined);
    await the.until('refused', () => the.data('representative-refused').length === 1);
    expect(the.data('participant-joined')).toEqual([]);
  }, 60_000);
});

async function allotted(the: TestCase): Promise<void> {
  await accepted(the);
  await the.until('accepted', () => the.data('case-accepted').length === 1);
}

/** Into the room, once the seat is there. */
async function comes(the: TestCase, personId: string, id: string): Promise<void> {
  await the.until('the seat', () => the.data('hearing-room').length > 0);
  for (let tries = 0; tries < 100 && !the.data('presence-changed').some((change) => change.participantId === id); tries += 1) {
    await the.presence('present', [personId]);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(the.data('presence-changed').map((change) => change.participantId)).toContain(id);
}

function moveAs(the: TestCase, move: string, personId: string): Promise<Journalled> {
  return court.env.client.workflow.getHandle(the.hearingStream).executeUpdate<Journalled, [unknown]>(updates.movePhase, {
    args: [{ move, as: 'judge', personId, commandId: crypto.randomUUID() }],
  });
}
