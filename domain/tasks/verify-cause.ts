import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const verifyCause = defineTask({
  kind: 'verify-cause',
  title: { zh: '核实中断原因', en: 'Verify the cause' },
  why: { zh: '经核实中断原因为网络问题的，待网络稳定后继续；无正当理由离开的，由法官依法处理。', en: 'If the cause is the network, the hearing resumes once it is stable; leaving without good reason is for the judge to rule on.' },
  ifNobodyActs: { zh: '不得恢复庭审。', en: 'The hearing cannot resume.' },
  follows: {
    answer: { zh: '网络等原因的，稳定后由法官恢复庭审；无正当理由离开的，由法官裁决后果。', en: 'For a network or the like the judge resumes once it is stable; leaving without good reason is ruled on.' },
  },
  role: 'judge',
  articles: ['G6', 'G12'],
  personal: personally.presiding,
  due: { in: 'minutes', count: 10 },
  outcome: () => z.strictObject({
    cause: field(z.enum(['network', 'device', 'power', 'forceMajeure', 'leftWithoutReason', 'leftWithPermission', 'other']), { zh: '原因', en: 'Cause' }),
    findings: reason({ zh: '核实情况', en: 'Findings' }),
  }),
  page: 'hearingRoom',
});
