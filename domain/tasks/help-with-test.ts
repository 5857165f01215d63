import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

const done = () => reason({ zh: '处理经过', en: 'What was done' });

export const helpWithTest = defineTask({
  kind: 'help-with-test',
  title: { zh: '协助参与人测试设备', en: 'Help a participant with the device test' },
  why: { zh: '参与人的设备、网络或者场所测试不符合条件，由技术人员电话协助。', en: 'A participant’s device, network or place is not good enough; a technician calls and helps.' },
  ifNobodyActs: { zh: '未解决的，不得开庭。', en: 'The hearing cannot open.' },
  follows: {
    solved: { zh: '处理经过记入案件经过，该参与人可以到庭。', en: 'What was done goes on record; the participant can attend.' },
    otherChannel: { zh: '该参与人改按所选方式参加。', en: 'The participant attends in the way chosen.' },
    postpone: { zh: '取消本次开庭，另行排期并通知各方。', en: 'This hearing is cancelled; another is scheduled and everybody told.' },
  },
  role: 'technician',
  alsoBy: ['clerk'],
  of: ['phone'],
  articles: ['G2'],
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.discriminatedUnion('result', [
    z.strictObject({ result: field(z.literal('solved'), { zh: '已解决', en: 'Solved' }), done: done() }),
    z.strictObject({
      result: field(z.literal('otherChannel'), { zh: '改用其他方式参加', en: 'Attends in another way' }),
      channel: field(z.enum(['pc', 'phone']), { zh: '参加方式', en: 'Channel' }), done: done(),
    }),
    z.strictObject({ result: field(z.literal('postpone'), { zh: '延期', en: 'Postpone' }), reason: reason() }),
  ]),
});
