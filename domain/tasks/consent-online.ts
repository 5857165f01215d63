import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const consentOnline = defineTask({
  kind: 'consent-online',
  title: { zh: '是否同意在线审理', en: 'Consent to the online hearing' },
  why: { zh: '在线审理须各方当事人自愿。一方不同意的，转为线下审理。', en: 'An online hearing needs the free consent of every party; one refusal moves the case offline.' },
  ifNobodyActs: { zh: '逾期未答复，不视为同意。', en: 'No answer is not consent.' },
  follows: {
    consent: { zh: '各方都同意，并经法院准许的，在线审理。', en: 'If all parties consent and the court permits it, the case is heard online.' },
    refuse: { zh: '本案转为线下审理。', en: 'The case moves offline.' },
  },
  role: 'participant',
  byAgent: 'special',
  articles: ['G1'],
  due: { in: 'workingDays', count: 5 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('consent'), { zh: '同意在线审理', en: 'I consent' }) }),
    z.strictObject({ decision: field(z.literal('refuse'), { zh: '不同意', en: 'I do not consent' }), reason: reason() }),
  ]),
});
