import type { Session } from './session.ts';

/** 调解: the parties may settle before the court, of their own will (CPL-99). */
export const mediation: Session = {
  agenda: [
    { phase: 'opening', from: [], articles: ['G1', 'G7'] },
    { phase: 'mediation', from: ['opening'], articles: ['G1', 'CPL-100'] },
  ],
  attendance: { who: 'everyParty', articles: ['CPL-99'], words: { zh: '各方当事人', en: 'Every party' } },
  documents: [{ zh: '调解协议或者调解书', en: 'The mediation agreement or document' }, { zh: '送达回证', en: 'Receipts of service' }],
  outcome: { kind: 'mediationAgreement', articles: ['CPL-99', 'CPL-100', 'CPL-101', 'CPL-102'], words: { zh: '各方签名、法官确认后制作调解书送达，签收后生效；未达成或者签收前反悔的，继续审理', en: 'Signed by all and confirmed by the judge, it is served and takes effect when signed for; where none is reached, or somebody goes back on it, the case goes on' } },
};
