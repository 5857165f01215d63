import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const confirmSettlement = defineTask({
  kind: 'confirm-settlement',
  title: { zh: '确认是否已经和解', en: 'Confirm the settlement' },
  why: { zh: '对方告知法院双方已经自行和解。请核对和解内容，确认后由法官办理。', en: 'The other side told the court that you settled. Compare the terms; once all confirm, the judge deals with it.' },
  ifNobodyActs: { zh: '逾期未确认的，视为未达成和解，案件照常进行。', en: 'Without confirmation there is no settlement, and the case goes on.' },
  follows: {
    confirm: { zh: '各方都确认后，由法官审查和解。', en: 'Once all have confirmed, the judge deals with the settlement.' },
    reject: { zh: '视为未达成和解，案件照常进行。', en: 'There is no settlement, and the case goes on.' },
  },
  role: 'participant',
  byAgent: 'special',
  articles: ['CPL-53', 'MED-2'],
  due: { in: 'workingDays', count: 5 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('confirm'), { zh: '内容属实，确认和解', en: 'I confirm: we settled on these terms' }) }),
    z.strictObject({ decision: field(z.literal('reject'), { zh: '不属实，或者不同意', en: 'It is not so, or I do not agree' }), reason: reason() }),
  ]),
});
