/**
 * The input of every step that operations may have to correct, as zod: ids and legal facts alone. A corrected input is
 * checked against these before it is sent; that the workflows' own inputs fit them, the compiler checks
 * (workflows/support/steps.ts).
 */
import { z } from 'zod';
import type { Ruling } from '#domain/case/rulings.ts';
import { suspensionGrounds, terminationGrounds } from '#domain/case/suspension.ts';
import { caseTypes, sessionKinds } from '#domain/case/types.ts';
import { compositions } from '#domain/court/composition.ts';
import { benchSeats } from '#domain/court/recusal.ts';
import { agentKinds, authorities, partyKinds } from '#domain/filing/kinds.ts';
import { serviceWays } from '#domain/hearing/sessions/outcome-words.ts';
import { isArticleId, type ArticleId } from '#domain/law/articles.ts';
import { riskLevels } from '#domain/livestream/facts.ts';
import { participantRoles } from '#domain/people/roles.ts';
import { recordingAccesses } from '#domain/recordings/access.ts';

const id = z.uuid();
const instant = z.iso.datetime({ offset: true });
const words = z.string().min(1).max(20_000);
const articles = z.array(z.custom<ArticleId>((value) => typeof value === 'string' && isArticleId(value)));
const seatRole = z.string().min(1).max(40);

const participant = z.strictObject({
  participantId: id, personId: id, role: z.enum(participantRoles),
  organisation: z.strictObject({ organisationId: id, kind: z.enum(partyKinds).exclude(['natural']) }).optional(),
  agency: z.strictObject({ principals: z.array(id).readonly(), kind: z.enum(agentKinds), authority: z.enum(authorities), powerOfAttorney: id }).optional(),
});
const bench = z.strictObject({ presidingJudge: id, panel: z.array(id).optional(), clerk: id, technician: id.optional(), division: z.string().optional() });
const hearing = z.strictObject({
  hearingId: id, sessionNumber: z.int().positive(), kind: z.enum(sessionKinds), startsAt: instant, endsAt: instant, courtroomId: z.string().min(1),
  meetingNumber: z.string(), mediaHost: z.string(), noticedAt: instant, provisional: z.boolean().optional(), replaces: id.optional(),
});
const seatPerson = { personId: id, participantId: id.optional(), role: seatRole };
const opinion = z.object({ text: z.string(), by: id, at: instant }).readonly().nullable();
const form = z.object({
  appliedAt: instant.nullable(), risk: z.enum(riskLevels).nullable(), opening: instant, judgeInCharge: id, panel: z.array(id).readonly(),
  judge: opinion, divisionHead: opinion, vicePresident: opinion,
}).readonly();
const ruling: z.ZodType<Ruling, Ruling> = z.discriminatedUnion('ruling', [
  z.strictObject({ ruling: z.literal('withdrawalPermitted'), reason: words }), z.strictObject({ ruling: z.literal('withdrawalRefused'), reason: words }),
  z.strictObject({ ruling: z.literal('suspended'), ground: z.enum(suspensionGrounds), reason: words }), z.strictObject({ ruling: z.literal('resumed'), reason: words }),
  z.strictObject({ ruling: z.literal('terminated'), ground: z.enum(terminationGrounds), reason: words }), z.strictObject({ ruling: z.literal('mediationAgreement'), terms: words }),
]);
const inCase = { caseId: id };
const inHearing = { caseId: id, hearingId: id };
const room = { hearingId: id };
const signer = z.strictObject({ personId: id, role: z.enum(participantRoles), signatureFileId: id, verifiedBy: z.enum(['phoneCode', 'password']), at: instant });

