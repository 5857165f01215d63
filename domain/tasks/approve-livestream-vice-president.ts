import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const approveLivestreamVicePresident = defineTask({
  kind: 'approve-livestream-vice-president',
  title: { zh: '庭审直播主管院长审批', en: 'Livestream: vice president’s approval' },
  why: { zh: '庭长同意后，由主管院长审批。', en: 'After the division head the vice president approves.' },
  ifNobodyActs: { zh: '开庭时尚未审批的，不直播。', en: 'Not approved by the opening: not livestreamed.' },
  role: 'vicePresident',
  articles: ['N2', 'N6', 'N-form'],
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('approve'), { zh: '同意', en: 'Approve' }), opinion: reason({ zh: '分管院长审批意见', en: 'Opinion' }) }),
    z.strictObject({ decision: field(z.literal('return'), { zh: '退回修改', en: 'Return for changes' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('refuse'), { zh: '不同意', en: 'Refuse' }), reason: reason() }),
  ]),
});
