/**
 * Who may be given a recording of a hearing, in what form, for how long (G10, REC-10, REC-11). The guide refers to the
 * provisions: parties and their representatives may view the recording, and copy its sound.
 */
import { ruled, type Refusal, type Ruled, type Words } from '#domain/law/ruled.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import type { ParticipantRole } from '#domain/people/roles.ts';

export const recordingAccesses = ['view', 'copy'] as const;
/** `view`: the whole recording, shown. `copy`: its sound, to keep (REC-11 lets the sound be copied, not the picture). */
export type RecordingAccess = (typeof recordingAccesses)[number];

export const accessWords: Record<RecordingAccess, Words> = {
  view: { zh: '查阅录音录像', en: 'View the recording' },
  copy: { zh: '复制录音', en: 'Copy its sound' },
};

export const accessArticles: Record<RecordingAccess, readonly ArticleId[]> = { view: ['G10', 'REC-10'], copy: ['G10', 'REC-11'] };

/** The longest access that can be granted at once; who needs more applies again. Days. */
export const longestAccessDays = 30;

/** REC-10 and REC-11 name 当事人、辩护律师、诉讼代理人; a witness or interpreter has no part in the file. */
const applicants: readonly ParticipantRole[] = ['plaintiff', 'defendant', 'thirdParty', 'agent', 'defender'];

export type AccessRefusal = Refusal<'no-party' | 'no-recording' | 'asked-already'>;

export interface ApplicationFacts {
  role: ParticipantRole;
  /** The recording of the hearing is composed and kept. */
  recorded: boolean;
  /** An application of the same person for the same recording waits, or its access lasts. */
  underWay: boolean;
}

/** May this application be made? The judge decides it. */
export function mayApply(how: RecordingAccess, facts: ApplicationFacts): Ruled<true> | AccessRefusal {
  const articles = accessArticles[how];
  if (!applicants.includes(facts.role)) {
    return { code: 'no-party', articles, message: { zh: '当事人、辩护人和诉讼代理人可以申请查阅、复制庭审录音录像。', en: 'Parties, defenders and agents may apply for a recording.' } };
  }
  if (!facts.recorded) return { code: 'no-recording', articles, message: { zh: '本次庭审的录音录像尚未制作完成，请稍后再申请。', en: 'The recording of this hearing is not ready yet: apply later.' } };
  if (facts.underWay) return { code: 'asked-already', articles, message: { zh: '您对本次庭审录音录像的申请正在办理，或者准许的期限尚未届满。', en: 'Your application for this recording is open, or the access granted to you still lasts.' } };
  return ruled(true, ...articles);
}

export type ExtractRefusal = Refusal<'not-within-the-recording'>;

/** G6 (3), REC-13: what is taken out lies within the recording and is longer than nothing. Milliseconds. */
export function checkExtract(fromMs: number, toMs: number, durationMs: number): Ruled<true> | ExtractRefusal {
  if (fromMs >= 0 && toMs > fromMs && toMs <= durationMs) return ruled(true, 'G6(3)', 'REC-13');
  return { code: 'not-within-the-recording', articles: ['G6(3)', 'REC-13'], message: { zh: '摘录的起止时间应在录音录像之内，且终点在起点之后。', en: 'The extract must lie within the recording and end after it begins.' } };
}
