import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const testCourtroomTechnology = defineTask({
  kind: 'test-courtroom-technology',
  title: { zh: '庭前检测法庭技术条件', en: 'Test the courtroom’s technology' },
  why: { zh: '技术人员协助书记员完成庭前测试，检查网络、视频、声音、录音录像和平台。', en: 'The technician helps the clerk with the test: network, video, sound, recording and platform.' },
  ifNobodyActs: { zh: '未测试的，不得开庭。', en: 'The hearing cannot open.' },
  follows: {
    ready: { zh: '法庭技术条件合格；其他准备也完成后可以开庭。', en: 'The technology is ready; the hearing opens once all else is.' },
    postpone: { zh: '取消本次开庭，另行排期并通知各方。', en: 'This hearing is cancelled; another is scheduled and everybody told.' },
    offline: { zh: '本案转为线下审理。', en: 'The case moves offline.' },
  },
  role: 'technician',
  articles: ['G5', 'G12'],
  due: { in: 'givenByStage' },
  outcome: () => z.discriminatedUnion('result', [
    z.strictObject({
      result: field(z.literal('ready'), { zh: '符合庭审条件', en: 'Ready' }),
      network: field(z.literal(true), { zh: '网络', en: 'Network' }), video: field(z.literal(true), { zh: '视频', en: 'Video' }), sound: field(z.literal(true), { zh: '声音', en: 'Sound' }),
      recording: field(z.literal(true), { zh: '录音录像', en: 'Recording' }), platform: field(z.literal(true), { zh: '庭审平台', en: 'Platform' }),
    }),
    z.strictObject({ result: field(z.literal('postpone'), { zh: '延期', en: 'Postpone' }), reason: reason() }),
    z.strictObject({ result: field(z.literal('offline'), { zh: '转线下', en: 'Offline' }), reason: reason() }),
  ]),
});
