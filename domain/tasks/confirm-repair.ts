import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

/** Skipping or failing a step takes an effect of the court away for good: a second person of operations looks first. */
export const confirmRepair = defineTask({
  kind: 'confirm-repair',
  title: { zh: '复核跳过或者置为失败', en: 'Confirm a skip or a failure' },
  why: { zh: '一名运维人员提出跳过失败步骤或者将其置为失败，须由另一名运维人员复核。', en: 'Somebody of operations asked to skip a failed step or to end it as failed; somebody else of operations confirms or refuses.' },
  ifNobodyActs: { zh: '步骤保持失败状态，案件停在此处。', en: 'The step stays as it failed, and the case where it is.' },
  follows: {
    confirm: { zh: '按提出的方式处理，案件继续；双方姓名和理由记入案件经过。', en: 'It is done as asked and the case goes on; both names and the reason are on record.' },
    refuse: { zh: '步骤保持失败状态，可以另行处理；理由记入案件经过。', en: 'The step stays as it failed and can be dealt with otherwise; the reason is on record.' },
    takeBack: { zh: '提议撤回，步骤保持失败状态。', en: 'What was asked is taken back; the step stays as it failed.' },
  },
  role: 'operations',
  articles: [],
  due: { in: 'none' },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('confirm'), { zh: '同意', en: 'Confirm' }) }),
    z.strictObject({ decision: field(z.literal('refuse'), { zh: '不同意', en: 'Refuse' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('takeBack'), { zh: '撤回（仅限提出人）', en: 'Take back (only who asked)' }) }),
  ]),
});
