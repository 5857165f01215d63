import type { Session } from './session.ts';

/** 宣判: the judgment is pronounced and given to the parties (CPL-151). */
export const pronouncement: Session = {
  agenda: [
    { phase: 'opening', from: [], articles: ['G1', 'G7'] },
    { phase: 'pronouncement', from: ['opening'], articles: ['G1', 'CPL-151'] },
  ],
  attendance: { who: 'nobody', articles: ['CPL-151'], words: { zh: '当事人经通知未到的，不影响宣判', en: 'A party who was told and does not come does not hold it up' } },
  documents: [{ zh: '判决书', en: 'The judgment' }, { zh: '送达回证', en: 'Receipts of service' }],
  outcome: { kind: 'judgmentServed', articles: ['CPL-151', 'CPL-90', 'CPL-87'], words: { zh: '法官提交判决书，盖章后送达各方并取得送达回证', en: 'The judge hands in the judgment; it is sealed and served on every party, with receipts' } },
};
