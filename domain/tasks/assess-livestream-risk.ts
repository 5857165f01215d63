import { z } from 'zod';
import { riskLevels } from '#domain/livestream/facts.ts';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const assessLivestreamRisk = defineTask({
  kind: 'assess-livestream-risk',
  title: { zh: '评估庭审直播风险', en: 'Assess the risk of the livestream' },
  why: { zh: '合议庭、独任法官对拟直播的案件进行风险评估，以最高者为准；风险较高的不得公开。', en: 'Each member of the panel assesses the risk; the highest counts, and high risk ends it.' },
  ifNobodyActs: { zh: '开庭时尚未评估的，不直播。', en: 'Not assessed by the opening: not livestreamed.' },
  follows: {
    answer: { zh: '以各成员评估中最高者为准；风险较高的不直播，其余的可以申报。', en: 'The highest of all counts; high risk ends it, otherwise it can be applied for.' },
  },
  role: 'judge',
  articles: ['N2', 'N3', 'N-form'],
  personal: personally.riskAssessment,
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.strictObject({
    level: field(z.enum(riskLevels), { zh: '风险评估', en: 'Risk' }),
    reasons: reason({ zh: '评估理由', en: 'Reasons' }),
    // N3: whoever takes part keeps to it, the panel first.
    etiquette: field(z.literal(true), { zh: '我知悉并遵守诉讼程序、司法礼仪规范和法庭纪律', en: 'I know and keep procedure, judicial etiquette and discipline' }),
  }),
});
