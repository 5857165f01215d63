import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const approveLivestreamDivisionHead = defineTask({
  kind: 'approve-livestream-division-head',
  title: { zh: '庭审直播庭长审批', en: 'Livestream: division head’s approval' },
  why: { zh: '庭审直播由庭长、主管院长逐级审批同意后方可进行。', en: 'The division head approves, then the vice president; nothing is livestreamed before.' },
  ifNobodyActs: { zh: '开庭时尚未审批的，不直播。', en: 'Not approved by the opening: not livestreamed.' },
  follows: {
    approve: { zh: '转主管院长审批。', en: 'It goes to the vice president.' },
    return: { zh: '退回承办法官修改后重新申报。', en: 'The judge in charge changes it and applies again.' },
    refuse: { zh: '本次庭审不直播，庭审照常进行。', en: 'Not livestreamed; the hearing takes place all the same.' },
  },
  role: 'divisionHead',
  articles: ['N2', 'N6', 'N-form'],
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('approve'), { zh: '同意', en: 'Approve' }), opinion: reason({ zh: '庭长审批意见', en: 'Opinion' }) }),
    z.strictObject({ decision: field(z.literal('return'), { zh: '退回修改', en: 'Return for changes' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('refuse'), { zh: '不同意', en: 'Refuse' }), reason: reason() }),
  ]),
});
