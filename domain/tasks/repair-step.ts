import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

/** Of the system's own troubles: for operations and who supervises, on nobody else's page. */
export const isOfOperations = (kind: string): boolean => kind === 'repair-step' || kind === 'confirm-repair';

export const repairStep = defineTask({
  kind: 'repair-step',
  title: { zh: '处理失败步骤', en: 'Repair a failed step' },
  why: { zh: '系统步骤多次失败，案件等待处理。', en: 'A step of the system kept failing; the case waits for it.' },
  ifNobodyActs: { zh: '案件停在此处。', en: 'The case stays where it is.' },
  follows: {
    retry: { zh: '以原来的输入再次执行；仍然失败的，任务再次出现。', en: 'The step runs again with the same input; if it fails again, the task comes back.' },
    retryWith: { zh: '以修改后的输入再次执行；修改和理由记入案件经过。', en: 'The step runs again with the corrected input; the change and the reason are on record.' },
    skip: { zh: '另一名运维人员同意后，不再执行这一步，案件继续；理由记入案件经过。', en: 'Once a second person of operations confirms, the step is left out and the case goes on; the reason is on record.' },
    fail: { zh: '另一名运维人员同意后，这一步按失败处理，案件依此继续。', en: 'Once a second person of operations confirms, the step counts as failed, and the case goes on accordingly.' },
  },
  bulk: { answers: ['retry'], why: { zh: '同一故障排除后，各步骤以原来的输入再次执行，不作任何决定。', en: 'After one fault is mended the steps run again with their own input; nothing is decided.' } },
  role: 'operations',
  articles: [],
  due: { in: 'none' },
  outcome: () => z.discriminatedUnion('action', [
    z.strictObject({ action: field(z.literal('retry'), { zh: '重试', en: 'Retry' }) }),
    z.strictObject({ action: field(z.literal('retryWith'), { zh: '修改输入后重试', en: 'Retry with corrected input' }), input: field(z.record(z.string(), z.unknown()), { zh: '输入', en: 'Input' }, { widget: 'json' }), reason: reason() }),
    z.strictObject({ action: field(z.literal('skip'), { zh: '跳过（须另一人复核）', en: 'Skip (a second person confirms)' }), reason: reason() }),
    z.strictObject({ action: field(z.literal('fail'), { zh: '置为失败（须另一人复核）', en: 'Fail (a second person confirms)' }), reason: reason() }),
  ]),
});
