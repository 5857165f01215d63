import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

/** N3's plan and the judge's opinion of N-form. Answered again when the application comes back for changes. */
export const applyLivestream = defineTask({
  kind: 'apply-livestream',
  title: { zh: '申报庭审直播', en: 'Apply for the livestream' },
  why: { zh: '由承办法官于开庭前申报，并附直播策划；退回修改的，修改后重新申报。', en: 'The judge in charge applies before the hearing, with the plan; again when it comes back for changes.' },
  ifNobodyActs: { zh: '开庭时尚未申报的，不直播。', en: 'Not applied for by the opening: not livestreamed.' },
  follows: {
    apply: { zh: '依次转技术筛查、庭长审批、主管院长审批。', en: 'It goes to the technical screening, then to the division head and the vice president.' },
    withdraw: { zh: '本次庭审不直播，庭审照常进行。', en: 'Not livestreamed; the hearing takes place all the same.' },
  },
  role: 'judge',
  articles: ['N2', 'N3', 'N-form'],
  personal: personally.riskAssessment,
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({
      decision: field(z.literal('apply'), { zh: '申报', en: 'Apply' }),
      divisionOfLabour: reason({ zh: '合议庭成员分工', en: 'Division of labour in the panel' }),
      incidentPlan: reason({ zh: '突发事件处置方案', en: 'Incident plan' }),
      outcomePlan: reason({ zh: '调解或者判决预案', en: 'Mediation or judgment plan' }),
      technicalArrangement: reason({ zh: '技术安排', en: 'Technical arrangement' }),
      opinion: reason({ zh: '承办人意见', en: 'Opinion of the judge in charge' }),
      etiquette: field(z.literal(true), { zh: '我知悉并遵守诉讼程序、司法礼仪规范和法庭纪律', en: 'I know and keep procedure, judicial etiquette and discipline' }),
    }),
    z.strictObject({ decision: field(z.literal('withdraw'), { zh: '不再申请直播', en: 'Withdraw' }), reason: reason() }),
  ]),
});
