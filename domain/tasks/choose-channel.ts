import { z } from 'zod';
import { selfTestMeasuresSchema } from '#domain/preparation/self-test-score.ts';
import { defineTask, field } from '#domain/tasks/task-kind.ts';

export const chooseChannel = defineTask({
  kind: 'choose-channel',
  title: { zh: '确认参加方式并测试设备', en: 'Choose the channel and test the device' },
  why: { zh: '庭前由书记员与参与人确认使用的平台，并检测网络、设备和场所。', en: 'The clerk settles with each participant how they attend; network, device and venue are checked.' },
  ifNobodyActs: { zh: '未确认的，由书记员联系。', en: 'The clerk gets in touch.' },
  follows: {
    answer: { zh: '测试合格的，该参与人准备完成；不合格的，由技术人员电话协助。', en: 'A good test makes the participant ready; after a bad one a technician calls and helps.' },
  },
  role: 'participant',
  alsoBy: ['clerk'],
  byAgent: 'general',
  articles: ['G2'],
  due: { in: 'workingDays', count: 2 },
  outcome: () => z.strictObject({
    channel: field(z.enum(['pc', 'phone']), { zh: '参加方式', en: 'Channel' }),
    network: field(z.boolean(), { zh: '网络正常', en: 'Network works' }),
    camera: field(z.boolean(), { zh: '摄像头正常', en: 'Camera works' }),
    microphone: field(z.boolean(), { zh: '麦克风正常', en: 'Microphone works' }),
    speaker: field(z.boolean(), { zh: '扬声器正常', en: 'Speaker works' }),
    venueClosedAndQuiet: field(z.boolean(), { zh: '场所封闭、安静', en: 'The place is closed and quiet' }),
    /** What the test measured; absent where somebody only said so. */
    measures: field(selfTestMeasuresSchema.optional(), { zh: '检测数据', en: 'Measured' }, { widget: 'hidden' }),
  }),
});
