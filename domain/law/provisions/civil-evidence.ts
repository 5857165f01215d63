import type { Provision } from '../provision.ts';

/** EVD: 法释〔2019〕19号, provisions on civil evidence. */
const law = {
  document: { zh: '最高人民法院《关于民事诉讼证据的若干规定》（法释〔2019〕19号）', en: 'Supreme People\'s Court, Provisions on Civil Evidence (amended 2019, no. 19)' },
  inForce: '2020-05-01',
  source: '法释〔2019〕19号，2019年10月14日最高人民法院审判委员会第1777次会议修正，2019年12月25日公布，自2020年5月1日起施行',
} as const;

export const civilEvidence = [
  { ...law, id: 'EVD-19', article: '第十九条', title: { zh: '证据清单', en: 'List of evidence' },
    text: '当事人应当对其提交的证据材料逐一分类编号，对证据材料的来源、证明对象和内容作简要说明，签名盖章，注明提交日期，并依照对方当事人人数提出副本。' },
  { ...law, id: 'EVD-51', article: '第五十一条', title: { zh: '举证期限的长短', en: 'Length of the time for evidence' },
    text: '举证期限可以由当事人协商，并经人民法院准许。人民法院指定举证期限的，适用第一审普通程序审理的案件不得少于十五日，当事人提供新的证据的第二审案件不得少于十日。适用简易程序审理的案件不得超过十五日，小额诉讼案件的举证期限一般不得超过七日。举证期限届满后，当事人提供反驳证据或者对已经提供的证据的来源、形式等方面的瑕疵进行补正的，人民法院可以酌情再次确定举证期限，不受上述期间限制。' },
  { ...law, id: 'EVD-54', article: '第五十四条', title: { zh: '延长举证期限', en: 'Extending the time for evidence' },
    text: '当事人申请延长举证期限的，应当在举证期限届满前提出书面申请。申请理由成立的，应当准许，适当延长，并通知其他当事人；延长的举证期限适用于其他当事人。' },
] as const satisfies readonly Provision[];
