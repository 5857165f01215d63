/**
 * Which tasks may be answered together. What belongs to one case is decided in that case: the court acts on the facts of each
 * (CPL-7), a person signs and speaks for themselves (G9), and what a clerk records is what happened to one person. Only an
 * answer that says the same of all of them for the same reason may be given at once; the kind says so itself (`bulk`).
 */
import { taskCatalogue, taskKindNames, type TaskKindName } from '#domain/tasks/catalogue.ts';
import { answerGiven } from '#domain/tasks/answers.ts';
import type { TaskKind } from '#domain/tasks/task-kind.ts';
import type { Refusal, Words } from '#domain/law/ruled.ts';

/** How many tasks one bulk action takes at most. */
export const mostInBulk = 100;

const kindOf = (kind: TaskKindName): TaskKind => taskCatalogue[kind];

export const bulkKinds: TaskKindName[] = taskKindNames.filter((kind) => kindOf(kind).bulk !== undefined);

/** Why tasks of this kind are answered one by one; null where some answer may be given to many. */
export function whyOneByOne(kind: TaskKindName): Words | null {
  const { bulk, page, role } = kindOf(kind);
  if (bulk !== undefined) return null;
  if (page === 'signing') return { zh: '签名须由本人逐份阅读后作出。', en: 'Who signs reads each text for themselves.' };
  switch (role) {
    case 'participant':
      return { zh: '由参与人本人逐件答复。', en: 'The participant answers each for themselves.' };
    case 'judge': case 'courtPresident': case 'divisionHead': case 'vicePresident': case 'trialManagementOffice': case 'peoplesAssessor':
      return { zh: '以事实为根据，逐案决定。', en: 'Each case is decided on its own facts.' };
    case 'filingClerk':
      return { zh: '每件起诉逐件审查。', en: 'Each filing is examined by itself.' };
    case 'clerk': case 'technician': case 'manager': case 'operations':
      return { zh: '记录的是一人一事，须逐件办理。', en: 'It records what happened to one person or in one hearing.' };
  }
}

/** @returns null when this answer may be given to many of the kind at once. The outcome itself is checked with each. */
export function checkBulkAnswer(kind: TaskKindName, outcome: unknown): Refusal | null {
  const { bulk } = kindOf(kind);
  const oneByOne = whyOneByOne(kind);
  if (oneByOne !== null) return { code: 'not-in-bulk', articles: [], message: oneByOne };
  if (bulk?.answers.includes(answerGiven(kindOf(kind).outcome, outcome))) return null;
  return { code: 'answer-not-in-bulk', articles: [], message: { zh: '这一答复须逐件作出。', en: 'This answer is given to each by itself.' } };
}
