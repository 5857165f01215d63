/**
 * The stages of a case and how each may end (DESIGN, "workflows"). The workflow's table of stages is typed by
 * this one: a misspelt exit does not compile.
 */
import type { ArticleId } from '#domain/law/articles.ts';
import type { Words } from '#domain/law/ruled.ts';

export const stageExits = {
  filing: { accepted: 'consent', rejected: 'closed', lapsed: 'closed' },
  consent: { online: 'evidence', offline: 'closed' },
  evidence: { exchanged: 'scheduling' },
  scheduling: { noticed: 'preparation', offline: 'closed' },
  preparation: { ready: 'hearing', postponed: 'scheduling', offline: 'closed' },
  // Until its room opens a hearing can still be moved or cancelled.
  hearing: { ended: 'signing', adjourned: 'signing', withdrawn: 'signing', moved: 'preparation', cancelled: 'scheduling' },
  signing: { signed: 'archiving', anotherSession: 'scheduling' },
  archiving: { sealed: 'closed' },
} as const;

export type Stage = keyof typeof stageExits;
export type StageExit<S extends Stage> = keyof (typeof stageExits)[S] & string;
export type StageOrClosed = Stage | 'closed';
export const stages = Object.keys(stageExits) as Stage[];

export const stageArticles: Record<Stage, ArticleId[]> = {
  filing: ['G3'], consent: ['G1'], evidence: ['G8'], scheduling: ['G4'], preparation: ['G2', 'G5'],
  hearing: ['G6', 'G7', 'G8', 'G12'], signing: ['G9'], archiving: ['G10', 'N1'],
};

export const stageWords: Record<StageOrClosed, Words> = {
  filing: { zh: '网上立案', en: 'Filing' },
  consent: { zh: '在线审理确认', en: 'Consent' },
  evidence: { zh: '证据交换', en: 'Evidence' },
  scheduling: { zh: '排期告知', en: 'Scheduling' },
  preparation: { zh: '庭前准备', en: 'Preparation' },
  hearing: { zh: '在线庭审', en: 'Hearing' },
  signing: { zh: '笔录签名', en: 'Signing' },
  archiving: { zh: '归档', en: 'Archiving' },
  closed: { zh: '已结', en: 'Closed' },
};

/** How a case left the online procedure, in the words of its pages. */
export const closedWords = {
  rejected: { zh: '不予立案', en: 'Filing rejected' },
  lapsed: { zh: '逾期未补正', en: 'Lapsed: not corrected in time' },
  offline: { zh: '转线下审理', en: 'Continues offline' },
  sealed: { zh: '已归档', en: 'Archived' },
  withdrawn: { zh: '撤诉结案', en: 'Action withdrawn' },
  settled: { zh: '和解、调解结案', en: 'Settled' },
  terminated: { zh: '诉讼终结', en: 'Terminated' },
} as const satisfies Record<string, Words>;
export type ClosedHow = keyof typeof closedWords;
