/** The work queue: what a person has to do. */
import { z } from 'zod';
import { caseTypes } from '#domain/case/types.ts';
import { instances } from '#domain/filing/kinds.ts';
import { assessorInvitation } from '#api/contract/assessors.ts';
import { base, commandAnswer, instant, personRef } from '#api/contract/shared.ts';

export const taskRow = z.object({
  taskId: z.uuid(),
  caseId: z.uuid(),
  caseNumber: z.string().nullable(),
  causeOfAction: z.string(),
  /** What the parties are called depends on both (domain/filing/party-words.ts). */
  caseType: z.enum(caseTypes),
  instance: z.enum(instances),
  parties: z.string(),
  kind: z.string(),
  role: z.string(),
  state: z.enum(['open', 'completed', 'withdrawn']),
  assignee: personRef.nullable(),
  /** The participant that the task is about or for, with role in the case. */
  participant: z.object({ participantId: z.uuid(), personId: z.uuid(), name: z.string(), role: z.string() }).nullable(),
  hearingId: z.uuid().nullable(),
  articles: z.array(z.string()),
  openedAt: instant,
  dueAt: instant.nullable(),
  /** The due day rests on a year whose holidays are not published yet. */
  dueProvisional: z.boolean(),
  overdue: z.boolean(),
  claimedBy: personRef.nullable(),
  mine: z.boolean(),
});
export type TaskRow = z.infer<typeof taskRow>;

export const taskDetail = taskRow.extend({
  facts: z.record(z.string(), z.unknown()),
  outcome: z.unknown().nullable(),
  completedBy: personRef.nullable(),
  completedAt: instant.nullable(),
  /** The last refusal of an answer, for example a booking conflict. */
  lastRefusal: z.unknown().nullable(),
  mayAnswer: z.boolean(),
  /** May give it to a colleague of its role. */
  mayAssign: z.boolean(),
  /** The absent person in whose place the reader looks at it now. */
  insteadOf: personRef.nullable(),
  /** Names of the people whom the facts name by id. */
  names: z.record(z.string(), z.string()),
  /** Of the participant whom it is about, for whoever may answer it now: what the task kind says is needed, no more. */
  participantData: z.object({
    phone: z.string().nullable(),
    identityNumber: z.string().nullable(),
    /** When the real name was verified (G3). */
    verifiedAt: instant.nullable(),
  }).nullable(),
  /** Of an invitation into a panel, for whom it is addressed to. */
  invitedInto: assessorInvitation.nullable(),
});
export type TaskDetail = z.infer<typeof taskDetail>;

const id = z.strictObject({ taskId: z.uuid() });

export const tasks = {
  list: base.route({ method: 'GET', path: '/tasks' })
    .input(z.strictObject({
      view: z.enum(['mine', 'roles', 'case']).default('mine'),
      caseId: z.uuid().optional(),
      kind: z.string().optional(),
      state: z.enum(['open', 'completed']).default('open'),
      after: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }))
    .output(z.object({ rows: z.array(taskRow), next: z.string().nullable(), counts: z.object({ mine: z.number(), roles: z.number(), overdue: z.number() }) })),
  get: base.route({ method: 'GET', path: '/tasks/{taskId}' }).input(id).output(taskDetail),
  /** The outcome is checked against the task kind's schema; who may answer, by the policy. */
  complete: base.route({ method: 'POST', path: '/tasks/{taskId}/completion' })
    .input(z.strictObject({ taskId: z.uuid(), outcome: z.unknown() }))
    .output(commandAnswer),
  claim: base.route({ method: 'PUT', path: '/tasks/{taskId}/claim' }).input(id).output(taskRow),
  release: base.route({ method: 'DELETE', path: '/tasks/{taskId}/claim' }).input(id).output(taskRow),
  /** A signature needs the person's own code besides the drawn picture (G9). */
  requestSigningCode: base.route({ method: 'POST', path: '/tasks/{taskId}/signing-code' }).input(id)
    .output(z.object({ sentTo: z.string(), validSeconds: z.number() })),
  sign: base.route({ method: 'POST', path: '/tasks/{taskId}/signature' })
    .input(z.strictObject({
      taskId: z.uuid(),
      versionHash: z.string().regex(/^[0-9a-f]{64}$/),
      signatureFileId: z.uuid(),
      /** The SMS code of a participant, the password of the court's staff. */
      code: z.string().min(4).max(200),
      next: z.enum(['archive', 'anotherSession']).optional(),
    }))
    .output(commandAnswer),
};
