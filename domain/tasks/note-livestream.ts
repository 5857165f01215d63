import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

/** N1: told beforehand. The clerk answers it for whom they told by phone, an objection made on the phone included. */
export const noteLivestream = defineTask({
  kind: 'note-livestream',
  title: { zh: '知悉庭审直播', en: 'Notice of the livestream' },
  why: { zh: '本次庭审拟进行互联网直播，事先告知；有正当理由不宜直播的，可以提出。', en: 'This hearing is to be livestreamed; you are told beforehand, and may object with good reason.' },
  ifNobodyActs: { zh: '由书记员电话告知；开庭时尚未告知的，不直播。', en: 'The clerk tells you by phone; who was not told by the opening stops the livestream.' },
  follows: {
    noted: { zh: '记明已事先告知。', en: 'It is on record that you were told beforehand.' },
    object: { zh: '由法官审查异议；审查前直播审批不能完成。', en: 'The judge decides the objection; until then the approval cannot be completed.' },
  },
  role: 'participant',
  alsoBy: ['clerk'],
  articles: ['N1', 'N3', 'N4(3)', 'N4(4)'],
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.discriminatedUnion('answer', [
    z.strictObject({
      answer: field(z.literal('noted'), { zh: '已知悉', en: 'Noted' }),
      etiquette: field(z.literal(true), { zh: '知悉并遵守诉讼程序、司法礼仪规范和法庭纪律', en: 'Knows and keeps procedure, judicial etiquette and discipline' }),
    }),
    z.strictObject({ answer: field(z.literal('object'), { zh: '提出不宜直播', en: 'Object' }), grounds: reason({ zh: '理由', en: 'Grounds' }) }),
  ]),
});
