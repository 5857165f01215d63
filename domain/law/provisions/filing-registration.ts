import type { Provision } from '../provision.ts';

/** REG: registering filings (法释〔2015〕8号). */
const registration = {
  document: { zh: '最高人民法院《关于人民法院登记立案若干问题的规定》（法释〔2015〕8号）', en: 'Supreme People\'s Court, Provisions on Registering Filings (2015, no. 8)' },
  inForce: '2015-05-01',
  source: '法释〔2015〕8号，2015年4月13日最高人民法院审判委员会第1647次会议通过，2015年4月15日公布，自2015年5月1日起施行',
} as const;

/** TIME: time limits of cases (法释〔2000〕29号). */
const timeLimits = {
  document: { zh: '最高人民法院《关于严格执行案件审理期限制度的若干规定》（法释〔2000〕29号）', en: 'Supreme People\'s Court, Provisions on Time Limits of Cases (2000, no. 29)' },
  inForce: '2000-09-28',
  source: '法释〔2000〕29号，2000年9月14日最高人民法院审判委员会第1130次会议通过，2000年9月22日公布，自2000年9月28日起施行',
} as const;

export const filingRegistration = [
  { ...registration, id: 'REG-6', article: '第六条', title: { zh: '应当提交的材料', en: 'Materials to be filed' },
    text: '起诉人、自诉人是自然人的，提交身份证明复印件；是法人或者其他组织的，提交营业执照或者组织机构代码证复印件、法定代表人或者主要负责人身份证明书；委托起诉或者代为告诉的，提交授权委托书、代理人身份证明、代为告诉人身份证明等相关材料；具体明确的足以使被告或者被告人与他人相区别的姓名或者名称、住所等信息；起诉状原本和与被告或者被告人及其他当事人人数相符的副本；与诉请相关的证据或者证明材料。' },
  { ...registration, id: 'REG-7', article: '第七条', title: { zh: '补正', en: 'Corrections' },
    text: '提交的诉状和材料不符合要求的，应当一次性书面告知在指定期限内补正。在指定期限内补正的，决定是否立案的期间自收到补正材料之日起计算。没有补正的，退回诉状并记录在册；坚持起诉、自诉的，裁定或者决定不予受理、不予立案。经补正仍不符合要求的，裁定或者决定不予受理、不予立案。' },
  { ...registration, id: 'REG-8', article: '第八条', title: { zh: '决定是否立案的期限', en: 'Time for deciding on a filing' },
    text: '当场不能判定是否符合法律规定的，对民事、行政起诉，在收到起诉状之日起七日内决定是否立案；对刑事自诉，在收到自诉状次日起十五日内决定是否立案。在法定期间内不能判定的，应当先行立案。' },
  { ...registration, id: 'REG-18', article: '第十八条', title: { zh: '不适用的范围', en: 'Where it does not apply' },
    text: '上诉、申请再审、刑事申诉、执行复议和国家赔偿申诉案件立案工作，不适用本规定。' },
  { ...timeLimits, id: 'TIME-6', article: '第六条', title: { zh: '立案期限', en: 'Time for accepting a case' },
    text: '第一审人民法院收到起诉书（状）后，经审查认为符合受理条件的应当在七日内立案；收到自诉人自诉状或者口头告诉的，应当在十五日内立案。第二审人民法院应当在收到第一审人民法院移送的上（抗）诉材料及案卷材料后的五日内立案。' },
] as const satisfies readonly Provision[];
