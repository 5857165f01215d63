import type { Provision } from '../provision.ts';

/** What other laws of procedure and interpretations say of what may happen to a case at any time. */
const administrative = {
  document: { zh: '《中华人民共和国行政诉讼法》（2017年修正）', en: 'Administrative Litigation Law (amended 2017)' },
  inForce: '2017-07-01',
  source: '第十二届全国人民代表大会常务委员会第二十八次会议修正，2017年6月27日通过，2017年7月1日起施行',
} as const;

const criminal = {
  document: { zh: '《中华人民共和国刑事诉讼法》（2018年修正）', en: 'Criminal Procedure Law (amended 2018)' },
  inForce: '2018-10-26',
  source: '第十三届全国人民代表大会常务委员会第六次会议修正，2018年10月26日通过，自公布之日起施行',
} as const;

const mediation = {
  document: { zh: '最高人民法院《关于人民法院民事调解工作若干问题的规定》（2020年修正）', en: 'Supreme People\'s Court, Provisions on Civil Mediation (amended 2020)' },
  inForce: '2021-01-01',
  source: '法释〔2020〕20号修正，2021年1月1日起施行',
} as const;

const interpretation = {
  document: { zh: '最高人民法院《关于适用〈中华人民共和国民事诉讼法〉的解释》（2022年修正）', en: 'Supreme People\'s Court, Interpretation of the Civil Procedure Law (amended 2022)' },
  inForce: '2022-04-10',
  source: '法释〔2022〕11号修正，2022年4月10日起施行',
} as const;

export const otherProcedure = [
  { ...administrative, id: 'APL-62', article: '第六十二条', title: { zh: '撤诉', en: 'Withdrawal of the action' },
    text: '人民法院对行政案件宣告判决或者裁定前，原告申请撤诉的，或者被告改变其所作的行政行为，原告同意并申请撤诉的，是否准许，由人民法院裁定。' },
  { ...criminal, id: 'CRPL-16', article: '第十六条', title: { zh: '不追究刑事责任', en: 'No criminal liability is pursued' },
    text: '犯罪嫌疑人、被告人死亡等情形，不追究刑事责任，已经追究的，应当撤销案件，或者不起诉，或者终止审理，或者宣告无罪。' },
  { ...criminal, id: 'CRPL-206', article: '第二百零六条', title: { zh: '中止审理', en: 'Suspension of the trial' },
    text: '被告人患有严重疾病无法出庭，被告人脱逃，自诉人患有严重疾病无法出庭又未委托诉讼代理人出庭，或者由于不能抗拒的原因，致使案件在较长时间内无法继续审理的，可以中止审理。原因消失后，应当恢复审理。中止审理的期间不计入审理期限。' },
  { ...criminal, id: 'CRPL-212', article: '第二百一十二条', title: { zh: '自诉案件的调解、和解和撤诉', en: 'Private prosecution: mediation, settlement, withdrawal' },
    text: '人民法院对自诉案件，可以进行调解；自诉人在宣告判决前，可以同被告人自行和解或者撤回自诉。' },
  { ...mediation, id: 'MED-2', article: '第二条', title: { zh: '确认和解协议', en: 'Confirming a settlement' },
    text: '当事人在诉讼过程中自行达成和解协议的，人民法院可以根据当事人的申请依法确认和解协议制作调解书。' },
  { ...interpretation, id: 'CPI-55', article: '第五十五条', title: { zh: '继承人承担诉讼', en: 'Heirs take up the proceedings' },
    text: '在诉讼中，一方当事人死亡，需要等待继承人表明是否参加诉讼的，裁定中止诉讼。人民法院应当及时通知继承人作为当事人承担诉讼，被继承人已经进行的诉讼行为对承担诉讼的继承人有效。' },
] as const satisfies readonly Provision[];
