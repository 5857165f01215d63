/**
 * What can happen to a case at any time, whatever stage it is in: who may tell the court of it, until when, under which
 * articles. What follows is decided by domain/case/turns.ts.
 */
import { z } from 'zod';
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import type { CaseType } from '#domain/case/types.ts';
import type { ProsecutionGround } from '#domain/filing/kinds.ts';
import type { CaseKind } from '#domain/filing/party-words.ts';
import type { Stage } from '#domain/case/stages.ts';
import { articlesOn, type ArticleId } from '#domain/law/articles.ts';
import type { PartyAct } from '#domain/filing/acting.ts';
import type { Refusal, Words } from '#domain/law/ruled.ts';
import { isParty, type ParticipantRole } from '#domain/people/roles.ts';
import { suspensionGrounds } from '#domain/case/suspension.ts';

/** The facts of G1 that may change; the type of the case is what it is. */
export const changeableFacts = ['stateSecret', 'personalPrivacy', 'divorceWithClosedHearingRequest', 'tradeSecret', 'minorDefendant', 'noGroundForOnline', 'otherwiseClosedByLaw', 'badSocialEffect'] as const;
export type ChangeableFact = (typeof changeableFacts)[number];

export const factWords: Record<ChangeableFact, Words> = {
  stateSecret: { zh: '涉及国家秘密', en: 'Concerns state secrets' },
  personalPrivacy: { zh: '涉及个人隐私', en: 'Concerns personal privacy' },
  divorceWithClosedHearingRequest: { zh: '离婚案件，当事人申请不公开审理', en: 'A divorce in which a party applied for a closed hearing' },
  tradeSecret: { zh: '涉及商业秘密', en: 'Concerns trade secrets' },
  minorDefendant: { zh: '刑事案件，审判时被告人不满十八周岁', en: 'A criminal case whose defendant is under 18 at trial' },
  noGroundForOnline: { zh: '刑事案件，不适用速裁程序，也没有不宜线下审理的特殊原因', en: 'A criminal case that is neither fast track nor unfit for the courtroom' },
  otherwiseClosedByLaw: { zh: '法律规定的其他不公开情形', en: 'Otherwise closed by law' },
  badSocialEffect: { zh: '可能引发不良社会效果', en: 'Could have a bad social effect' },
};

const text = z.string().trim().min(2).max(2000);

export const happeningSchema = z.discriminatedUnion('what', [
  /** By the court: a fact is so, or is not so any more. */
  z.strictObject({ what: z.literal('factRecorded'), fact: z.enum(changeableFacts), holds: z.boolean(), reason: text }),
  /** By somebody who takes part; the judge decides. */
  z.strictObject({ what: z.literal('factClaimed'), fact: z.enum(changeableFacts), reason: text, documents: z.array(z.uuid()).max(10).default([]) }),
  z.strictObject({ what: z.literal('consentWithdrawn'), reason: text }),
  z.strictObject({ what: z.literal('withdrawalApplied'), reason: text }),
  /** The parties settled: what they ask of the court. */
  z.strictObject({ what: z.literal('settled'), terms: text, wish: z.enum(['withdrawal', 'mediationAgreement']) }),
  z.strictObject({ what: z.literal('groundReported'), ground: z.enum(suspensionGrounds), participantId: z.uuid().optional(), reason: text, documents: z.array(z.uuid()).max(10).default([]) }),
]);
export type Happening = z.infer<typeof happeningSchema>;
export type HappeningKind = Happening['what'];
export const happeningKinds = ['factRecorded', 'factClaimed', 'consentWithdrawn', 'withdrawalApplied', 'settled', 'groundReported'] as const satisfies readonly HappeningKind[];

export const happeningWords: Record<HappeningKind, Words> = {
  factRecorded: { zh: '记录新的事实', en: 'A new fact recorded' },
  factClaimed: { zh: '主张新的事实', en: 'A new fact claimed' },
  consentWithdrawn: { zh: '撤回在线审理同意', en: 'Consent to the online hearing withdrawn' },
  withdrawalApplied: { zh: '申请撤诉', en: 'Withdrawal of the action applied for' },
  settled: { zh: '告知当事人和解', en: 'A settlement told to the court' },
  groundReported: { zh: '报告中止诉讼的情形', en: 'A ground for suspension reported' },
};

/** CPL-148, CPL-180, CRPL-212: what is withdrawn has its own name on appeal and in a private prosecution. */
export function happeningWordsIn(what: HappeningKind, { caseType, instance, publicProsecution }: CaseKind): Words {
  if (what !== 'withdrawalApplied') return happeningWords[what];
  if (instance === 'second') return { zh: '申请撤回上诉', en: 'Withdrawal of the appeal applied for' };
  if (publicProsecution) return { zh: '要求撤回起诉', en: 'Withdrawal of the prosecution asked for' };
  return caseType === 'criminal' ? { zh: '申请撤回自诉', en: 'Withdrawal of the private prosecution applied for' } : happeningWords[what];
}

