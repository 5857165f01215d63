/**
 * G2: each device test is scored and kept in the file. One that does not suffice is a technician's task, who helps, finds
 * another channel or postpones; a participant may test again at any time, and a good test takes the task back.
 */
import type { ParticipantId } from '#domain/case/ids.ts';
import type { Participant, ScheduledHearing } from '#domain/case/types.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import type { Journalled } from '#domain/messages/messages.ts';
import type { ReportSelfTest } from '#domain/messages/scheduling.ts';
import { scoreSelfTest, selfTestFindingsSchema, type SelfTestFindings } from '#domain/preparation/self-test-score.ts';
import { invalid, notFound, refused } from '../support/failures.ts';
import type { CourtCase } from './court-case.ts';
import type { Readiness } from './preparation.ts';

const keyOf = (hearingId: string, participantId: ParticipantId): string => `${hearingId}/${participantId}`;

/** Scores it and writes it down; tells whoever waits for a better one. @returns the entry's number */
export function noteSelfTest(the: CourtCase, hearing: ScheduledHearing, { participantId }: Participant, findings: SelfTestFindings, by: string): number {
  const score = scoreSelfTest(findings);
  const seq = the.journal.note('self-tested', { hearingId: hearing.hearingId, participantId, findings, score, by });
  const key = keyOf(hearing.hearingId, participantId);
  const passed = score.verdict !== 'failed';
  the.selfTests.set(key, passed);
  the.lastTests.set(key, { score: score.score, verdict: score.verdict, deductions: score.deductions, channel: findings.channel });
  the.onSelfTested(key, passed);
  return seq;
}

/** Ready at once when the last test sufficed; else when a technician has helped or a later test suffices. */
export async function testSuffices(the: CourtCase, hearing: ScheduledHearing, participant: Participant): Promise<Readiness> {
  const key = keyOf(hearing.hearingId, participant.participantId);
  if (the.selfTests.get(key)) return { ready: true };
  const { participantId } = participant;
  const help = the.tasks.open('help-with-test', { assignee: { ...the.forTechnician(), participantId }, hearingId: hearing.hearingId, facts: { participantId, test: the.lastTests.get(key) ?? null } });
  const others = the.onSelfTested;
  the.onSelfTested = (tested, passed) => {
    others(tested, passed);
    if (tested === key && passed) help.withdraw('the participant tested again, and it suffices');
  };
  const helped = await help.ended;
  if (helped.how !== 'answered') return the.selfTests.get(key) ? { ready: true } : { ready: false, exit: 'postponed', reason: helped.how };
  const { outcome } = helped;
  if (outcome.result === 'postpone') return { ready: false, exit: 'postponed', reason: outcome.reason };
  the.selfTests.set(key, true);
  return { ready: true };
}

/** The Update's validator: synchronous. */
export function validateSelfTest(the: CourtCase, { hearingId, participantId, personId, findings }: ReportSelfTest): void {
  if (!the.hearings.some((hearing) => hearing.hearingId === hearingId)) throw notFound('hearing');
  if (!the.participants.some((participant) => participant.participantId === participantId && participant.personId === personId)) throw notFound('participant');
  const checked = selfTestFindingsSchema.safeParse(findings);
  if (!checked.success) throw invalid(checked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
  if (the.booked?.hearing.hearingId !== hearingId) throw refused(tooLate);
}

export function reportSelfTest(the: CourtCase, { hearingId, participantId, personId, findings }: ReportSelfTest): Journalled {
  const hearing = the.hearings.find((one) => one.hearingId === hearingId);
  const participant = the.participants.find((one) => one.participantId === participantId);
  if (!hearing || !participant) throw notFound('hearing');
  return { stream: the.journal.stream, seq: noteSelfTest(the, hearing, participant, findings, personId) };
}

const tooLate: Refusal = {
  code: 'test-too-late', articles: ['G2'], message: { zh: '只能在开庭前测试设备。', en: 'The device is tested before the hearing.' },
};