/** Each is made when it is first asked for: a case meets few of them. */
export const stepInputs = {
  loadCalendar: () => z.strictObject({ years: z.array(z.int().min(2000).max(2200)).min(1) }),
  acceptFiling: () => z.strictObject({ ...inCase, year: z.int().min(2000).max(2200), composition: z.enum(compositions).optional(), passedOver: z.array(id).readonly().optional() }),
  issueAcceptance: () => z.strictObject({ ...inCase, participant, acceptedAt: instant }),
  bookHearing: () => z.strictObject({ ...inHearing, startsAt: instant, endsAt: instant, courtroomId: z.string().min(1), bench, participants: z.array(participant), releases: id.optional() }),
  freeBooking: () => z.strictObject({ hearingId: id }),
  cancelHearing: () => z.strictObject({ ...inCase, hearing, participants: z.array(participant), why: words }),
  issueNotices: () => z.strictObject({ ...inCase, hearing, participants: z.array(participant), instead: hearing.optional() }),
  sendLivestreamNotice: () => z.strictObject({ ...inHearing, participantId: id, opening: instant }),
  makeLivestreamForm: () => z.strictObject({ ...inHearing, version: z.int().positive(), form }),
  changeBench: () => z.strictObject({ ...inCase, from: id, seat: z.enum(benchSeats), passedOver: z.array(id).readonly(), upcoming: z.array(id).readonly(), instead: z.literal('judge').optional() }),
  tellBenchChange: () => z.strictObject({ ...inCase, seat: z.enum(benchSeats), from: id, to: id }),
  sendInvitation: () => z.strictObject({ ...inCase, participant, taskId: id }),
  bookParticipant: () => z.strictObject({ ...inHearing, participant }),
  freeParticipant: () => z.strictObject({ hearingId: id, personId: id }),
  tellRepresentative: () => z.strictObject({ ...inCase, agent: participant.optional(), former: participant.optional() }),
  issueRuling: () => z.strictObject({ ...inCase, caseType: z.enum(caseTypes), rulingId: id, ruling, at: instant }),
  freezeTranscript: () => z.strictObject({ ...inHearing, at: instant }),
  hashText: () => z.strictObject({ text: words }),
  makeSessionDocument: () => z.strictObject({
    ...inHearing, sessionNumber: z.int().positive(), documentId: id, title: words, sections: z.array(z.strictObject({ heading: z.string(), lines: z.array(z.string()) })),
    signers: z.array(signer), at: instant, articles,
  }),
  fileServedDocument: () => z.strictObject({ ...inCase, documentId: id, fileId: id, title: words }),
  tellOfService: () => z.strictObject({ ...inHearing, fileId: id, participantId: id, title: words }),
  makeServiceReceipt: () => z.strictObject({
    ...inHearing, receiptId: id, title: words, documentSha256: z.string().regex(/^[0-9a-f]{64}$/), personId: id, participantId: id, how: z.enum(serviceWays),
    on: z.string(), by: id, receivedBy: z.string().optional(), why: z.string().optional(), at: instant, articles,
  }),
  tellOfRecording: () => z.strictObject({ ...inHearing, requestId: id, participantId: id, what: z.enum(['refused', 'ready']), until: instant.optional() }),
  supplementArchive: () => z.strictObject({ ...inCase, extractId: id, stream: z.string().min(1), at: instant }),
  sealArchive: () => z.strictObject({ ...inCase, archiveId: id, registrationNumber: words, at: instant, streams: z.array(z.string().min(1)).min(1) }),
  provisionRoom: () => z.strictObject({ ...inHearing, people: z.array(z.strictObject(seatPerson)) }),
  unseat: () => z.strictObject({ ...room, personId: id, opaqueId: z.string().min(1) }),
  startRecording: () => z.strictObject(room),
  setBenchMedia: () => z.strictObject({ ...room, stopped: z.boolean() }),
  closeRoom: () => z.strictObject(room),
  composeRecording: () => z.strictObject({
    ...inHearing, seats: z.array(z.strictObject({ ...seatPerson, opaqueId: z.string().min(1) })), openedAt: instant, closedAt: instant,
    pauses: z.array(z.strictObject({ cause: z.enum(['recess', 'suspended']), from: instant, to: instant })),
  }),
  markRecording: () => z.strictObject({ ...inHearing, recordingId: id, requestId: id, personId: id, how: z.enum(recordingAccesses), grantedAt: instant, days: z.int().positive() }),
  extractRecording: () => z.strictObject({ ...inHearing, recordingId: id, extractId: id, fromMs: z.number().min(0), toMs: z.number().positive() }),
} as const satisfies Record<string, () => z.ZodType>;

export type StepName = keyof typeof stepInputs;
export type StepInput<S extends StepName> = z.input<ReturnType<(typeof stepInputs)[S]>>;
export const stepNames = Object.keys(stepInputs) as StepName[];
export const isStepName = (name: string): name is StepName => Object.hasOwn(stepInputs, name);

/** Whose the effect is: a correction that changed it would act on another case. */
const notToBeChanged = ['caseId', 'hearingId'] as const;

/** The fields that a correction may not change, and changes. */
export function movedBy(before: unknown, after: unknown): string[] {
  const [from, to] = [before, after].map((value) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}));
  return notToBeChanged.filter((field) => from?.[field] !== undefined && to?.[field] !== from[field]);
}

/** May the step be tried again with this input? A step of an older build that is not known any more is not checked. */
export const fitsStep = (step: string, before: unknown, after: unknown): boolean =>
  movedBy(before, after).length === 0 && (!isStepName(step) || stepInputs[step]().safeParse(after).success);
