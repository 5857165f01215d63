import { describe, expect, test } from '@jest/globals';
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import { checkAct, debateEndedAfter, itemFrom, replaced, withOpinion, type Actor, type EvidenceAct, type EvidenceFacts } from './acts.ts';
import { awaitingOpinionOf, opinionOf, type EvidenceItem } from './item.ts';
import { transcriptLines, wordOpinion } from './wording.ts';

const described = { title: '借条', source: '原告', proves: '借款事实', fileId: '11111111-1111-4111-8111-111111111111' };
const theirs: EvidenceItem = { ...described, evidenceId: 'e1', submittedBy: 'plaintiff', number: 1, at: '2026-05-11T01:00:00.000Z', version: 1 };
const period = { procedure: 'firstOrdinary', days: 15, basis: 'court', from: shanghaiDayFrom('2026-05-11'), lastDay: shanghaiDayFrom('2026-05-26') } as const;
const base: EvidenceFacts = { items: [theirs], parties: ['plaintiff', 'defendant', 'third'], period, periodOver: false, closed: false, suspended: false, criminal: false, session: undefined, guidanceAsked: false };
const inEvidence = { hearingId: 'h1', phase: 'evidence' };

const plaintiff: Actor = { as: 'party', participantId: 'plaintiff' };
const defendant: Actor = { as: 'party', participantId: 'defendant' };
const judge: Actor = { as: 'judge' };
const clerk: Actor = { as: 'clerk' };
const witness: Actor = { as: 'other' };

const offer: EvidenceAct = { what: 'offer', items: [described] };
const offerLate: EvidenceAct = { what: 'offer', items: [described], lateReason: '刚刚从银行取得' };
const replace: EvidenceAct = { what: 'replace', evidenceId: 'e1', item: described };
const withdraw: EvidenceAct = { what: 'withdraw', evidenceId: 'e1', reason: '与本案无关' };
const agree = { evidenceId: 'e1', authenticity: true, legality: true, relevance: true, remark: '' };
const opinion: EvidenceAct = { what: 'opinion', opinion: agree };
const dispute = (remark: string, reasons = {}): EvidenceAct => ({ what: 'opinion', opinion: { ...agree, relevance: false, remark, reasons } });
const present: EvidenceAct = { what: 'present', evidenceId: 'e1' };
const examine: EvidenceAct = { what: 'examine', evidenceId: 'e1' };
const guidance: EvidenceAct = { what: 'askGuidance', about: '照片太大传不上去', callBack: 'phone' };
const setPeriod: EvidenceAct = { what: 'setPeriod', procedure: 'firstOrdinary', days: 20, basis: 'court', reason: '证据较多' };
const late: Partial<EvidenceFacts> = { periodOver: true };
const undecided: Partial<EvidenceFacts> = { items: [{ ...theirs, late: { reason: '出差' } }] };
const examined: Partial<EvidenceFacts> = { items: [{ ...theirs, examination: { state: 'examined', hearingId: 'h1', at: '' } }] };
const shown: Partial<EvidenceFacts> = { items: [{ ...theirs, examination: { state: 'presented', hearingId: 'h1', at: '' } }], session: inEvidence };

describe('what may be done with evidence', () => {
  const table: [string, EvidenceAct, Actor, Partial<EvidenceFacts>, string, string][] = [
    // facts,                                           act, who, ..., decision, articles
    ['a party offers in time', offer, plaintiff, {}, 'allowed', ''],
    ['a witness offers nothing', offer, witness, {}, 'evidence-not-yours', 'G8'],
    ['before the exchange nothing is offered', offer, plaintiff, { period: undefined }, 'evidence-not-begun', 'G8'],
    ['after the deadline without a reason', offer, plaintiff, late, 'late-reason', 'CPL-68,INT-101'],
    ['after the deadline with a reason: for the judge', offerLate, plaintiff, late, 'allowed', ''],
    ['no deadline binds in a criminal case', offer, defendant, { ...late, criminal: true }, 'allowed', ''],
    ['in court, before the debate ends', offer, defendant, { session: inEvidence }, 'allowed', ''],
    ['after the debate', offerLate, plaintiff, { ...late, closed: true }, 'evidence-closed', 'CPL-142,CPL-144'],
    ['the submitter replaces in time', replace, plaintiff, {}, 'allowed', ''],
    ['nobody replaces another’s', replace, defendant, {}, 'evidence-not-yours', 'G8'],
    ['nothing is replaced after the deadline', replace, plaintiff, late, 'replace-late', 'CPL-68,EVD-51'],
    ['nothing is replaced once examined', replace, plaintiff, examined, 'evidence-examined', 'CPL-71'],
    ['the submitter takes it back', withdraw, plaintiff, late, 'allowed', ''],
    ['not once it is examined', withdraw, plaintiff, examined, 'evidence-examined', 'CPL-71'],
    ['another party gives its opinion', opinion, defendant, {}, 'allowed', ''],
    ['not on its own item', opinion, plaintiff, {}, 'own-evidence', 'CPL-71'],
    ['a dispute needs a reason', dispute(''), defendant, {}, 'dispute-reason', 'G8,CPL-71'],
    ['a reason for the aspect is one', dispute('', { relevance: '与借款无关' }), defendant, {}, 'allowed', ''],
    ['nothing is said of late evidence not decided yet', opinion, defendant, undecided, 'evidence-not-in-play', 'CPL-68'],
    ['the clerk enters what is said in court', { ...opinion, of: 'defendant' } as EvidenceAct, clerk, { session: inEvidence }, 'allowed', ''],
    ['but not outside', { ...opinion, of: 'defendant' } as EvidenceAct, clerk, {}, 'not-in-session', 'G8'],
    ['a party speaks for no other', { ...opinion, of: 'third' } as EvidenceAct, defendant, {}, 'evidence-not-yours', 'G8'],
    ['the judge has it shown', present, judge, { session: inEvidence }, 'allowed', ''],
    ['in the phase of evidence alone', present, judge, { session: { hearingId: 'h1', phase: 'debate' } }, 'not-in-evidence-phase', 'G8,CPL-141'],
    ['a party shows nothing by itself', present, plaintiff, { session: inEvidence }, 'evidence-not-yours', 'G8'],
    ['examined after it was shown', examine, judge, shown, 'allowed', ''],
    ['not before', examine, judge, { session: inEvidence }, 'not-presented', 'CPL-71'],
    ['the judge sets the time', setPeriod, judge, {}, 'allowed', ''],
    ['the clerk does not', setPeriod, clerk, {}, 'evidence-not-yours', 'G8'],
    ['a party asks for a technician', guidance, plaintiff, {}, 'allowed', ''],
    ['while the case is suspended', guidance, plaintiff, { suspended: true }, 'case-suspended', 'CPL-153'],
    ['once at a time', guidance, plaintiff, { guidanceAsked: true }, 'guidance-asked', 'G8'],
  ];
  test.each(table)('%s', (_facts, act, who, change, decision, articles) => {
    const refusal = checkAct(act, who, { ...base, ...change });
    expect(refusal?.code ?? 'allowed').toBe(decision);
    expect(refusal?.articles.join() ?? '').toBe(articles);
  });
});

