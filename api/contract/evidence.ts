/** Evidence (G8): what people read of it, and what they do with it beside their tasks. */
import { z } from 'zod';
import { base, commandAnswer, instant } from '#api/contract/shared.ts';
import { evidenceAct } from '#domain/evidence/acts.ts';
import { evidenceForms, evidenceKinds } from '#domain/evidence/item.ts';
import { lateDecisions, latenesses } from '#domain/evidence/lateness.ts';
import { periodBases, procedures } from '#domain/evidence/period.ts';

const described = {
  title: z.string(), source: z.string(), proves: z.string(), fileId: z.uuid(),
  kind: z.enum(evidenceKinds).nullable(), form: z.enum(evidenceForms).nullable(), pages: z.number().nullable(),
};

export const opinionView = z.object({
  by: z.uuid(), version: z.number(), at: instant, enteredByCourt: z.boolean(),
  authenticity: z.boolean(), legality: z.boolean(), relevance: z.boolean(),
  reasons: z.object({ authenticity: z.string().optional(), legality: z.string().optional(), relevance: z.string().optional() }),
  remark: z.string(),
});

export const evidenceView = z.object({
  ...described,
  evidenceId: z.uuid(), submittedBy: z.uuid(), number: z.number().nullable(), at: instant, version: z.number(), mediaType: z.string().nullable(),
  formerVersions: z.array(z.object({ ...described, version: z.number(), at: instant })),
  opinions: z.array(opinionView),
  late: z.object({ reason: z.string(), decision: z.object({ lateness: z.enum(latenesses), decision: z.enum(lateDecisions), reason: z.string(), fineYuan: z.number().nullable(), at: instant }).nullable() }).nullable(),
  withdrawn: z.object({ at: instant, reason: z.string() }).nullable(),
  offeredIn: z.uuid().nullable(),
  examination: z.object({ state: z.enum(['presented', 'examined']), hearingId: z.uuid(), at: instant }).nullable(),
});
export type EvidenceView = z.infer<typeof evidenceView>;

/** 举证期限 as it stands. */
export const evidencePeriodView = z.object({
  procedure: z.enum(procedures), days: z.number(), basis: z.enum(periodBases), from: z.string(), lastDay: z.string(),
  /** The last instant in which evidence is in time. */
  until: instant,
});

export const guidanceView = z.object({
  taskId: z.uuid(), participantId: z.uuid(), about: z.string(), callBack: z.string(), askedAt: instant,
  state: z.enum(['open', 'completed', 'withdrawn']), result: z.enum(['guided', 'notReached']).nullable(), record: z.string().nullable(), endedAt: instant.nullable(),
});

export const evidence = {
  /** Offer, replace, take back, give an opinion, show, examine, set the time, ask for a technician. */
  act: base.route({ method: 'POST', path: '/cases/{caseId}/evidence/acts' })
    .input(z.strictObject({ caseId: z.uuid(), act: evidenceAct })).output(commandAnswer),
};
