/** Filing, and what people may read of a case. */
import { z } from 'zod';
import { caseTypes } from '#domain/case/types.ts';
import { givenDay } from '#domain/calendar/given-day.ts';
import { correctionPattern } from '#domain/filing/corrections.ts';
import { agentKinds, authorities, decisionKinds, instances, partyKinds, prosecutionGrounds } from '#domain/filing/kinds.ts';
import { onlineGrounds } from '#domain/filing/public-prosecution.ts';
import { evidencePeriodView, evidenceView, guidanceView } from '#api/contract/evidence.ts';
import { materialCategories } from '#domain/filing/material-categories.ts';
import { happeningSchema } from '#domain/case/happenings.ts';
import { assessorState } from '#api/contract/assessors.ts';
import { base, commandAnswer, instant, personRef, words } from '#api/contract/shared.ts';
import { taskRow } from '#api/contract/tasks.ts';

const shortText = z.string().trim().min(2).max(100);
const day = givenDay;

/** A party that is no natural person; whoever is named with it acts for it (CPL-51). */
const organisationInput = z.strictObject({
  kind: z.enum(partyKinds).exclude(['natural']),
  name: shortText,
  /** GB 32100; for companies always, for others where it is known. */
  creditCode: z.string().trim().max(30).optional(),
  address: z.string().trim().min(4).max(200),
  /** 法定代表人, 负责人, 局长 … */
  office: z.string().trim().min(2).max(50),
});

const agencyInput = z.strictObject({
  kind: z.enum(agentKinds),
  authority: z.enum(authorities),
  powerOfAttorney: z.uuid(),
  /** 'me', or places in `others`. */
  principals: z.array(z.union([z.literal('me'), z.number().int().min(0).max(9)])).min(1).max(10),
});

const participantInput = z.strictObject({
  name: z.string().trim().min(2).max(50),
  /** May be left out for who acts for an organisation: a filer seldom knows it. */
  identityNumber: z.string().trim().length(18).optional(),
  phone: z.string().trim().min(11).max(11),
  role: z.enum(['plaintiff', 'defendant', 'thirdParty', 'agent']),
  organisation: organisationInput.optional(),
  agency: agencyInput.optional(),
});

/** With its category; a bare file id is one of none. */
const materialInput = z.union([
  z.uuid().transform((fileId) => ({ fileId, category: 'other' as const })),
  z.strictObject({ fileId: z.uuid(), category: z.enum(materialCategories) }),
]);

export const filingInput = z.strictObject({
  caseType: z.enum(caseTypes).default('civil'),
  instance: z.enum(instances).default('first'),
  causeOfAction: z.string().trim().min(2).max(60),
  claims: z.string().trim().min(2).max(5000),
  factsAndReasons: z.string().trim().min(2).max(10000),
  appliesForOnline: z.boolean(),
  filedAs: z.enum(['plaintiff', 'agent', 'prosecutor']),
  /** Whoever files does so for this organisation. */
  organisation: organisationInput.optional(),
  /** Whoever files does so as an agent. */
  agency: agencyInput.optional(),
  /** The others; the person who files is added by the server. */
  others: z.array(participantInput).min(1).max(10),
  /** Criminal: a private prosecution's ground (CRPL-210). */
  prosecutionGround: z.enum(prosecutionGrounds).optional(),
  /** Public prosecution: whether the accused is held and where; what lets the case be heard online (ONL-3). */
  prosecution: z.strictObject({ held: z.boolean(), place: z.string().trim().min(2).max(100).optional(), onlineGround: z.enum(onlineGrounds) }).optional(),
  /** Second instance. */
  appeal: z.strictObject({
    lowerCaseNumber: z.string().trim().min(8).max(60),
    decision: z.enum(decisionKinds),
    decidedOn: day,
    servedOn: day,
    appellantWas: z.enum(['plaintiff', 'defendant', 'thirdParty']),
    publiclyProsecuted: z.boolean().default(false),
    /** CPL-286: the appellant has no domicile in the country. */
    noDomicile: z.boolean().default(false),
    /** CPL-86: why the appeal comes late. */
    lateBecause: z.string().trim().min(2).max(2000).optional(),
  }).optional(),
  facts: z.strictObject({
    stateSecret: z.boolean(), personalPrivacy: z.boolean(), divorceWithClosedHearingRequest: z.boolean(),
    tradeSecret: z.boolean(), otherwiseClosedByLaw: z.boolean(),
  }),
  materials: z.array(materialInput).min(1).max(40),
});

/** REG-7: exactly what the court asked for; `for` names it as the task does. */
export const correctionInput = z.strictObject({
  taskId: z.uuid(),
  explanation: z.string().trim().min(2).max(2000),
  fields: z.strictObject({ causeOfAction: filingInput.shape.causeOfAction.optional(), claims: filingInput.shape.claims.optional(), factsAndReasons: filingInput.shape.factsAndReasons.optional() }),
  materials: z.array(z.strictObject({ for: z.string().regex(correctionPattern), fileId: z.uuid(), category: z.enum(materialCategories) })).max(20),
});

