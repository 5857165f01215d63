import type { Session } from './session.ts';

/** 听证: the court hears the parties on one question. */
export const publicHearing: Session = {
  agenda: [
    { phase: 'opening', from: [], articles: ['G1', 'G7'] },
    { phase: 'questions', from: ['opening'], articles: ['G1'] },
    { phase: 'evidence', from: ['questions'], optional: true, articles: ['G8'] },
    { phase: 'finalStatements', from: ['questions', 'evidence'], articles: ['G1'] },
  ],
  attendance: { who: 'everyParty', articles: ['G1'], words: { zh: '各方当事人；无正当理由不到的，由法官依法处理', en: 'Every party; an absence without good reason is for the judge to rule on' } },
  documents: [],
  outcome: { kind: 'transcriptAlone', articles: ['G9'], words: { zh: '笔录由各方签名，随案归档', en: 'The signed transcript stays with the case' } },
};
