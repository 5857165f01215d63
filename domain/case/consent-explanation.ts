/**
 * What is explained to a party before it is asked for its consent to the online hearing (G1, ONL-4: 具体环节、主要形式、
 * 权利义务、法律后果和操作方法). A version never changes once it was used: a new text is a new version at the end of the
 * list, and the journal keeps which one each party was given.
 */
import type { ArticleId } from '#domain/law/articles.ts';
import type { Words } from '#domain/law/ruled.ts';

interface Point { articles: readonly ArticleId[]; text: Words }
export interface ConsentExplanation { version: string; points: readonly Point[] }

const acts: Point = { articles: ['G1', 'ONL-4'], text: {
  zh: '在线审理的环节：证据交换、开庭、签名、送达等，均通过诉讼平台，用手机或者电脑进行。',
  en: 'Exchange of evidence, hearing, signing and service all go through the platform, by phone or computer.' } };
const effect: Point = { articles: ['CPL-16', 'ONL-1'], text: {
  zh: '在线诉讼活动与线下诉讼活动具有同等法律效力；无正当理由不按时参加的，视为拒不到庭。',
  en: 'It has the same legal effect as in the courtroom; not attending without good reason counts as failing to appear.' } };
const choice: Point = { articles: ['G1', 'ONL-4'], text: {
  zh: '您可以自愿选择。一方不同意的，全案转为线下审理，不影响您的实体权利。',
  en: 'The choice is free. If one party refuses, the whole case continues offline, and no right of yours is affected.' } };
const withdrawing: Point = { articles: ['G1', 'ONL-5'], text: {
  zh: '同意以后，开庭前可以在案件页面说明理由撤回；开庭后不能撤回。',
  en: 'After consenting you may withdraw on the case’s page, with a reason, until the hearing opens; not afterwards.' } };

const first: ConsentExplanation = { version: '2026-1', points: [acts, effect, choice, withdrawing] };
/** Names the article of the effect of absence. */
const second: ConsentExplanation = { version: '2026-2', points: [acts, { ...effect, articles: ['CPL-16', 'ONL-1', 'ONL-25'] }, choice, withdrawing] };

export const consentExplanations: readonly ConsentExplanation[] = [first, second];
export const currentConsentExplanation: ConsentExplanation = second;
