/** Lawful answers to every task, chosen by a seed: mostly the usual one, now and then any other that the law knows. */
import { randomUUID } from 'node:crypto';
import type { OpenedTask } from '#domain/journal/entries.ts';
import type { OutcomeOf, TaskKindName } from '#domain/tasks/catalogue.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { refusalOfTermination, terminationGrounds, type SuspensionGround, type TerminationGround } from '#domain/case/suspension.ts';
import { sessionKinds } from '#domain/case/types.ts';
import { groundsFor } from '#domain/filing/rejection.ts';
import type { RejectionGround } from '#domain/filing/rejection-grounds.ts';
import type { Random } from '#workflows/testing/random.ts';
import { channel, lawfulDay, noObjections } from '#workflows/testing/walk.ts';
import type { TestCase } from '#workflows/testing/court.ts';

type Answers = { [K in TaskKindName]?: (random: Random, task: OpenedTask, the: TestCase) => OutcomeOf<K> | Promise<OutcomeOf<K>> };

const because = '按随机生成的案情处理';
const seldom = 0.06;
const usual = <T>(random: Random, most: T, ...others: T[]): T => (random.chance(seldom * others.length) ? random.pick(others) : most);

/** Where the law lets a case be terminated. */
function terminations({ facts }: OpenedTask, the: TestCase): { decision: 'terminate'; ground: TerminationGround; reason: string }[] {
  const about = the.everybody.find(({ participantId }) => participantId === facts['participantId'])?.role;
  const day = dayOf(Date.parse(the.entries[0]?.at ?? ''));
  return terminationGrounds
    .filter((ground) => refusalOfTermination(ground, { caseType: the.filing.facts.caseType, reported: facts['ground'] as SuspensionGround, about }, day) === undefined)
    .map((ground) => ({ decision: 'terminate', ground, reason: because }));
}

/** CPL-86: an appeal that came late is not heard, unless the period is extended. */
const groundOf = (random: Random, { filing: { facts, appeal } }: TestCase): RejectionGround => (appeal?.late ? 'appealLate' : random.pick(groundsFor(facts).filter((ground) => ground !== 'appealLate')));

