import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

const reference = () => field(z.string().trim().min(2).max(200), { zh: '上级法院文号', en: 'Document number of the upper court' });

/** One a level: `facts.level` says which court is asked. */
export const reportLivestream = defineTask({
  kind: 'report-livestream',
  title: { zh: '涉众型案件直播层报', en: 'Report the mass-interest livestream upward' },
  why: { zh: '涉众型案件公开要层报省法院宣教处审批；逐级报送，并登记各级答复。', en: 'A mass-interest case is reported level by level up to the provincial high court; each answer is put on record.' },
  ifNobodyActs: { zh: '开庭时尚未批复的，不直播。', en: 'Not answered by the opening: not livestreamed.' },
  follows: {
    agreed: { zh: '转报上一级；最后一级同意后，审批完成。', en: 'It goes to the next level; after the last one the approval is complete.' },
    returned: { zh: '退回承办法官修改后重新申报。', en: 'The judge in charge changes it and applies again.' },
    refused: { zh: '本次庭审不直播，庭审照常进行。', en: 'Not livestreamed; the hearing takes place all the same.' },
  },
  role: 'trialManagementOffice',
  articles: ['N2'],
  due: { in: 'workingDays', count: 2 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('agreed'), { zh: '上级法院同意', en: 'The upper court agrees' }), reference: reference(), opinion: reason({ zh: '批复意见', en: 'Its answer' }) }),
    z.strictObject({ decision: field(z.literal('returned'), { zh: '上级法院退回修改', en: 'Returned for changes' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('refused'), { zh: '上级法院不同意', en: 'The upper court refuses' }), reference: reference(), reason: reason() }),
  ]),
});
