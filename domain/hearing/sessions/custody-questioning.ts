import type { Session } from './session.ts';

/** 提审: a person in custody is asked where they are held (ONL-37): the place of detention takes part. */
export const custodyQuestioning: Session = {
  agenda: [
    { phase: 'opening', from: [], articles: ['G1', 'G7'] },
    { phase: 'questions', from: ['opening'], articles: ['G1', 'ONL-37'] },
  ],
  attendance: { who: 'roles', roles: ['defendant', 'detentionPlace'], articles: ['ONL-37'], words: { zh: '在押的被告人，以及羁押场所', en: 'The defendant in custody, and the place of detention' } },
  documents: [],
  outcome: { kind: 'transcriptAlone', articles: ['G9', 'ONL-37'], words: { zh: '讯问笔录由被讯问人签名，随案归档', en: 'The record of the questions, signed by whoever was asked' } },
};
