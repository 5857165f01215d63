import type { Provision } from '../provision.ts';

/** EVD: 法释〔2019〕19号, provisions on civil evidence. */
const provisions = {
  document: { zh: '最高人民法院《关于民事诉讼证据的若干规定》（法释〔2019〕19号）', en: 'Supreme People\'s Court, Provisions on Civil Evidence (amended 2019, no. 19)' },
  inForce: '2020-05-01',
  source: '2019年10月14日最高人民法院审判委员会第1777次会议修正，自2020年5月1日起施行',
} as const;

/** INT: 法释〔2022〕11号, the Supreme People's Court's interpretation of the Civil Procedure Law. */
const interpretation = {
  document: { zh: '最高人民法院《关于适用〈中华人民共和国民事诉讼法〉的解释》（法释〔2022〕11号）', en: 'Supreme People\'s Court, Interpretation of the Civil Procedure Law (amended 2022, no. 11)' },
  inForce: '2022-04-10',
  source: '2022年3月22日最高人民法院审判委员会第1866次会议修正，自2022年4月10日起施行',
} as const;

/** CPL: the articles of the Civil Procedure Law on evidence and on fines, beside those of its own file. */
const law = {
  document: { zh: '《中华人民共和国民事诉讼法》（2023年修正）', en: 'Civil Procedure Law (amended 2023)' },
  inForce: '2024-01-01',
  source: '第十四届全国人民代表大会常务委员会第五次会议修正，2023年9月1日通过，2024年1月1日起施行',
} as const;

export const civilEvidence = [
  { ...law, id: 'CPL-66', article: '第六十六条', title: { zh: '证据种类', en: 'Kinds of evidence' },
    text: '证据包括：当事人的陈述；书证；物证；视听资料；电子数据；证人证言；鉴定意见；勘验笔录。证据必须查证属实，才能作为认定事实的根据。' },
  { ...law, id: 'CPL-71', article: '第七十一条', title: { zh: '出示和质证', en: 'Showing and examining evidence' },
    text: '证据应当在法庭上出示，并由当事人互相质证。' },
  { ...law, id: 'CPL-73', article: '第七十三条', title: { zh: '原件、原物', en: 'Originals' },
    text: '书证应当提交原件。物证应当提交原物。提交原件或者原物确有困难的，可以提交复制品、照片、副本、节录本。' },
  { ...law, id: 'CPL-118', article: '第一百一十八条', title: { zh: '罚款金额', en: 'Amount of a fine' },
    text: '对个人的罚款金额，为人民币十万元以下。对单位的罚款金额，为人民币五万元以上一百万元以下。' },
  { ...law, id: 'CPL-119', article: '第一百一十九条', title: { zh: '罚款的批准', en: 'Approval of a fine' },
    text: '拘传、罚款、拘留必须经院长批准。罚款、拘留应当用决定书。对决定不服的，可以向上一级人民法院申请复议一次。' },
  { ...provisions, id: 'EVD-19', article: '第十九条', title: { zh: '证据清单', en: 'List of evidence' },
    text: '当事人应当对其提交的证据材料逐一分类编号，对证据材料的来源、证明对象和内容作简要说明，签名盖章，注明提交日期。' },
  { ...provisions, id: 'EVD-51', article: '第五十一条', title: { zh: '举证期限的长短', en: 'Length of the time for evidence' },
    text: '举证期限可以由当事人协商，并经人民法院准许。人民法院指定举证期限的，适用第一审普通程序审理的案件不得少于十五日，当事人提供新的证据的第二审案件不得少于十日。适用简易程序审理的案件不得超过十五日，小额诉讼案件的举证期限一般不得超过七日。' },
  { ...provisions, id: 'EVD-54', article: '第五十四条', title: { zh: '延长举证期限', en: 'Extending the time for evidence' },
    text: '当事人申请延长举证期限的，应当在举证期限届满前提出书面申请。申请理由成立的，应当准许，适当延长；延长的举证期限适用于其他当事人。' },
  { ...interpretation, id: 'INT-101', article: '第一百零一条', title: { zh: '逾期的理由', en: 'Reasons for late evidence' },
    text: '当事人逾期提供证据的，应当责令其说明理由，必要时可以要求其提供相应的证据。因客观原因逾期提供证据，或者对方当事人对逾期提供证据未提出异议的，视为未逾期。' },
  { ...interpretation, id: 'INT-102', article: '第一百零二条', title: { zh: '逾期的后果', en: 'What follows from late evidence' },
    text: '因故意或者重大过失逾期提供的证据，不予采纳；但该证据与案件基本事实有关的，应当采纳，并予以训诫、罚款。非因故意或者重大过失逾期提供的证据，应当采纳，并对当事人予以训诫。' },
] as const satisfies readonly Provision[];