describe('versions', () => {
  const at = '2026-05-12T01:00:00.000Z';
  const kept = { by: 'defendant', at };
  const second = replaced(withOpinion(theirs, agree, kept), { ...described, title: '借条（清晰版）', pages: 2 }, at);

  test('the old version is kept, with its file', () => {
    expect(second).toMatchObject({ title: '借条（清晰版）', version: 2, pages: 2, formerVersions: [{ title: '借条', version: 1, fileId: described.fileId }] });
  });
  test('an opinion on the old version stays on it, and the new one waits for its own', () => {
    expect(second.opinions).toMatchObject([{ by: 'defendant', version: 1 }]);
    expect(opinionOf(second, 'defendant')).toBeUndefined();
    expect(awaitingOpinionOf([second], 'defendant')).toHaveLength(1);
  });
  test('a second opinion on the same version takes the place of the first', () => {
    const again = withOpinion(withOpinion(second, agree, kept), { ...agree, legality: false, remark: '偷录' }, kept);
    expect(again.opinions?.map(({ version, legality }) => [version, legality])).toEqual([[1, true], [2, false]]);
  });
  test('an answer to an older question lands on the version that it was asked about', () => {
    expect(withOpinion(second, agree, { ...kept, by: 'third', version: 1 }).opinions?.at(-1)).toMatchObject({ by: 'third', version: 1 });
  });
  test('numbers go on within a party’s list, withdrawn ones keep theirs', () => {
    const items = [theirs, { ...theirs, evidenceId: 'e2', number: 2, withdrawn: { at, reason: '重复' } }];
    expect(itemFrom(described, 'plaintiff', items, { evidenceId: 'e3', at }).number).toBe(3);
    expect(itemFrom(described, 'defendant', items, { evidenceId: 'e4', at }).number).toBe(1);
  });
});

test.each([
  // before, phase, ended
  [false, 'evidence', false], [false, 'debate', false], [false, 'recess', false], [true, 'recess', true],
  [false, 'finalStatements', true], [true, 'mediation', true], [true, 'debate', false], [true, 'opening', false],
] as const)('the debate (CPL-144): before %s, phase %s -> ended %s', (before, phase, ended) => {
  expect(debateEndedAfter(before, phase)).toBe(ended);
});

test('the record says an opinion in one sentence, and offers the transcript its lines', () => {
  const item = withOpinion({ ...theirs, kind: 'documentary', form: 'copy', pages: 1 }, { ...agree, authenticity: false, reasons: { authenticity: '非本人签名' } }, { by: 'defendant', at: '' });
  expect(wordOpinion(item.opinions![0]!)).toEqual({ zh: '对合法性、关联性无异议；对真实性有异议（非本人签名）', en: 'accepts legality, relevance; disputes authenticity (非本人签名)' });
  expect(transcriptLines(item, 1, [{ participantId: 'plaintiff', label: '原告张三' }, { participantId: 'defendant', label: '被告李四' }])).toEqual([
    { speaker: 'plaintiff', text: '出示证据1：《借条》（书证，复制件，1页），来源：原告，证明：借款事实。' },
    { speaker: 'defendant', text: '对原告张三的证据1《借条》：对合法性、关联性无异议；对真实性有异议（非本人签名）。' },
  ]);
});
