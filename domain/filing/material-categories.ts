/** The kinds of material that are filed with an action. */
import type { Words } from '#domain/law/ruled.ts';

export const materialCategories = ['indictment', 'caseFile', 'complaint', 'identity', 'powerOfAttorney', 'lowerDecision', 'refusalToProsecute', 'evidence', 'other'] as const;
export type MaterialCategory = (typeof materialCategories)[number];

export const materialWords: Record<MaterialCategory, Words> = {
  indictment: { zh: '起诉书', en: 'Indictment' },
  caseFile: { zh: '案卷材料', en: 'Case file' },
  complaint: { zh: '起诉状、上诉状、自诉状', en: 'Complaint, notice of appeal, private prosecution' },
  identity: { zh: '主体资格证明', en: 'Proof of who the party is' },
  powerOfAttorney: { zh: '授权委托书和代理人证明', en: 'Power of attorney and the agent’s papers' },
  lowerDecision: { zh: '第一审裁判文书', en: 'Judgment or ruling of first instance' },
  refusalToProsecute: { zh: '不予追究的书面决定', en: 'Written decision not to pursue' },
  evidence: { zh: '证据材料', en: 'Evidence' },
  other: { zh: '其他材料', en: 'Other' },
};

export const materialHints: Record<MaterialCategory, Words> = {
  indictment: { zh: '人民检察院的起诉书，盖章；每名被告人的身份、羁押情况和指控的犯罪事实。', en: 'Sealed by the procuratorate: who each accused is, whether held, and the facts charged.' },
  caseFile: { zh: '侦查、审查起诉的案卷；被告人认罪认罚的，包括具结书和量刑建议。', en: 'The file of the investigation; of an accused who admits the charge, the statement and the proposed sentence.' },
  complaint: { zh: '已签名或者盖章的诉状扫描件，可以不传，以网上填写的内容为准。', en: 'A signed scan; without one, what you typed is the complaint.' },
  identity: { zh: '居民身份证；公司、组织的营业执照和法定代表人（主要负责人）身份证明书。', en: 'Identity card; for a company or organisation the licence and the certificate of its legal representative.' },
  powerOfAttorney: { zh: '律师执业证和所函、近亲属关系证明、单位证明、推荐信等。', en: 'The lawyer’s licence and letter, proof of kinship or employment, letter of recommendation.' },
  lowerDecision: { zh: '第一审判决书或者裁定书，有送达回证的一并上传。', en: 'The judgment or ruling appealed against, with proof of service if there is one.' },
  refusalToProsecute: { zh: '公安机关或者人民检察院不予追究的书面决定。', en: 'The written decision of police or prosecution.' },
  evidence: { zh: '与请求相关的证据。', en: 'Evidence for what you claim.' },
  other: { zh: '不属于以上各类的材料。', en: 'What belongs to none of the others.' },
};
