import type { Words } from '#domain/law/ruled.ts';
import { partyWords, type CaseKind } from '#domain/filing/party-words.ts';
import type { Phase } from './agenda.ts';
import type { Move } from './phases.ts';

/** What a page says of a phase: its title, what happens now, and who speaks. */
export type PhaseWords = { readonly title: Words; readonly now: Words; readonly speaks: Words };

export const phaseWords: Record<Phase, PhaseWords> = {
  preparing: {
    title: { zh: '庭前准备', en: 'Before the hearing' },
    now: { zh: '书记员查明到庭情况，核对身份，测试网络、声音和画面。', en: 'The clerk checks who is present, verifies identities and tests network, sound and picture.' },
    speaks: { zh: '书记员', en: 'The clerk' },
  },
  discipline: {
    title: { zh: '宣读法庭纪律', en: 'Discipline' },
    now: { zh: '书记员宣读法庭纪律，请每位诉讼参与人确认。', en: 'The clerk reads the discipline; every participant acknowledges it.' },
    speaks: { zh: '书记员', en: 'The clerk' },
  },
  opening: {
    title: { zh: '开庭', en: 'Opening' },
    now: { zh: '核对当事人，宣布案由，宣布审判人员、法官助理、书记员等的名单，告知诉讼权利义务，询问是否申请回避。', en: 'The parties are checked, the cause and the list of judges, judge’s assistants and clerks announced, rights and duties told, recusal asked about.' },
    speaks: { zh: '审判长或者独任法官；当事人回答', en: 'The presiding or sole judge; the parties answer' },
  },
  questions: {
    title: { zh: '询问', en: 'Questions' },
    now: { zh: '法官逐一询问，被询问人回答。', en: 'The judge asks; each person asked answers.' },
    speaks: { zh: '法官和被询问人', en: 'The judge and the person asked' },
  },
  evidence: {
    title: { zh: '举证质证', en: 'Evidence' },
    now: { zh: '各方陈述、出示证据，对方就真实性、合法性、关联性发表意见。', en: 'The parties state their case and show evidence; the others speak on authenticity, legality and relevance.' },
    speaks: { zh: '举证的一方，然后质证的一方', en: 'The party showing evidence, then the others' },
  },
  issues: {
    title: { zh: '归纳争议焦点', en: 'Issues' },
    now: { zh: '法官归纳各方无争议的事实和争议焦点。', en: 'The judge sums up what is agreed and what is in dispute.' },
    speaks: { zh: '法官；当事人补充', en: 'The judge; the parties add' },
  },
  debate: {
    title: { zh: '法庭辩论', en: 'Debate' },
    now: { zh: '原告、被告、第三人依次发言，然后互相辩论。', en: 'Plaintiff, defendant and third party speak in turn, then debate.' },
    speaks: { zh: '原告、被告、第三人依次', en: 'Plaintiff, defendant, third party in turn' },
  },
  finalStatements: {
    title: { zh: '最后意见', en: 'Final statements' },
    now: { zh: '按照原告、被告、第三人的先后顺序征询最后意见。', en: 'Final statements are asked for: plaintiff, defendant, third party.' },
    speaks: { zh: '原告、被告、第三人依次', en: 'Plaintiff, defendant, third party in turn' },
  },
  mediation: {
    title: { zh: '调解', en: 'Mediation' },
    now: { zh: '在自愿的基础上进行调解。', en: 'The court mediates, if the parties wish it.' },
    speaks: { zh: '法官和各方当事人', en: 'The judge and the parties' },
  },
  pronouncement: {
    title: { zh: '宣判', en: 'Pronouncement' },
    now: { zh: '宣告判决，告知上诉权利、上诉期限和上诉的法院。', en: 'The judgment is pronounced; the right, time and court of appeal are told.' },
    speaks: { zh: '审判长或者独任法官', en: 'The presiding or sole judge' },
  },
  service: {
    title: { zh: '送达', en: 'Service' },
    now: { zh: '送达诉讼文书，受送达人确认签收。', en: 'Documents are served; the receiver confirms.' },
    speaks: { zh: '书记员和受送达人', en: 'The clerk and the receiver' },
  },
  recess: {
    title: { zh: '休庭', en: 'Recess' },
    now: { zh: '暂时休庭，请保持在线，等待继续开庭。', en: 'The court is in recess; please stay connected.' },
    speaks: { zh: '无人发言', en: 'Nobody' },
  },
  suspended: {
    title: { zh: '中止', en: 'Suspended' },
    now: { zh: '庭审中断，法官核实原因；网络恢复稳定后继续审理。', en: 'The hearing is interrupted; the judge verifies the cause and it goes on once the network is stable.' },
    speaks: { zh: '无人发言', en: 'Nobody' },
  },
  adjourned: {
    title: { zh: '延期审理', en: 'Adjourned' },
    now: { zh: '本次庭审延期，另行排期通知。', en: 'The hearing is adjourned; a new time will be told.' },
    speaks: { zh: '无人发言', en: 'Nobody' },
  },
  closed: {
    title: { zh: '闭庭', en: 'Closed' },
    now: { zh: '庭审结束，请阅读并签署笔录。', en: 'The hearing is over; please read and sign the transcript.' },
    speaks: { zh: '无人发言', en: 'Nobody' },
  },
};

