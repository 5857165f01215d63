import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const testCourtroom = defineTask({
  kind: 'test-courtroom',
  title: { zh: '庭前测试法庭', en: 'Test the courtroom' },
  why: { zh: '书记员提前到位，在技术人员协助下检查场所、网络、视频、声音和平台。', en: 'The clerk comes early and, with a technician, tests venue, network, video, sound and platform.' },
  ifNobodyActs: { zh: '未测试的，不得开庭。', en: 'The hearing cannot open.' },
  follows: {
    ready: { zh: '法庭准备完成；其他准备也完成后可以开庭。', en: 'The courtroom is ready; the hearing opens once all else is.' },
    postpone: { zh: '取消本次开庭，另行排期并通知各方。', en: 'This hearing is cancelled; another is scheduled and everybody told.' },
    offline: { zh: '本案转为线下审理。', en: 'The case moves offline.' },
  },
  role: 'clerk',
  articles: ['G5'],
  due: { in: 'givenByStage' },
  outcome: () => z.discriminatedUnion('result', [
    z.strictObject({
      result: field(z.literal('ready'), { zh: '符合庭审条件', en: 'Ready' }),
      venue: field(z.literal(true), { zh: '场所环境', en: 'Venue' }), network: field(z.literal(true), { zh: '网络', en: 'Network' }), video: field(z.literal(true), { zh: '视频', en: 'Video' }),
      sound: field(z.literal(true), { zh: '声音', en: 'Sound' }), platform: field(z.literal(true), { zh: '庭审平台', en: 'Platform' }),
    }),
    z.strictObject({ result: field(z.literal('postpone'), { zh: '延期', en: 'Postpone' }), reason: reason() }),
    z.strictObject({ result: field(z.literal('offline'), { zh: '转线下', en: 'Offline' }), reason: reason() }),
  ]),
});
