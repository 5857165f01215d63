import type { Provision } from '../provision.ts';

/** MED: provisions on civil mediation, as amended by 法释〔2020〕20号. */
const law = {
  document: { zh: '最高人民法院《关于人民法院民事调解工作若干问题的规定》（2020年修正）', en: 'Supreme People\'s Court, Provisions on Civil Mediation (amended 2020)' },
  inForce: '2021-01-01',
  source: '法释〔2004〕12号；2020年12月23日最高人民法院审判委员会第1823次会议修正（法释〔2020〕20号），自2021年1月1日起施行',
} as const;

export const mediationProvisions = [
  { ...law, id: 'MED-2', article: '第二条', title: { zh: '确认和解协议', en: 'Confirming a settlement' },
    text: '当事人在诉讼过程中自行达成和解协议的，人民法院可以根据当事人的申请依法确认和解协议制作调解书。双方当事人申请庭外和解的期间，不计入审限。' },
] as const satisfies readonly Provision[];