/** Who tells it: the judge or clerk of the case, or the role of a participant in it. */
export type Teller = 'judge' | 'clerk' | ParticipantRole;

/** Where the case stands when something is told. Plain facts. */
export interface Situation {
  stage: Stage;
  caseType: CaseType;
  instance?: CaseKind['instance'];
  publicProsecution?: boolean | undefined;
  /** Criminal, first instance: why the private prosecutor went to court; absent in a public prosecution (CRPL-210). */
  prosecutionGround?: ProsecutionGround | undefined;
  suspended: boolean;
  /** The session that is being held was opened by the judge. */
  sessionOpened: boolean;
  /** Its end is decided and being carried out. */
  ending: boolean;
  /** Kinds that wait for a decision already. */
  undecided: readonly HappeningKind[];
}

/** CPL-148, CPL-180, APL-62, CRPL-212, CRINT-296: what is withdrawn is the action, the appeal, or the prosecution. */
export function withdrawalArticles({ caseType, instance, publicProsecution }: CaseKind, day: ShanghaiDay): readonly ArticleId[] {
  if (publicProsecution) return articlesOn(day, 'CRINT-296');
  if (caseType === 'criminal') return articlesOn(day, 'CRPL-212');
  if (instance === 'second') return articlesOn(day, ...(caseType === 'administrative' ? ['APL-101' as const] : []), 'CPL-180');
  return articlesOn(day, caseType === 'civil' ? 'CPL-148' : 'APL-62');
}

/** CPL-53, CRPL-212: what a settlement that the court takes note of rests on. */
export const settlementArticles = ({ caseType }: CaseKind, day: ShanghaiDay): readonly ArticleId[] => articlesOn(day, caseType === 'criminal' ? 'CRPL-212' : 'CPL-53');

/** CRPL-212: no mediation in a case that the police or the procuratorate did not pursue. */
export function refusalOfMediation({ caseType, prosecutionGround, publicProsecution }: Pick<Situation, 'caseType' | 'prosecutionGround' | 'publicProsecution'>, day: ShanghaiDay): Refusal | undefined {
  if (publicProsecution) {
    return {
      code: 'not-mediable', articles: articlesOn(day, 'CRPL-212'),
      message: { zh: '公诉案件不适用调解；可以调解的限于自诉案件。', en: 'A public prosecution is not mediated; private ones are.' },
    };
  }
  if (caseType !== 'criminal' || prosecutionGround !== 'notPursued') return undefined;
  return {
    code: 'not-mediable', articles: articlesOn(day, 'CRPL-210', 'CRPL-212'),
    message: { zh: '被害人有证据证明、公安机关或者人民检察院不予追究的自诉案件不适用调解；当事人可以自行和解，由自诉人撤回自诉。', en: 'A private prosecution of what the police or the procuratorate did not pursue is not mediated; the parties may settle and the prosecutor withdraws.' },
  };
}

/** What an act of this kind rests on, by the kind of the case, on the day. */
export function articlesOf(kind: HappeningKind, of: CaseKind, day: ShanghaiDay): readonly ArticleId[] {
  const { caseType } = of;
  switch (kind) {
    case 'factRecorded':
    case 'factClaimed': return articlesOn(day, 'G1', 'ONL-21');
    case 'consentWithdrawn': return articlesOn(day, 'G1', 'ONL-5');
    case 'withdrawalApplied': return withdrawalArticles(of, day);
    case 'settled': return caseType === 'civil' ? articlesOn(day, 'CPL-53', 'MED-2') : caseType === 'administrative' ? articlesOn(day, 'APL-60') : articlesOn(day, 'CRPL-212');
    case 'groundReported': return caseType === 'civil' ? articlesOn(day, 'CPL-153') : caseType === 'administrative' ? articlesOn(day, 'APL-101', 'CPL-153') : articlesOn(day, 'CRPL-206');
  }
}

/** On appeal no ground is named, and what was publicly prosecuted below is not filed here. */
const isPublic = ({ caseType, instance, prosecutionGround, publicProsecution }: Situation): boolean =>
  publicProsecution === true || (caseType === 'criminal' && instance !== 'second' && prosecutionGround === undefined);
const ofTheSides: readonly HappeningKind[] = ['consentWithdrawn', 'withdrawalApplied'];