const filedMaterial = z.object({ fileId: z.uuid(), category: z.enum(materialCategories), name: z.string(), mediaType: z.string(), bytes: z.number() });

export const caseRow = z.object({
  caseId: z.uuid(),
  caseNumber: z.string().nullable(),
  causeOfAction: z.string(),
  parties: z.string(),
  stage: z.string(),
  stageSince: instant,
  filedAt: instant,
  closed: z.boolean(),
  closedHow: z.string().nullable(),
  nextHearing: z.object({ hearingId: z.uuid(), startsAt: instant, phase: z.string() }).nullable(),
  openTasks: z.number(),
  myTasks: z.number(),
});
export type CaseRow = z.infer<typeof caseRow>;

export const participantView = z.object({
  participantId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  role: z.string(),
  me: z.boolean(),
  /** The party itself, where it is no natural person: `name` above is who acts for it. */
  organisation: z.object({ kind: z.enum(partyKinds), name: z.string(), creditCode: z.string().nullable(), address: z.string(), office: z.string() }).nullable(),
  /** Of an agent: for whom, with which authority. */
  agency: z.object({ kind: z.enum(agentKinds), authority: z.enum(authorities), powerOfAttorney: z.uuid(), principals: z.array(z.uuid()) }).nullable(),
  /** Somebody else has taken their place. */
  left: z.boolean(),
});

export const hearingSummary = z.object({
  hearingId: z.uuid(),
  sessionNumber: z.number(),
  kind: z.string(),
  startsAt: instant,
  endsAt: instant,
  courtroom: z.string(),
  meetingNumber: z.string(),
  state: z.string(),
  phase: z.string(),
  /** The date rests on a year whose holidays are not published yet: it is looked at again when they are. */
  provisional: z.boolean(),
  notices: z.array(z.object({
    participantId: z.uuid(), issuedAt: instant, provenHow: z.string().nullable(), provenAt: instant.nullable(), documentFileId: z.uuid().nullable(),
    /** What the phone call brought, or why the judge waived the proof. */
    provenNote: z.string().nullable(),
    /** G4: what became of the SMS; null where none was sent (no phone, or not yet). */
    sms: z.object({ state: z.enum(['sending', 'sent', 'delivered', 'failed', 'unknown']), sentAt: instant.nullable(), deliveredAt: instant.nullable(), detail: z.string().nullable() }).nullable(),
  })),
  /** G2: every device test, the newest first; a participant sees their own. */
  selfTests: z.array(z.object({
    participantId: z.uuid(), at: instant, score: z.number(), verdict: z.enum(['passed', 'weak', 'failed']), channel: z.string(),
    deductions: z.array(z.object({ code: z.string(), points: z.number(), fatal: z.boolean(), found: z.number().optional() })),
  })),
});

export const documentView = z.object({
  fileId: z.uuid(),
  name: z.string(),
  purpose: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  at: instant,
  sha256: z.string(),
});

export const caseDetail = z.object({
  caseId: z.uuid(),
  caseNumber: z.string().nullable(),
  causeOfAction: z.string(),
  claims: z.string(),
  factsAndReasons: z.string(),
  filedAt: instant,
  caseType: z.enum(caseTypes),
  instance: z.enum(instances),
  filing: z.object({
    version: z.number(),
    materials: z.array(filedMaterial),
    prosecutionGround: z.enum(prosecutionGrounds).nullable(),
    prosecution: z.object({ held: z.boolean(), place: z.string().nullable(), onlineGround: z.enum(onlineGrounds) }).nullable(),
    appeal: z.object({ lowerCaseNumber: z.string(), decision: z.enum(decisionKinds), decidedOn: z.string(), servedOn: z.string(), appellantWas: z.string(), noDomicile: z.boolean().optional(), lastDay: z.string(), late: z.boolean(), lateBecause: z.string().nullable() }).nullable(),
    /** Earlier and later texts, for who filed and for the court; empty for others. */
    versions: z.array(z.object({ version: z.number(), at: instant, changed: z.array(z.string()), causeOfAction: z.string(), claims: z.string(), factsAndReasons: z.string(), materials: z.array(z.object({ fileId: z.uuid(), category: z.string() })) })),
  }),
  /** Where is it, waiting for whom, since when, until when, under which article. */
  standing: z.object({
    stage: z.string(),
    since: instant,
    articles: z.array(z.string()),
    waitingFor: z.array(z.object({ taskId: z.uuid(), kind: z.string(), role: z.string(), who: z.string().nullable(), since: instant, until: instant.nullable(), overdue: z.boolean(), articles: z.array(z.string()) })),
    /** A step of the system failed and operations repair it; the case waits for that, perhaps beside other things. */
    repairing: z.boolean(),
  }),
  closed: z.object({ how: z.string(), reason: z.string().nullable(), at: instant }).nullable(),
  /** While the proceedings are suspended (CPL-153). */
  suspension: z.object({ since: instant, ground: z.string(), reason: z.string(), participantId: z.uuid().nullable(), articles: z.array(z.string()) }).nullable(),
  /** What this reader may tell the court of the case now (domain/case/happenings.ts). */
  mayTell: z.array(z.string()),
  /** CPL-62: what an agent may tell for each of its principals, and what would need a special authority. */
  tellsFor: z.array(z.object({ participantId: z.uuid(), kinds: z.array(z.string()), needsSpecial: z.array(z.string()) })),
  /** The facts that the scope rests on (G1); for the court's people alone. */
  facts: z.record(z.string(), z.unknown()).nullable(),
  bench: z.object({
    presidingJudge: personRef.nullable(), clerk: personRef.nullable(), technician: personRef.nullable(),
    /** 合议庭: the members besides the presiding judge; empty where a sole judge hears the case. */
    panel: z.array(personRef.extend({ assessor: z.boolean(), /** For the court's people: whether who was drawn has answered (PAL-19). */ answered: assessorState })), division: z.string().nullable(),
  }),
  participants: z.array(participantView),
  hearings: z.array(hearingSummary),
  evidence: z.array(evidenceView),
  evidencePeriod: evidencePeriodView.nullable(),
  guidance: z.array(guidanceView),
  documents: z.array(documentView),
  tasks: z.array(taskRow),
  relation: z.string(),
  archive: z.object({ mainVolume: z.string(), confidentialVolume: z.string(), disc: z.string().nullable(), sealedAt: instant }).nullable(),
  /** The number of the last journal entry in this view. */
  seq: z.number(),
});
export type CaseDetail = z.infer<typeof caseDetail>;

