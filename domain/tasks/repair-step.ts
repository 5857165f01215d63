import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

/** Of the system's own troubles: for operations and who supervises, on nobody else's page. */
export const isOfOperations = (kind: string): boolean => kind === 'repair-step' || kind === 'confirm-repair';

export const repairStep = defineTask({
  kind: 'repair-step',
  title: { zh: '处理失败步骤', en: 'Repair a failed step' },
  why: { zh: '系统步骤多次失败，案件等待处理。', en: 'A step of the system kept failing; the case waits for it.' },
  ifNobodyActs: { zh: '案件停在此处。', en: 'The case stays where it is.' },
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