const answers: Answers = {
  'review-filing': (random, _task, the) => usual<OutcomeOf<'review-filing'>>(random, { decision: 'accept' }, { decision: 'correct', corrections: [{ what: 'missing:evidence', why: because }], days: random.between(3, 15) }, { decision: 'reject', ground: groundOf(random, the), reason: because }),
  'admit-late-evidence': (random) => random.pick<OutcomeOf<'admit-late-evidence'>>([
    { lateness: 'objective', basicFact: true, decision: 'admit', reason: because }, { lateness: 'gross', basicFact: false, decision: 'refuse', reason: because },
  ]),
  'guide-evidence': () => ({ result: 'guided', record: because }),
  'correct-filing': () => ({ explanation: because, materials: [randomUUID()] }),
  'propose-online': (random) => usual<OutcomeOf<'propose-online'>>(random, { decision: 'propose', explanation: because }, { decision: 'offline', reason: because }),
  'permit-online': (random) => usual<OutcomeOf<'permit-online'>>(random, { decision: 'permit' }, { decision: 'refuse', reason: because }),
  'consent-online': (random) => usual<OutcomeOf<'consent-online'>>(random, { decision: 'consent' }, { decision: 'refuse', reason: because }),
  'submit-evidence': (random) => ({ items: Array.from({ length: random.between(0, 3) }, (_, index) => ({ title: `证据${index + 1}`, source: '当事人', proves: '待证事实', fileId: randomUUID() })) }),
  'confirm-evidence': (random, { facts }) => ({
    opinions: (facts['items'] as { evidenceId: string }[]).map(({ evidenceId }) => ({ evidenceId, authenticity: random.chance(0.8), legality: random.chance(0.9), relevance: random.chance(0.7), remark: because })),
  }),
  async 'schedule-hearing'(random, _task, the) {
    if (random.chance(seldom)) return { decision: 'offline', reason: because };
    const [held, startTime] = [random.pick(sessionKinds.filter((kind) => kind !== 'custodyQuestioning')), random.pick(['09:00', '09:30', '14:30'])];
    return { decision: 'schedule', kind: random.chance(0.6) ? 'trial' : held, day: await lawfulDay(the), startTime, durationMinutes: random.between(30, 120), courtroomId: 'c1' };
  },
  'phone-notice': (random) => usual<OutcomeOf<'phone-notice'>>(random, { result: 'reached', record: because }, { result: 'notReached', record: because }),
  'waive-notice': (random) => usual<OutcomeOf<'waive-notice'>>(random, { decision: 'waive', reason: because }, { decision: 'postpone', reason: because }),
  'choose-channel': (random) => ({ ...channel, channel: random.pick(['pc', 'phone'] as const), camera: random.chance(0.95) }),
  'verify-identity': (random, { facts }) => usual<OutcomeOf<'verify-identity'>>(random, { decision: 'verified', documents: '居民身份证', views: noObjections(facts), ...(facts['agent'] ? { powerOfAttorney: true as const } : {}) }, { decision: 'postpone', reason: because }, { decision: 'offline', reason: because }),
  'test-courtroom': (random) => usual<OutcomeOf<'test-courtroom'>>(random, { result: 'ready', venue: true, network: true, video: true, sound: true, platform: true }, { result: 'postpone', reason: because }, { result: 'offline', reason: because }),
  'test-courtroom-technology': (random) => usual<OutcomeOf<'test-courtroom-technology'>>(random, { result: 'ready', network: true, video: true, sound: true, recording: true, platform: true }, { result: 'postpone', reason: because }, { result: 'offline', reason: because }),
  'help-with-test': (random) => random.pick<OutcomeOf<'help-with-test'>>([{ result: 'solved', done: because }, { result: 'solved', done: because }, { result: 'otherChannel', channel: 'phone', done: because }, { result: 'postpone', reason: because }]),
  async 'recheck-date'(random, _task, the) {
    if (random.chance(0.5)) return { decision: 'keep', reason: because };
    return { decision: 'move', day: await lawfulDay(the), startTime: '09:30', durationMinutes: 60, courtroomId: 'c1', reason: because };
  },
  'acknowledge-discipline': () => ({ acknowledged: true, version: '2026-01' }),
  'suspend-or-continue': (random) => random.pick<OutcomeOf<'suspend-or-continue'>>([{ decision: 'wait' }, { decision: 'suspend' }, { decision: 'suspend' }, { decision: 'adjourn', reason: because }]),
  'verify-cause': (random) => ({ cause: random.pick(['network', 'device', 'power', 'leftWithoutReason', 'other'] as const), findings: because }),
  'rule-on-departure': (random) => ({ ruling: random.pick(['no-consequence', 'adjourn', 'judgment-in-absence', 'treat-as-withdrawn', 'treat-appeal-as-withdrawn'] as const), prompted: true, warned: true, counterclaim: false, reason: because }),
  'resume-hearing': () => ({ resume: true }),
  'adjourn-hearing': (random) => usual<OutcomeOf<'adjourn-hearing'>>(random, { decision: 'wait' }, { decision: 'adjourn', reason: because }),
  'explain-gap': () => ({ explanation: because }),
  'finish-transcript': () => ({ finished: true }),
  'sign-transcript': (random, { facts }) => {
    if (facts['as'] !== 'presidingJudge' && facts['as'] !== 'clerk' && random.chance(seldom)) return { decision: 'refuse', reason: because };
    const next = facts['as'] === 'presidingJudge' ? { next: random.chance(0.1) ? 'anotherSession' as const : 'archive' as const } : {};
    return { decision: 'sign', versionHash: String(facts['sha256']), signatureFileId: randomUUID(), verifiedBy: 'phoneCode', ...next };
  },
  'write-mediation-agreement': (random) => random.pick<OutcomeOf<'write-mediation-agreement'>>([
    { decision: 'reached', terms: because, form: 'mediationDocument' }, { decision: 'reached', terms: because, form: 'inTheTranscript' }, { decision: 'notReached', reason: because },
  ]),
  'sign-mediation-agreement': (random, { facts }) => usual<OutcomeOf<'sign-mediation-agreement'>>(random,
    { decision: 'sign', versionHash: String(facts['sha256']), signatureFileId: randomUUID(), verifiedBy: 'phoneCode' }, { decision: 'refuse', reason: because }),
  'confirm-mediation-agreement': (random) => usual<OutcomeOf<'confirm-mediation-agreement'>>(random, { decision: 'confirm' }, { decision: 'refuse', reason: because }),
  'settle-issues': () => ({ agreed: because, disputed: because }),
  'enter-judgment': () => ({ findings: because, operative: because, appeal: because }),
  'list-document-to-serve': () => ({ title: '传票', fileId: randomUUID() }),
  'receive-document': (random) => random.pick<OutcomeOf<'receive-document'>>([{ answer: 'received' }, { answer: 'received' }, { answer: 'received' }, { answer: 'paper', address: '某街一号' }, { answer: 'refuse', reason: because }]),
  'record-service': async (random, _task, the) => (random.chance(0.9)
    ? { result: 'served', how: random.pick(['inPerson', 'byPost'] as const), servedOn: dayOf(await the.court.env.currentTimeMs()), receivedBy: '本人', circumstances: because }
    : { result: 'notServed', circumstances: because }),
  'record-refusal-to-sign': () => ({ circumstances: because }),
  'complete-archive': () => ({ checked: true, registrationNumber: '豫0611录备〔2026〕1号' }),
  'decide-recusal': (random) => random.pick<OutcomeOf<'decide-recusal'>>([{ decision: 'sustain', reason: because }, { decision: 'reject', reason: because }]),
  'decide-replacement': (random) => random.pick<OutcomeOf<'decide-replacement'>>([{ decision: 'replace', reason: because }, { decision: 'keep', reason: because }]),
  'answer-assessor-invitation': (random) => usual<OutcomeOf<'answer-assessor-invitation'>>(random, { decision: 'accept', noGround: true }, { decision: 'decline', reason: because }, { decision: 'recuse', ground: 'interest', reason: because }),
  'fill-assessor-seat': (random) => random.pick<OutcomeOf<'fill-assessor-seat'>>([{ decision: 'judge', reason: because }, { decision: 'again', reason: because }]),
  'accept-invitation': (random) => usual<OutcomeOf<'accept-invitation'>>(random, { decision: 'accept', understood: true }, { decision: 'decline', reason: because }),
  'verify-representative': (random, { facts }) => usual<OutcomeOf<'verify-representative'>>(random, { decision: 'verified', authority: facts['ends'] === true ? 'authorityEnded' : 'generalAuthority', checked: '授权委托书' }, { decision: 'rejected', reason: because }),
  'decide-fact': (random) => random.pick<OutcomeOf<'decide-fact'>>([{ decision: 'reject', reason: because }, { decision: 'accept', reason: because }]),
  'rule-on-withdrawal': (random) => random.pick<OutcomeOf<'rule-on-withdrawal'>>([{ decision: 'refuse', reason: because }, { decision: 'permit', reason: because }]),
  'confirm-settlement': (random) => usual<OutcomeOf<'confirm-settlement'>>(random, { decision: 'confirm' }, { decision: 'reject', reason: because }),
  'rule-on-settlement': (random) => random.pick<OutcomeOf<'rule-on-settlement'>>([{ decision: 'mediationAgreement', terms: because }, { decision: 'withdrawal', reason: because }, { decision: 'refuse', reason: because }]),
  'receive-mediation-agreement': (random) => usual<OutcomeOf<'receive-mediation-agreement'>>(random, { decision: 'received' }, { decision: 'refused', reason: because }),
  'rule-on-suspension': (random, task, the) => random.pick<OutcomeOf<'rule-on-suspension'>>([
    { decision: 'suspend', reason: because }, { decision: 'reject', reason: because }, ...terminations(task, the),
  ]),
  'resume-case': (random, task, the) => usual<OutcomeOf<'resume-case'>>(random, { decision: 'resume', reason: because }, ...terminations(task, the)),
  'decide-recordings-request': (random) => random.pick<OutcomeOf<'decide-recordings-request'>>([
    { decision: 'grant', how: 'view', days: random.between(1, 30), reason: because }, { decision: 'grant', how: 'copy', days: random.between(1, 30), reason: because }, { decision: 'refuse', reason: because },
  ]),
  'confirm-repair': (random) => usual<OutcomeOf<'confirm-repair'>>(random, { decision: 'confirm' }, { decision: 'refuse', reason: because }),
  'repair-step': (random) => usual<OutcomeOf<'repair-step'>>(random, { action: 'retry' }, { action: 'skip', reason: because }, { action: 'fail', reason: because }),
};

/** @throws Error for a kind that this generator does not know: a new one is added here */
export async function randomAnswer(random: Random, task: OpenedTask, the: TestCase): Promise<unknown> {
  const answer = answers[task.kind] as ((random: Random, task: OpenedTask, the: TestCase) => unknown) | undefined;
  if (!answer) throw new Error(`No random answer to ${task.kind}`);
  return answer(random, task, the);
}
