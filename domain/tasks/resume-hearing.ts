import { z } from 'zod';
import { defineTask, field } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const resumeHearing = defineTask({
  kind: 'resume-hearing',
  title: { zh: '恢复庭审', en: 'Resume the hearing' },
  why: { zh: '网络已恢复稳定，可以继续审理。', en: 'The network is stable again; the hearing may go on.' },
  ifNobodyActs: { zh: '庭审继续中止。', en: 'The hearing stays suspended.' },
  follows: {
    answer: { zh: '庭审继续进行，恢复的时间记入案件经过。', en: 'The hearing goes on; the time is on record.' },
  },
  role: 'judge',
  articles: ['G12'],
  personal: personally.presiding,
  due: { in: 'minutes', count: 5 },
  outcome: () => z.strictObject({ resume: field(z.literal(true), { zh: '恢复庭审', en: 'Resume' }) }),
  page: 'hearingRoom',
});
