import { z } from 'zod';
import { terminationGrounds } from '#domain/case/suspension.ts';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const resumeCase = defineTask({
  kind: 'resume-case',
  title: { zh: '恢复诉讼', en: 'Resume the proceedings' },
  why: { zh: '本案已中止诉讼。原因消除后恢复诉讼，中断的阶段重新开始，期间重新计算；需要承继诉讼的，先在案件页面登记承继人。', en: 'The proceedings are suspended. When the ground has ceased they are resumed; the stage begins again with fresh periods. Where somebody succeeds to a party, name them on the case’s page first.' },
  ifNobodyActs: { zh: '案件继续中止。', en: 'The case stays suspended.' },
  follows: {
    resume: { zh: '恢复诉讼，中断的阶段重新开始，期间重新计算。', en: 'The proceedings are resumed; the stage begins again with fresh periods.' },
    terminate: { zh: '裁定终结诉讼，案件办结。', en: 'The proceedings are terminated and the case is closed.' },
  },
  role: 'judge',
  articles: ['CPL-153', 'CPL-154', 'APL-101', 'CRPL-206', 'CRPL-16'],
  personal: personally.ruling,
  due: { in: 'none' },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('resume'), { zh: '原因消除，恢复诉讼', en: 'The ground has ceased: resume' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('terminate'), { zh: '裁定终结诉讼', en: 'Terminate the proceedings' }), ground: field(z.enum(terminationGrounds), { zh: '终结诉讼的情形', en: 'Ground' }), reason: reason() }),
  ]),
});
