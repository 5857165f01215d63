import type { Session } from './session.ts';

/** 询问: the court asks a party, before or beside a trial. */
export const inquiry: Session = {
  agenda: [
    { phase: 'opening', from: [], articles: ['G1', 'G7'] },
    { phase: 'questions', from: ['opening'], articles: ['G1', 'ONL-21'] },
  ],
  attendance: { who: 'oneParty', articles: ['G1'], words: { zh: '被询问的当事人，至少一人', en: 'The party who is asked: one at least' } },
  documents: [],
  outcome: { kind: 'transcriptAlone', articles: ['G9'], words: { zh: '询问笔录由被询问人签名，随案归档', en: 'The record of the questions, signed by whoever was asked' } },
};
