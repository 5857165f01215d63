import type { Provision } from '../provision.ts';

/** AEV: 法释〔2002〕21号, provisions on evidence in administrative cases. Where APL-67 has fifteen days now, its own ten (art. 1) are not held. */
const law = {
  document: { zh: '最高人民法院《关于行政诉讼证据若干问题的规定》（法释〔2002〕21号）', en: 'Supreme People\'s Court, Provisions on Evidence in Administrative Proceedings (2002, no. 21)' },
  inForce: '2002-10-01',
  source: '法释〔2002〕21号，2002年6月4日最高人民法院审判委员会第1224次会议通过，2002年7月24日公布，自2002年10月1日起施行',
} as const;

export const administrativeEvidence = [
  { ...law, id: 'AEV-7', article: '第七条', title: { zh: '原告、第三人举证的时间', en: 'When plaintiffs and third parties produce evidence' },
    text: '原告或者第三人应当在开庭审理前或者人民法院指定的交换证据之日提供证据。因正当事由申请延期提供证据的，经人民法院准许，可以在法庭调查中提供。逾期提供证据的，视为放弃举证权利。原告或者第三人在第一审程序中无正当事由未提供而在第二审程序中提供的证据，人民法院不予接纳。' },
  { ...law, id: 'AEV-19', article: '第十九条', title: { zh: '证据清单', en: 'List of evidence' },
    text: '当事人应当对其提交的证据材料分类编号，对证据材料的来源、证明对象和内容作简要说明，签名或者盖章，注明提交日期。' },
  { ...law, id: 'AEV-21', article: '第二十一条', title: { zh: '庭前交换证据', en: 'Exchange of evidence' },
    text: '对于案情比较复杂或者证据数量较多的案件，可以组织当事人在开庭前向对方出示或者交换证据，并将交换证据的情况记录在卷。' },
  { ...law, id: 'AEV-39', article: '第三十九条', title: { zh: '质证', en: 'Examining evidence' },
    text: '当事人应当围绕证据的关联性、合法性和真实性，针对证据有无证明效力以及证明效力大小，进行质证。' },
] as const satisfies readonly Provision[];