export const timelineEntry = z.object({
  stream: z.string(),
  seq: z.number(),
  kind: z.string(),
  at: instant,
  who: z.string().nullable(),
  title: words,
  detail: z.record(z.string(), z.unknown()),
  articles: z.array(z.string()),
  refused: z.boolean(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

const slot = z.object({ day: z.string(), startTime: z.string(), courtroomId: z.string(), provisional: z.boolean() });
/** Who takes the place of a party while the case is suspended. */
export const successorInput = z.strictObject({
  caseId: z.uuid(), participantId: z.uuid(),
  name: z.string().trim().min(2).max(50), identityNumber: z.string().trim().length(18), phone: z.string().trim().min(11).max(11),
});

const byCase = z.strictObject({ caseId: z.uuid() });

export const cases = {
  file: base.route({ method: 'POST', path: '/cases' }).input(filingInput).output(commandAnswer.extend({ caseId: z.uuid() })),
  /** REG-7: the filer corrects what the court named; the text before is kept. */
  correctFiling: base.route({ method: 'POST', path: '/tasks/{taskId}/filing-correction' }).input(correctionInput).output(commandAnswer),
  /** `mine`: cases that I take part in or preside; `all`: for managers. */
  list: base.route({ method: 'GET', path: '/cases' })
    .input(z.strictObject({ scope: z.enum(['mine', 'all']).default('mine'), state: z.enum(['open', 'closed', 'any']).default('any'), search: z.string().max(100).optional(), after: z.string().optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }))
    .output(z.object({ rows: z.array(caseRow), next: z.string().nullable() })),
  get: base.route({ method: 'GET', path: '/cases/{caseId}' }).input(byCase).output(caseDetail),
  timeline: base.route({ method: 'GET', path: '/cases/{caseId}/timeline' }).input(byCase).output(z.object({ entries: z.array(timelineEntry) })),
  /** G4: the participant confirms that the notice was received. */
  confirmNotice: base.route({ method: 'POST', path: '/cases/{caseId}/hearings/{hearingId}/notice-confirmation' })
    .input(z.strictObject({ caseId: z.uuid(), hearingId: z.uuid(), of: z.uuid().optional() })).output(commandAnswer),
  /** `of`: the party for whom an agent does it. Something happened to the case, in whatever stage: G1, CPL-53, CPL-148, CPL-153. */
  tell: base.route({ method: 'POST', path: '/cases/{caseId}/happenings' })
    .input(z.strictObject({ caseId: z.uuid(), happening: happeningSchema, of: z.uuid().optional() })).output(commandAnswer),
  nameSuccessor: base.route({ method: 'POST', path: '/cases/{caseId}/participants/{participantId}/successor' }).input(successorInput).output(commandAnswer),
  /** Lawful start times for the clerk: the next working days with what is free. */
  slots: base.route({ method: 'GET', path: '/cases/{caseId}/slots' })
    .input(z.strictObject({ caseId: z.uuid(), durationMinutes: z.coerce.number().int().min(15).max(480).default(120) }))
    /** `earliest`: the first half hour at which everybody and a courtroom are free; `slots`: the usual times of the next working days. */
    .output(z.object({ earliestDay: z.string(), earliest: slot.nullable(), slots: z.array(slot),
      /** Days on which somebody said that they cannot attend: the court weighs them (CPL-149). */
      unavailable: z.array(z.object({ participantId: z.uuid(), name: z.string(), role: z.string(), day: z.string(), reason: z.string() })) })),
};
