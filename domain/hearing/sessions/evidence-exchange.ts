import type { Session } from './session.ts';

/** 证据交换: what each side has, and what remains in dispute. */
export const evidenceExchange: Session = {
  agenda: [
    { phase: 'opening', from: [], articles: ['G1', 'G7'] },
    { phase: 'evidence', from: ['opening', 'issues'], articles: ['G8', 'ONL-14'] },
    { phase: 'issues', from: ['evidence'], articles: ['G8', 'ONL-15'] },
  ],
  attendance: { who: 'everyParty', articles: ['G8', 'ONL-14'], words: { zh: '各方当事人', en: 'Every party' } },
  documents: [{ zh: '争议焦点清单', en: 'The list of issues' }],
  outcome: { kind: 'listOfIssues', articles: ['CPL-136', 'G8'], words: { zh: '法官归纳无争议的事实和争议焦点，制成清单附卷', en: 'The judge puts on record what is agreed and what is in dispute' } },
};
