import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const phoneNotice = defineTask({
  kind: 'phone-notice',
  title: { zh: '电话告知', en: 'Notice by phone' },
  why: { zh: '该参与人未确认收到短信通知，须电话告知，确保及时收悉。', en: 'The participant did not confirm the SMS; the clerk calls, so that the notice is received.' },
  ifNobodyActs: { zh: '未证明收悉的，不得开庭。', en: 'The hearing cannot open until the notice is proven.' },
  follows: {
    reached: { zh: '视为已收悉通知，通话记录附卷。', en: 'The notice counts as received; the record of the call goes into the file.' },
    notReached: { zh: '由法官决定是否免除收悉证明。', en: 'The judge decides whether the proof of notice is waived.' },
  },
  role: 'clerk',
  of: ['phone'],
  articles: ['G4'],
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.discriminatedUnion('result', [
    z.strictObject({ result: field(z.literal('reached'), { zh: '已告知', en: 'Reached' }), record: reason({ zh: '通话记录', en: 'Record of the call' }) }),
    z.strictObject({ result: field(z.literal('notReached'), { zh: '未能接通', en: 'Not reached' }), record: reason({ zh: '经过', en: 'What was tried' }) }),
  ]),
});
