import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const approveLivestreamVicePresident = defineTask({
  kind: 'approve-livestream-vice-president',
  title: { zh: '庭审直播主管院长审批', en: 'Livestream: vice president’s approval' },
  why: { zh: '庭长同意后，由主管院长审批。', en: 'After the division head the vice president approves.' },
  ifNobodyActs: { zh: '开庭时尚未审批的，不直播。', en: 'Not approved by the opening: not livestreamed.' },
  follows: {
    approve: { zh: '涉众型案件转层报上级法院；其他案件审批完成。', en: 'A mass-interest case is reported upward; for any other the approval is complete.' },
    return: { zh: '退回承办法官修改后重新申报。', en: 'The judge in charge changes it and applies again.' },
    refuse: { zh: '本次庭审不直播，庭审照常进行。', en: 'Not livestreamed; the hearing takes place all the same.' },
  },
  role: 'vicePresident',
  articles: ['N2', 'N6', 'N-form'],
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('approve'), { zh: '同意', en: 'Approve' }), opinion: reason({ zh: '分管院长审批意见', en: 'Opinion' }) }),
    z.strictObject({ decision: field(z.literal('return'), { zh: '退回修改', en: 'Return for changes' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('refuse'), { zh: '不同意', en: 'Refuse' }), reason: reason() }),
  ]),
});
