import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const adjournHearing = defineTask({
  kind: 'adjourn-hearing',
  title: { zh: '中断过久：是否延期审理', en: 'The interruption lasts: adjourn?' },
  why: { zh: '中断超过规定时间，须决定延期审理或继续等待。', en: 'The interruption has taken too long; the judge adjourns or goes on waiting.' },
  ifNobodyActs: { zh: '庭审继续中止。', en: 'The hearing stays suspended.' },
  follows: {
    adjourn: { zh: '本次庭审结束，笔录签名后另行排期。', en: 'This session ends; after the transcript is signed, another one is scheduled.' },
    wait: { zh: '庭审继续中止，等待恢复。', en: 'The hearing stays suspended until it can go on.' },
  },
  role: 'judge',
  articles: ['G12', 'CPL-149'],
  personal: personally.presiding,
  due: { in: 'minutes', count: 10 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('adjourn'), { zh: '延期审理', en: 'Adjourn' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('wait'), { zh: '继续等待', en: 'Go on waiting' }) }),
  ]),
  page: 'hearingRoom',
});
