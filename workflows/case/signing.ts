/**
 * G9: the clerk finishes the transcript, a version is frozen, everybody signs that version: participants, then the
 * clerk, then the judge. An amendment makes a new version and voids the signatures given. A refusal is recorded.
 */
import type { OutcomeOf } from '#domain/tasks/catalogue.ts';
import type { PersonId } from '#domain/case/ids.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import type { ReopenTranscript } from '#domain/messages/messages.ts';
import type { StageExit } from '#domain/case/stages.ts';
import type { Assignee } from '#domain/journal/entries.ts';
import type { FrozenTranscript } from '#activities/court-activities.ts';
import { court } from '../support/activities.ts';
import type { CourtCase } from './court-case.ts';
import { sessionOutcome } from './outcomes.ts';

type RoundEnd = { signed: true; next: 'archive' | 'anotherSession' } | { signed: false };

/** One round of signing over one version; an amendment voids it, and nothing more is asked on its behalf. */
interface Round { version: FrozenTranscript; voided: boolean }
type Signing = OutcomeOf<'sign-transcript'>;

export async function signing(courtCase: CourtCase): Promise<StageExit<'signing'>> {
  for (;;) {
    const version = await finishedTranscript(courtCase);
    const round: Round = { version, voided: false };
    const end = await untilReopened(courtCase, round, signingRound(courtCase, round));
    if (!end.signed) continue;
    if (courtCase.lastEnding === 'adjourned') return 'anotherSession';
    // What was adjourned or withdrawn has come to nothing of its kind.
    const after = courtCase.lastEnding === 'ended' ? await sessionOutcome(courtCase) : 'asTheJudgeSaid';
    if (after === 'settled') return 'signed';
    return after === 'goesOn' || end.next === 'anotherSession' ? 'anotherSession' : 'signed';
  }
}

async function finishedTranscript(courtCase: CourtCase): Promise<FrozenTranscript> {
  const { hearingId } = courtCase.hearing;
  let frozen: FrozenTranscript | undefined;
  while (frozen === undefined) {
    await courtCase.tasks.open('finish-transcript', {
      assignee: courtCase.forClerk(), hearingId,
      settle: async () => {
        const step = await courtCase.steps.attempt('freezeTranscript', court.freezeTranscript, {
          caseId: courtCase.filing.caseId, hearingId, at: courtCase.clock.iso(),
        });
        if (!step.done) return notFrozen(step.reason);
        if (step.value.lines === 0) return emptyTranscript;
        frozen = { version: step.value.version, sha256: step.value.sha256, lines: step.value.lines };
        return undefined;
      },
    }).ended;
  }
  courtCase.journal.note('transcript-frozen', { hearingId, version: frozen.version, sha256: frozen.sha256 });
  return frozen;
}

/** Participants at once, then the clerk, then who hears the case (CPL-150): the panel's members, and last the presiding judge, who also says what follows. */
async function signingRound(courtCase: CourtCase, round: Round): Promise<RoundEnd> {
  await Promise.all(courtCase.participants.map((participant) => signatureOf(courtCase, round, courtCase.forParticipant(participant), participant.role)));
  await signatureOf(courtCase, round, courtCase.forClerk(), 'clerk');
  await Promise.all((courtCase.allotted.panel ?? []).map((personId) => signatureOf(courtCase, round, { role: 'judge', personId }, 'panelMember')));
  const last = await signatureOf(courtCase, round, courtCase.forJudge(), 'presidingJudge');
  if (round.voided) return { signed: false };
  return { signed: true, next: last?.decision === 'sign' && last.next === 'anotherSession' ? 'anotherSession' : 'archive' };
}

async function signatureOf(courtCase: CourtCase, round: Round, assignee: Assignee & { personId: PersonId }, as: string): Promise<Signing | undefined> {
  if (round.voided) return undefined;
  const { hearingId } = courtCase.hearing;
  const { version } = round;
  const signing = await courtCase.tasks.open('sign-transcript', {
    assignee, hearingId,
    facts: { version: version.version, sha256: version.sha256, as },
    endsWhenOverdue: assignee.role === 'participant',
    check: (outcome) => signable(outcome, version, as),
  }).ended;
  if (signing.how === 'withdrawn') return undefined;
  if (signing.how === 'answered' && signing.outcome.decision === 'sign') {
    const { signatureFileId, verifiedBy, versionHash } = signing.outcome;
    courtCase.journal.note('transcript-signed', { hearingId, version: version.version, sha256: versionHash, by: signing.by, as, signatureFileId, verifiedBy });
    return signing.outcome;
  }
  const why = signing.how === 'answered' && signing.outcome.decision === 'refuse' ? signing.outcome.reason : '逾期未签名';
  const record = await courtCase.tasks.open('record-refusal-to-sign', {
    assignee: { ...courtCase.forClerk(), ...(assignee.participantId ? { participantId: assignee.participantId } : {}) },
    hearingId, facts: { version: version.version, as, why, personId: assignee.personId },
  }).ended;
  if (record.how === 'answered') {
    courtCase.journal.note('signature-refused', { hearingId, version: version.version, by: assignee.personId, as, why: `${why}；${record.outcome.circumstances}` });
  }
  return undefined;
}

/** The judge's amendment ends the round: open signatures are taken back, those given become void. */
async function untilReopened(courtCase: CourtCase, round: Round, running: Promise<RoundEnd>): Promise<RoundEnd> {
  const { hearingId } = courtCase.hearing;
  const reopened = new Promise<RoundEnd>((resolve) => {
    courtCase.onTranscriptReopened = (request: ReopenTranscript) => {
      round.voided = true;
      courtCase.journal.note('transcript-reopened', { hearingId, version: round.version.version, why: request.reason, by: request.personId });
      courtCase.onTranscriptReopened = undefined;
      courtCase.tasks.withdrawAll('the transcript was amended (G9)', (task) => task.kind === 'sign-transcript' || task.kind === 'record-refusal-to-sign');
      resolve({ signed: false });
    };
  });
  const result = await Promise.race([running, reopened]);
  courtCase.onTranscriptReopened = undefined;
  return result;
}

function signable(outcome: Signing, version: FrozenTranscript, as: string): Refusal | undefined {
  if (outcome.decision === 'refuse') return undefined;
  if (outcome.versionHash !== version.sha256) {
    return { code: 'another-version', articles: ['G9'], message: { zh: '笔录已有新版本，请重新阅读后签名。', en: 'There is a newer version of the transcript; read it and sign again.' } };
  }
  if (as === 'presidingJudge' && outcome.next === undefined) {
    return { code: 'next-not-said', articles: ['G9'], message: { zh: '请选择归档或者再次开庭。', en: 'Say what follows: archive or another session.' } };
  }
  if (as !== 'presidingJudge' && outcome.next !== undefined) {
    return { code: 'next-is-for-the-judge', articles: ['G9'], message: { zh: '下一步由审判长决定。', en: 'What follows is for the presiding judge.' } };
  }
  return undefined;
}

const notFrozen = (reason: string): Refusal => ({
  code: 'transcript-not-frozen', articles: ['G9'], message: { zh: `未能生成签名版本：${reason}`, en: `The version could not be made: ${reason}` },
});

const emptyTranscript: Refusal = {
  code: 'transcript-empty', articles: ['G9'], message: { zh: '笔录没有内容。', en: 'The transcript has no lines.' },
};
