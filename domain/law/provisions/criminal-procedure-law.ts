import type { Provision } from '../provision.ts';

/** CRPL: Criminal Procedure Law, as amended on 26 October 2018. */
const law = {
  document: { zh: '《中华人民共和国刑事诉讼法》（2018年修正）', en: 'Criminal Procedure Law (amended 2018)' },
  inForce: '2018-10-26',
  source: '第十三届全国人民代表大会常务委员会第六次会议修正，2018年10月26日通过，自公布之日起施行',
} as const;

export const criminalProcedureLaw = [
  { ...law, id: 'CRPL-16', article: '第十六条', title: { zh: '不追究刑事责任', en: 'No criminal liability is pursued' },
    text: '犯罪嫌疑人、被告人死亡等情形，不追究刑事责任，已经追究的，应当撤销案件，或者不起诉，或者终止审理，或者宣告无罪。' },
  { ...law, id: 'CRPL-33', article: '第三十三条', title: { zh: '辩护人', en: 'Defenders' },
    text: '犯罪嫌疑人、被告人除自己行使辩护权以外，还可以委托一至二人作为辩护人。' },
  { ...law, id: 'CRPL-46', article: '第四十六条', title: { zh: '委托诉讼代理人', en: 'Appointing agents' },
    text: '自诉案件的自诉人及其法定代理人，附带民事诉讼的当事人及其法定代理人，有权随时委托诉讼代理人。' },
  { ...law, id: 'CRPL-105', article: '第一百零五条', title: { zh: '期间的计算', en: 'Computing periods' },
    text: '期间以时、日、月计算。期间开始的时和日不算在期间以内。期间的最后一日为节假日的，以节假日后的第一日为期满日期。' },
  { ...law, id: 'CRPL-106', article: '第一百零六条', title: { zh: '期间的恢复', en: 'Restoring a period' },
    text: '当事人由于不能抗拒的原因或者有其他正当理由而耽误期限的，在障碍消除后五日以内，可以申请继续进行应当在期满以前完成的诉讼活动，是否准许，由人民法院裁定。' },
  { ...law, id: 'CRPL-108', article: '第一百零八条', title: { zh: '当事人的含义', en: 'Who the parties are' },
    text: '“当事人”是指被害人、自诉人、犯罪嫌疑人、被告人、附带民事诉讼的原告人和被告人。' },
  { ...law, id: 'CRPL-169', article: '第一百六十九条', title: { zh: '提起公诉', en: 'Public prosecution' },
    text: '凡需要提起公诉的案件，一律由人民检察院审查决定。' },
  { ...law, id: 'CRPL-183', article: '第一百八十三条', title: { zh: '刑事案件的审判组织', en: 'Who hears a criminal case' },
    text: '基层人民法院、中级人民法院审判第一审案件，应当由审判员三人或者由审判员和人民陪审员共三人或者七人组成合议庭进行，但是基层人民法院适用简易程序、速裁程序的案件可以由审判员一人独任审判。审判上诉和抗诉案件，由审判员三人或者五人组成合议庭进行。' },
  { ...law, id: 'CRPL-206', article: '第二百零六条', title: { zh: '中止审理', en: 'Suspension of the trial' },
    text: '被告人患有严重疾病无法出庭，被告人脱逃，自诉人患有严重疾病无法出庭又未委托诉讼代理人出庭，或者由于不能抗拒的原因，致使案件在较长时间内无法继续审理的，可以中止审理。原因消失后，应当恢复审理。中止审理的期间不计入审理期限。' },
  { ...law, id: 'CRPL-210', article: '第二百一十条', title: { zh: '自诉案件', en: 'Private prosecution' },
    text: '自诉案件包括：告诉才处理的案件；被害人有证据证明的轻微刑事案件；被害人有证据证明对被告人侵犯自己人身、财产权利的行为应当依法追究刑事责任，而公安机关或者人民检察院不予追究被告人刑事责任的案件。' },
  { ...law, id: 'CRPL-211', article: '第二百一十一条', title: { zh: '自诉案件的审查', en: 'Review of a private prosecution' },
    text: '犯罪事实清楚，有足够证据的案件，应当开庭审判；缺乏罪证的自诉案件，如果自诉人提不出补充证据，应当说服自诉人撤回自诉，或者裁定驳回。' },
  { ...law, id: 'CRPL-212', article: '第二百一十二条', title: { zh: '自诉案件的调解、和解和撤诉', en: 'Private prosecution: mediation, settlement, withdrawal' },
    text: '人民法院对自诉案件，可以进行调解；自诉人在宣告判决前，可以同被告人自行和解或者撤回自诉。' },
  { ...law, id: 'CRPL-227', article: '第二百二十七条', title: { zh: '上诉的提起', en: 'Who may appeal' },
    text: '被告人、自诉人和他们的法定代理人，不服地方各级人民法院第一审的判决、裁定，有权用书状或者口头向上一级人民法院上诉。' },
  { ...law, id: 'CRPL-230', article: '第二百三十条', title: { zh: '上诉期限', en: 'Time for appeal' },
    text: '不服判决的上诉和抗诉的期限为十日，不服裁定的上诉和抗诉的期限为五日，从接到判决书、裁定书的第二日起算。' },
] as const satisfies readonly Provision[];
