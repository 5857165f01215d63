import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const screenLivestream = defineTask({
  kind: 'screen-livestream',
  title: { zh: '庭审直播技术筛查', en: 'Technical screening of the livestream' },
  why: { zh: '技术部门对拟直播的庭审进行技术筛查。', en: 'The technical department screens the intended livestream.' },
  ifNobodyActs: { zh: '开庭时尚未筛查的，不直播。', en: 'Not screened by the opening: not livestreamed.' },
  follows: {
    pass: { zh: '转庭长审批。', en: 'It goes to the division head.' },
    return: { zh: '退回承办法官修改后重新申报。', en: 'The judge in charge changes it and applies again.' },
    refuse: { zh: '本次庭审不直播，庭审照常进行。', en: 'Not livestreamed; the hearing takes place all the same.' },
  },
  role: 'technician',
  articles: ['N6'],
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({
      decision: field(z.literal('pass'), { zh: '通过', en: 'Passed' }),
      picture: field(z.literal(true), { zh: '画面、声音符合直播条件', en: 'Picture and sound are fit for a livestream' }),
      information: field(z.literal(true), { zh: '不致泄露诉讼参与人信息', en: 'No information of participants is given away' }),
      opinion: reason({ zh: '筛查意见', en: 'Findings' }),
    }),
    z.strictObject({ decision: field(z.literal('return'), { zh: '退回修改', en: 'Return for changes' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('refuse'), { zh: '不具备直播条件', en: 'Not fit' }), reason: reason() }),
  ]),
});