/** CPL-144: the sides speak in turn, under the names that they have in this kind of case. */
export function phaseWordsIn(phase: Phase, kind: CaseKind): PhaseWords {
  const words = phaseWords[phase];
  if (phase !== 'debate' && phase !== 'finalStatements') return words;
  // CRPL-108: a criminal case has no third party.
  const sides = (['plaintiff', 'defendant', 'thirdParty'] as const).filter((role) => role !== 'thirdParty' || kind.caseType !== 'criminal')
    // CRPL-198: for the procuratorate speaks its officer.
    .map((role) => partyWords(role === 'plaintiff' && kind.publicProsecution ? 'prosecutor' : role, kind));
  const [zh, en] = [sides.map((side) => side.zh).join('、'), sides.map((side) => side.en.toLowerCase()).join(', ')];
  return {
    title: words.title,
    now: phase === 'debate'
      ? { zh: `${zh}依次发言，然后互相辩论。`, en: `In turn: ${en}. Then they debate.` }
      : { zh: `按照${zh}的先后顺序征询最后意见。`, en: `Final statements are asked for, in turn: ${en}.` },
    speaks: { zh: `${zh}依次`, en: `In turn: ${en}` },
  };
}

/** What the button of a move says. */
export const moveWords: Record<Move, Words> = {
  'read-discipline': { zh: '宣读法庭纪律', en: 'Read the discipline' },
  open: { zh: '宣布开庭', en: 'Open the hearing' },
  'begin-questions': { zh: '进入询问', en: 'Begin the questions' },
  'begin-evidence': { zh: '进入举证质证', en: 'Begin the evidence' },
  'begin-issues': { zh: '归纳争议焦点', en: 'Sum up the issues' },
  'begin-debate': { zh: '进入法庭辩论', en: 'Begin the debate' },
  'begin-final-statements': { zh: '征询最后意见', en: 'Ask for final statements' },
  'begin-mediation': { zh: '进入调解', en: 'Begin mediation' },
  'begin-pronouncement': { zh: '宣告判决', en: 'Pronounce the judgment' },
  'begin-service': { zh: '进行送达', en: 'Begin service' },
  recess: { zh: '休庭', en: 'Recess' },
  'end-recess': { zh: '继续开庭', en: 'End the recess' },
  suspend: { zh: '中止审理', en: 'Suspend' },
  resume: { zh: '恢复审理', en: 'Resume' },
  adjourn: { zh: '延期审理', en: 'Adjourn' },
  'close-withdrawn': { zh: '撤诉、和解，闭庭', en: 'Close: withdrawn or settled' },
  close: { zh: '闭庭', en: 'Close' },
};
