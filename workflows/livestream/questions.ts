/**
 * Each question of the approval as a task, and what its answer means. The state machine is asked in the validator, and
 * again when the answer is taken: what it refuses leaves the task open.
 */
import type { Assignee } from '#domain/journal/entries.ts';
import { applicationInForce, riskOf } from '#domain/livestream/approval-state.ts';
import type { ApprovalEvent } from '#domain/livestream/approval.ts';
import type { Work } from '#domain/livestream/work.ts';
import { taskCatalogue, type OutcomeOf, type TaskKindName } from '#domain/tasks/catalogue.ts';
import { addWorkingDays } from '#domain/calendar/working-calendar.ts';
import { boundsOf, dayOf } from '#domain/calendar/day.ts';
import type { PersonId } from '#domain/case/ids.ts';
import type { CourtLivestream } from './court-livestream.ts';
import { sendNotice } from './effects.ts';

interface Question<K extends TaskKindName> {
  kind: K;
  assignee: Assignee;
  facts?: Record<string, unknown>;
  means: (outcome: OutcomeOf<K>, said: Said) => ApprovalEvent;
}
interface Said { by: PersonId; at: string }

/** Opens the task. Answers how it is taken back. */
export function ask(the: CourtLivestream, work: Work): { withdraw: (why: string) => void } {
  switch (work.what) {
    case 'assess': return open(the, work, {
      kind: 'assess-livestream-risk', assignee: { role: 'judge', personId: work.personId }, facts: { facts: the.approval.facts, round: the.approval.round },
      means: ({ level, reasons }, said) => ({ what: 'assessed', level, reasons, ...said }),
    });
    case 'apply': return open(the, work, {
      kind: 'apply-livestream', assignee: { role: 'judge', personId: work.personId },
      facts: { risk: riskOf(the.approval), ...(work.returned ? { why: work.returned.reason, returnedBy: work.returned.step } : {}), previous: the.approval.applications.at(-1) ?? null },
      means: (outcome, said) => {
        if (outcome.decision === 'withdraw') return { what: 'withdrawn', reason: outcome.reason, ...said };
        const { decision: _decision, etiquette: _etiquette, ...content } = outcome;
        return { what: 'applied', content, ...said };
      },
    });
    case 'step': return askStep(the, work);
    case 'note': {
      const { participantId, personId } = work.participant;
      sendNotice(the, work.participant);
      return open(the, work, {
        kind: 'note-livestream', assignee: { role: 'participant', personId, participantId },
        means: (outcome, said) => (outcome.answer === 'noted'
          ? { what: 'told', participantId, ...said }
          : { what: 'objected', objectionId: `note/${participantId}`, participantId, grounds: outcome.grounds, ...said }),
      });
    }
    case 'decideObjection': {
      const { objectionId, participantId, grounds } = work.objection;
      return open(the, work, {
        kind: 'decide-livestream-objection', assignee: { role: 'judge', personId: work.personId, participantId }, facts: { participantId, why: grounds },
        means: (outcome, said) => ({ what: 'objectionDecided', objectionId, participantId, wellFounded: outcome.decision === 'wellFounded', reason: outcome.reason, ...said }),
      });
    }
  }
}

/** A step of the chain is decided by whoever holds the office (N2, N6). */
function askStep(the: CourtLivestream, work: Extract<Work, { what: 'step' }>): { withdraw: (why: string) => void } {
  const { id: step, role, title, task: kind } = work.step;
  const about = { assignee: { role }, facts: { step, level: title, risk: riskOf(the.approval), application: applicationInForce(the.approval) ?? null, facts: the.approval.facts } };
  switch (kind) {
    case 'screen-livestream': return open(the, work, {
      kind, ...about,
      means: (outcome, said) => (outcome.decision === 'pass' ? { what: 'stepApproved', step, opinion: outcome.opinion, ...said } : sentBack(step, outcome, said)),
    });
    case 'approve-livestream-division-head':
    case 'approve-livestream-vice-president': return open<typeof kind>(the, work, {
      kind, ...about,
      means: (outcome, said) => (outcome.decision === 'approve' ? { what: 'stepApproved', step, opinion: outcome.opinion, ...said } : sentBack(step, outcome, said)),
    });
    case 'report-livestream': return open(the, work, {
      kind, ...about,
      means: (outcome, said) => {
        switch (outcome.decision) {
          case 'agreed': return { what: 'stepApproved', step, opinion: outcome.opinion, reference: outcome.reference, ...said };
          case 'returned': return { what: 'stepReturned', step, reason: outcome.reason, ...said };
          case 'refused': return { what: 'stepRefused', step, reason: outcome.reason, reference: outcome.reference, ...said };
        }
      },
    });
  }
}

const sentBack = (step: string, { decision, reason }: { decision: 'return' | 'refuse'; reason: string }, said: Said): ApprovalEvent =>
  ({ what: decision === 'return' ? 'stepReturned' : 'stepRefused', step, reason, ...said });

function open<K extends TaskKindName>(the: CourtLivestream, work: Work, { kind, assignee, facts, means }: Question<K>): { withdraw: (why: string) => void } {
  const event = (outcome: OutcomeOf<K>, by: PersonId): ApprovalEvent => means(outcome, { by, at: the.clock.iso() });
  return the.tasks.open(kind, {
    assignee, hearingId: the.input.hearingId, dueAt: dueAt(the, kind), ...(facts ? { facts } : {}),
    check: (outcome, by) => the.refusalOf(event(outcome, by)),
    // Taken before the task is closed, and in the same breath: between the two nothing else can happen.
    settle: async (outcome, by) => {
      const taken = the.take(event(outcome, by), work.key);
      return typeof taken === 'number' ? undefined : taken;
    },
  });
}

/** N2: 于开庭前. No question is due later than the opening. */
function dueAt(the: CourtLivestream, kind: TaskKindName): number {
  const { due } = taskCatalogue[kind];
  const opening = Date.parse(the.approval.opening);
  if (due.in !== 'workingDays') return opening;
  return Math.min(opening, boundsOf(addWorkingDays(the.input.calendar, dayOf(the.clock.now()), due.count)).last);
}
