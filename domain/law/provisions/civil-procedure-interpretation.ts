import type { Provision } from '../provision.ts';

/** INT: 法释〔2022〕11号, the Supreme People's Court's interpretation of the Civil Procedure Law. */
const law = {
  document: { zh: '最高人民法院《关于适用〈中华人民共和国民事诉讼法〉的解释》（法释〔2022〕11号）', en: 'Supreme People\'s Court, Interpretation of the Civil Procedure Law (amended 2022, no. 11)' },
  inForce: '2022-04-10',
  source: '法释〔2022〕11号，2022年3月22日最高人民法院审判委员会第1866次会议修正，自2022年4月10日起施行',
} as const;

export const civilProcedureInterpretation = [
  { ...law, id: 'INT-55', article: '第五十五条', title: { zh: '继承人承担诉讼', en: 'Heirs take up the proceedings' },
    text: '在诉讼中，一方当事人死亡，需要等待继承人表明是否参加诉讼的，裁定中止诉讼。人民法院应当及时通知继承人作为当事人承担诉讼，被继承人已经进行的诉讼行为对承担诉讼的继承人有效。' },
  { ...law, id: 'INT-101', article: '第一百零一条', title: { zh: '逾期的理由', en: 'Reasons for late evidence' },
    text: '当事人逾期提供证据的，人民法院应当责令其说明理由，必要时可以要求其提供相应的证据。因客观原因逾期提供证据，或者对方当事人对逾期提供证据未提出异议的，视为未逾期。' },
  { ...law, id: 'INT-102', article: '第一百零二条', title: { zh: '逾期的后果', en: 'What follows from late evidence' },
    text: '因故意或者重大过失逾期提供的证据，不予采纳；但该证据与案件基本事实有关的，应当采纳，并予以训诫、罚款。非因故意或者重大过失逾期提供的证据，应当采纳，并对当事人予以训诫。' },
] as const satisfies readonly Provision[];
