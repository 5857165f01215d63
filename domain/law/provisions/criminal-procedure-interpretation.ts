import type { Provision } from '../provision.ts';

/** CRINT: 法释〔2021〕1号, the Supreme People's Court's interpretation of the Criminal Procedure Law. */
const law = {
  document: { zh: '最高人民法院《关于适用〈中华人民共和国刑事诉讼法〉的解释》（法释〔2021〕1号）', en: 'Supreme People\'s Court, Interpretation of the Criminal Procedure Law (2021, no. 1)' },
  inForce: '2021-03-01',
  source: '法释〔2021〕1号，2020年12月7日最高人民法院审判委员会第1820次会议通过，2021年1月26日公布，自2021年3月1日起施行',
} as const;

export const criminalProcedureInterpretation = [
  { ...law, id: 'CRINT-219', article: '第二百一十九条', title: { zh: '公诉案件审查后的处理', en: 'After the review of a public prosecution' },
    text: '人民法院对提起公诉的案件审查后，应当按照下列情形分别处理：不属于本院管辖的，应当退回人民检察院；属于刑事诉讼法第十六条第二项至第六项规定情形的，应当退回人民检察院，属于告诉才处理的案件，应当同时告知被害人有权提起自诉；被告人不在案的，应当退回人民检察院；需要补充材料的，应当通知人民检察院在三日以内补送；依照本解释第二百九十六条规定裁定准许撤诉的案件，没有新的影响定罪量刑的事实、证据，重新起诉的，应当退回人民检察院。' },
  { ...law, id: 'CRINT-296', article: '第二百九十六条', title: { zh: '撤回起诉', en: 'Withdrawal of a public prosecution' },
    text: '在开庭后、宣告判决前，人民检察院要求撤回起诉的，人民法院应当审查撤回起诉的理由，作出是否准许的裁定。' },
] as const satisfies readonly Provision[];
