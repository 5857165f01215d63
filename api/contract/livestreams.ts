/** The livestream of a hearing: its approval is intended, objected to, told new facts, withdrawn (N1 to N4). Its steps are tasks. */
import { caseTypes } from '#domain/case/types.ts';
import { instances } from '#domain/filing/kinds.ts';
import { z } from 'zod';
import { base, commandAnswer, instant, words } from '#api/contract/shared.ts';
import { approvalStatuses } from '#domain/livestream/approval-state.ts';
import { changedFactsSchema, intendedFactsSchema, riskLevels } from '#domain/livestream/facts.ts';

const text = z.string().trim().min(2).max(2000);

const ground = z.object({ code: z.string(), message: words, article: z.string(), facts: z.array(z.string()) });

/** Everything of the approval: for the court alone (N2, 副卷). */
export const livestreamApproval = z.object({
  status: z.enum(approvalStatuses),
  statusWords: words,
  /** Rises with every change of facts or of the bench. */
  round: z.number(),
  risk: z.enum(riskLevels).nullable(),
  opening: instant,
  judgeInCharge: z.string(),
  panel: z.array(z.string()),
  facts: z.record(z.string(), z.unknown()),
  screening: z.object({ day: z.string(), streamable: z.boolean(), excluded: z.array(ground), encouraged: z.array(ground), reportedUpward: z.array(ground), articles: z.array(z.string()) }),
  assessments: z.array(z.object({ name: z.string(), at: instant, level: z.enum(riskLevels), reasons: z.string(), inForce: z.boolean() })),
  applications: z.array(z.object({
    name: z.string(), at: instant, version: z.number(), inForce: z.boolean(),
    content: z.object({ divisionOfLabour: z.string(), incidentPlan: z.string(), outcomePlan: z.string(), technicalArrangement: z.string(), opinion: z.string() }),
  })),
  returned: z.boolean(),
  steps: z.array(z.object({
    step: z.string(), kind: z.enum(['technicalScreening', 'approval', 'report']), role: z.string(), title: words, articles: z.array(z.string()),
    state: z.enum(['waiting', 'now', 'approved', 'refused']),
    given: z.array(z.object({ name: z.string(), at: instant, opinion: z.string(), reference: z.string().nullable(), version: z.number(), void: z.enum(['factsChanged', 'applicationChanged', 'benchChanged']).nullable() })),
    returns: z.array(z.object({ name: z.string(), at: instant, reason: z.string(), version: z.number() })),
  })),
  told: z.array(z.object({ participantId: z.uuid(), name: z.string(), role: z.string(), told: z.boolean() })),
  objections: z.array(z.object({
    objectionId: z.string(), name: z.string(), at: instant, grounds: z.string(),
    decided: z.object({ wellFounded: z.boolean(), reason: z.string(), at: instant, name: z.string() }).nullable(),
  })),
  lacking: z.array(words),
  end: z.object({ how: z.string(), at: instant, articles: z.array(z.string()), reason: words.nullable(), name: z.string().nullable() }).nullable(),
});
export type LivestreamApproval = z.infer<typeof livestreamApproval>;

export const livestreamView = z.object({
  hearing: z.object({ hearingId: z.uuid(), caseId: z.uuid(), caseNumber: z.string().nullable(), causeOfAction: z.string(), caseType: z.enum(caseTypes), instance: z.enum(instances), kind: z.string(), startsAt: instant, courtroom: z.string(), state: z.string() }),
  state: z.enum(['none', 'open', 'approved', 'notStreamed']),
  /** For whoever takes part: that it is intended or decided, their own objection, no more. */
  own: z.object({
    words: words.nullable(),
    told: z.boolean(),
    noteTaskId: z.uuid().nullable(),
    objections: z.array(z.object({ objectionId: z.string(), at: instant, grounds: z.string(), decided: z.object({ wellFounded: z.boolean(), reason: z.string(), at: instant }).nullable() })),
  }).nullable(),
  approval: livestreamApproval.nullable(),
  /** Versions of the approval form (N-form). */
  forms: z.array(z.object({ fileId: z.uuid(), version: z.number(), at: instant })),
  may: z.object({ intend: z.boolean(), object: z.boolean(), reportFacts: z.boolean(), withdraw: z.boolean(), seeCase: z.boolean() }),
});
export type LivestreamView = z.infer<typeof livestreamView>;

export const livestreams = {
  /** The court reads the whole approval; who takes part their own part of it. */
  get: base.route({ method: 'GET', path: '/hearings/{hearingId}/livestream' }).input(z.strictObject({ hearingId: z.uuid() })).output(livestreamView),
  /** The judge in charge, for a scheduled hearing, once. Off unless this is done. */
  intend: base.route({ method: 'POST', path: '/hearings/{hearingId}/livestream' })
    .input(z.strictObject({ hearingId: z.uuid(), facts: intendedFactsSchema })).output(commandAnswer),
  /** Whoever takes part, at any time until the opening (N4 (3), (4)). */
  object: base.route({ method: 'POST', path: '/hearings/{hearingId}/livestream/objections' })
    .input(z.strictObject({ hearingId: z.uuid(), grounds: text })).output(commandAnswer),
  /** The bench, the clerk, the trial management office: the livestream is screened again at once. */
  reportFacts: base.route({ method: 'POST', path: '/hearings/{hearingId}/livestream/facts' })
    .input(z.strictObject({ hearingId: z.uuid(), facts: changedFactsSchema, reason: text })).output(commandAnswer),
  withdraw: base.route({ method: 'POST', path: '/hearings/{hearingId}/livestream/withdrawal' })
    .input(z.strictObject({ hearingId: z.uuid(), reason: text })).output(commandAnswer),
};
