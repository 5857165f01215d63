import type { Session } from './session.ts';

/** 开庭: the hearing of the case. */
export const trial: Session = {
  agenda: [
    { phase: 'opening', from: [], articles: ['G7', 'CPL-140'] },
    { phase: 'evidence', from: ['opening', 'debate', 'finalStatements', 'mediation'], articles: ['G8', 'CPL-141'] },
    { phase: 'debate', from: ['evidence'], articles: ['G7', 'CPL-144'] },
    { phase: 'finalStatements', from: ['debate', 'mediation'], articles: ['CPL-144'] },
    // After the debate the court may still mediate; the final statements have their place before it.
    { phase: 'mediation', from: ['finalStatements'], optional: true, articles: ['CPL-100'] },
  ],
  attendance: { who: 'everyParty', articles: ['CPL-140', 'CPL-146', 'CPL-147'], words: { zh: '各方当事人；无正当理由不到的，由法官依法处理', en: 'Every party; an absence without good reason is for the judge to rule on' } },
  documents: [],
  outcome: { kind: 'transcriptAlone', articles: ['G9', 'CPL-150'], words: { zh: '笔录由各方签名，随案归档', en: 'The signed transcript stays with the case' } },
};
