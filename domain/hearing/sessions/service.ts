import type { Session } from './session.ts';

/** 送达: documents are given to a party before the court. */
export const service: Session = {
  agenda: [
    { phase: 'opening', from: [], articles: ['G1', 'G7'] },
    { phase: 'service', from: ['opening'], articles: ['G1', 'CPL-87'] },
  ],
  attendance: { who: 'oneParty', articles: ['CPL-87'], words: { zh: '受送达人，至少一人', en: 'Whoever is served: one at least' } },
  documents: [{ zh: '送达回证', en: 'Receipts of service' }],
  outcome: { kind: 'documentsServed', articles: ['CPL-87', 'CPL-89', 'CPL-90'], words: { zh: '记明收到的时间和人；拒收的记明事由', en: 'Receipts with time and person; a refusal with its reason' } },
};
