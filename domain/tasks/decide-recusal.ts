import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const decideRecusal = defineTask({
  kind: 'decide-recusal',
  title: { zh: '决定是否回避', en: 'Decide on a recusal' },
  why: { zh: '有人申请或者要求本案审判人员、书记员等回避：审判人员的回避由院长决定，其他人员的回避由审判长或者独任审判员决定（刑事案件书记员的回避由院长决定），三日内作出。', en: 'A recusal is asked for: of a judge or assessor the president of the court decides, of others the presiding or sole judge (of a clerk in a criminal case the president), within three days.' },
  ifNobodyActs: { zh: '决定前，被申请回避的人员暂停参与本案工作；逾期的，标为逾期，继续等待。', en: 'Until then the person takes no part in the case; it is marked overdue and stays open.' },
  follows: {
    sustain: { zh: '该人员退出本案，另行分配接任者并告知当事人。', en: 'The person leaves the case; a successor is allotted and the parties are told.' },
    reject: { zh: '该人员继续办理本案；申请人可以申请复议一次。', en: 'The person goes on with the case; the applicant may ask once for reconsideration.' },
  },
  role: 'courtPresident',
  articles: ['CPL-47', 'CPL-48', 'CPL-49', 'CPL-50', 'APL-55', 'CRPL-29', 'CRPL-31', 'CRPL-32'],
  personal: personally.recusal,
  due: { in: 'givenByStage' },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('sustain'), { zh: '应当回避', en: 'Recused' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('reject'), { zh: '驳回申请', en: 'Rejected' }), reason: reason() }),
  ]),
});
