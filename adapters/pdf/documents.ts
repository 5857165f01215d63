import { z } from 'zod';

/**
 * What each of the court's documents says. Every field must be given (`null` where there is nothing to say):
 * a document with a hole where a name belongs is refused before it is made. Instants are ISO 8601.
 */

const line = z.string().min(1);
const instant = z.iso.datetime({ offset: true });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** PNG bytes in base64, without a `data:` prefix. */
const png = z.base64();

const person = z.strictObject({ name: line, role: line });

const theCase = {
  court: line,
  caseNumber: line,
  causeOfAction: line,
  /** For example "原告张三与被告李四". */
  parties: line,
};

/** 受理案件通知书 (G3). */
const filingAcceptance = z.strictObject({
  ...theCase,
  addressee: person,
  filedAt: instant,
  acceptedAt: instant,
  division: line,
  clerk: line,
  contact: line,
});

/** 开庭通知书 (G4). */
const hearingNotice = z.strictObject({
  ...theCase,
  addressee: person,
  /** Which hearing of the case: 1 for the first. */
  sessionNumber: z.int().positive(),
  /** For example "开庭", "证据交换". */
  sessionKind: line,
  /** Whether the public may attend. */
  open: z.boolean(),
  startsAt: instant,
  courtroom: line,
  meetingNumber: line,
  joinAddress: line,
  bench: z.array(person).min(1),
  contact: line,
  noticedAt: instant,
  /** The date rests on a year whose holidays are not published yet. */
  provisional: z.boolean().optional(),
});

/** 庭审笔录 (G7, G9). */
const transcript = z.strictObject({
  ...theCase,
  /** For example "法庭审理笔录". */
  title: line,
  sessionNumber: z.int().positive(),
  open: z.boolean(),
  startedAt: instant,
  endedAt: instant,
  place: line,
  bench: z.array(person).min(1),
  present: z.array(person),
  lines: z.array(z.strictObject({ speaker: line, at: instant, text: line })).min(1),
  version: z.int().positive(),
  /** The hash that the signatures are bound to. */
  hash: sha256,
  signatures: z.array(z.strictObject({ ...person.shape, at: instant, verifiedBy: line, image: png })),
  refusals: z.array(z.strictObject({ ...person.shape, at: instant, reason: line })),
  /** Why this version counts no longer, if so: an amendment voids the signatures given. */
  superseded: line.nullable(),
});

/** 拒绝签名情况记录 (G9). */
const refusalToSign = z.strictObject({
  ...theCase,
  sessionNumber: z.int().positive(),
  refusedBy: person,
  refusedAt: instant,
  transcriptVersion: z.int().positive(),
  transcriptHash: sha256,
  reason: line,
  circumstances: line,
  recordedBy: person,
  recordedAt: instant,
});

/** 录音录像中断说明 (REC). */
const gapExplanation = z.strictObject({
  ...theCase,
  sessionNumber: z.int().positive(),
  openedAt: instant,
  closedAt: instant,
  gaps: z.array(z.strictObject({ from: instant, to: instant, who: line, cause: line, explanation: line })).min(1),
  explainedBy: person,
  explainedAt: instant,
  /** The drawn signature of who explains. */
  image: png.nullable(),
});

/** 裁定书、调解书、恢复诉讼通知书 (CPL-157, CPL-100, CPL-153). */
const ruling = z.strictObject({
  ...theCase,
  title: line,
  people: z.array(person).min(1),
  findings: line,
  /** Before what is ruled, for example "裁定如下：". */
  lead: line,
  decision: z.array(line).min(1),
  /** What follows it: when it takes effect, or who may object. */
  effect: line.nullable(),
  bench: z.array(person).min(1),
  at: instant,
  basis: line,
});

const opinion = z.strictObject({ text: line, name: line, at: instant });

/** 庭审直播案件审批表 (N-form): the annex's fields in its order; the notes are part of the form. */
const livestreamApproval = z.strictObject({
  court: line,
  appliedAt: instant.nullable(),
  caseNumber: line,
  causeOfAction: line,
  /** 低风险、一般风险、较大风险. */
  risk: line.nullable(),
  opening: instant,
  courtroom: line,
  division: line,
  judgeInCharge: line,
  /** 当事人（被告人）, for example "原告张三；被告李四". */
  parties: line,
  panel: z.array(line).min(1),
  judge: opinion.nullable(),
  divisionHead: opinion.nullable(),
  vicePresident: opinion.nullable(),
});

/** What came of a session: 调解协议, 调解书, 争议焦点清单, 判决书 (G1). */
const sessionDocument = z.strictObject({
  ...theCase,
  title: line,
  sessionNumber: z.int().positive(),
  bench: z.array(person).min(1),
  sections: z.array(z.strictObject({ heading: line, lines: z.array(line) })).min(1),
  signatures: z.array(z.strictObject({ ...person.shape, at: instant, verifiedBy: line, image: png })),
  madeAt: instant,
  articles: line,
});

/** 送达回证 (CPL-87). */
const serviceReceipt = z.strictObject({
  ...theCase,
  addressee: person,
  document: line,
  documentHash: sha256,
  how: line,
  /** The day of service, as people write it. */
  servedOn: line,
  receivedBy: line,
  remarks: line.nullable(),
  servedBy: line,
  recordedAt: instant,
  articles: line,
});

/** 卷内目录 (G10, N1). */
const archiveCatalogue = z.strictObject({
  ...theCase,
  /** "正卷" or "副卷". */
  volume: line,
  items: z.array(z.strictObject({
    title: line, date: instant.nullable(), file: line, sha256, sealed: z.boolean(), articles: line,
  })).min(1),
  archivedAt: instant,
  clerk: line,
});

/** 统计报表: what the supervision desk shows, as a table each. Not sealed. */
const statistics = z.strictObject({
  court: line,
  title: line,
  /** Stands where a case's documents bear its number: the period. */
  caseNumber: line,
  causeOfAction: z.string(),
  tables: z.array(z.strictObject({
    title: line, basis: line.nullable(), unit: line.nullable(),
    rows: z.array(z.strictObject({ label: line, count: z.int(), cases: z.int(), average: z.string(), longest: z.string() })),
  })),
  madeBy: line,
  madeAt: instant,
});

export const documents = {
  'filing-acceptance': filingAcceptance,
  'hearing-notice': hearingNotice,
  transcript,
  'refusal-to-sign': refusalToSign,
  'gap-explanation': gapExplanation,
  'livestream-approval': livestreamApproval,
  ruling,
  'archive-catalogue': archiveCatalogue,
  'session-document': sessionDocument,
  'service-receipt': serviceReceipt,
  statistics,
} as const;

export type DocumentTemplate = keyof typeof documents;
export type DocumentData<T extends DocumentTemplate> = z.infer<(typeof documents)[T]>;

/** A template with the data that belongs to it. */
export type DocumentRequest = { [T in DocumentTemplate]: { template: T; data: DocumentData<T> } }[DocumentTemplate];