/** The rule that an act of this kind would break now, or undefined. */
export function refusalOfHappening(kind: HappeningKind, by: Teller, situation: Situation, day: ShanghaiDay): Refusal | undefined {
  const { stage, caseType } = situation;
  const articles = articlesOf(kind, situation, day);
  const refuse = (code: string, zh: string, en: string): Refusal => ({ code, articles, message: { zh, en } });
  if (!mayTell(kind, by)) return refuse('not-your-part', '您在本案中的身份不能进行此操作。', 'Your part in this case does not allow this.');
  const publicly = isPublic(situation);
  // Whom the court invited speaks in the case of others; the procuratorate that filed it speaks for its own.
  if (by === 'prosecutor' && !situation.publicProsecution && ofTheSides.includes(kind)) return refuse('not-your-part', '您在本案中的身份不能进行此操作。', 'Your part in this case does not allow this.');
  if (situation.ending) return refuse('case-is-ending', '本案正在办理结案，不能再提出。', 'The case is being closed; this comes too late.');
  if (situation.undecided.includes(kind) && kind !== 'factRecorded') return refuse('not-decided-yet', '同样的事项正在等待决定。', 'The same matter waits for its decision already.');
  if (stage === 'archiving') return refuse('case-is-concluded', '本案审理已经结束，正在归档。', 'The case is concluded and being archived.');
  if (publicly && (kind === 'settled' || (kind === 'withdrawalApplied' && by !== 'prosecutor'))) {
    return refuse('not-in-public-prosecution', '公诉案件不适用；撤回自诉、自行和解限于自诉案件。', 'Not in a public prosecution: withdrawal and settlement are for private ones.');
  }
  if (caseType === 'administrative' && kind === 'settled') return refuse('not-in-administrative-cases', '行政案件除行政赔偿、补偿和自由裁量权案件外不适用调解，不能在此以和解结案；原告可以申请撤诉。', 'Administrative cases are not mediated, save those of compensation and discretion, and are not closed by settlement here; the plaintiff may apply for withdrawal.');
  if (situation.suspended && kind !== 'withdrawalApplied' && kind !== 'factRecorded') return refuse('case-suspended', '本案已中止诉讼，恢复后方可办理。', 'The proceedings are suspended; this can be done after they are resumed.');
  if (stage === 'filing' && kind !== 'withdrawalApplied') return refuse('not-accepted-yet', '本案尚未受理。', 'The case is not accepted yet.');
  if (kind === 'consentWithdrawn' && (situation.sessionOpened || stage === 'signing')) {
    return refuse('session-opened', '同意在线审理可以在开庭前撤回；现已开庭，不能撤回。', 'Consent may be withdrawn until the hearing opens; it has opened.');
  }
  return undefined;
}

/** What an agent does for its principal, by the authority that it needs; undefined for what everybody tells for themselves. */
export const actOf: Partial<Record<HappeningKind, PartyAct>> = { consentWithdrawn: 'consent', settled: 'settlement', withdrawalApplied: 'withdrawal' };

/** CPL-62: to withdraw the action, to settle, to take back consent is the party's own; its agent does it with special authority. */
export function mayTell(kind: HappeningKind, by: Teller): boolean {
  const ofTheCourt = by === 'judge' || by === 'clerk';
  switch (kind) {
    case 'factRecorded': return ofTheCourt;
    case 'factClaimed': return !ofTheCourt;
    // ONL-4, CRINT-296: the procuratorate agrees to the hearing online, and may take its prosecution back.
    case 'consentWithdrawn': return !ofTheCourt && (isParty(by) || by === 'prosecutor');
    case 'settled': return !ofTheCourt && isParty(by);
    case 'withdrawalApplied': return by === 'plaintiff' || by === 'prosecutor';
    case 'groundReported': return true;
  }
}

/** What this person may tell now: what the page offers. */
export const offeredHappenings = (by: Teller, situation: Situation, day: ShanghaiDay): HappeningKind[] =>
  happeningKinds.filter((kind) => refusalOfHappening(kind, by, situation, day) === undefined);

/** Which matters wait for a decision, by the kinds of the tasks that are open. */
export function undecidedBy(openTaskKinds: readonly string[]): HappeningKind[] {
  const waits: [HappeningKind, readonly string[]][] = [
    ['factClaimed', ['decide-fact']], ['withdrawalApplied', ['rule-on-withdrawal']], ['groundReported', ['rule-on-suspension']],
    ['settled', ['confirm-settlement', 'rule-on-settlement', 'receive-mediation-agreement']],
  ];
  return waits.filter(([, kinds]) => kinds.some((kind) => openTaskKinds.includes(kind))).map(([kind]) => kind);
}
