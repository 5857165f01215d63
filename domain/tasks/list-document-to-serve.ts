import { z } from 'zod';
import { defineTask, field } from '#domain/tasks/task-kind.ts';

export const listDocumentToServe = defineTask({
  kind: 'list-document-to-serve',
  title: { zh: '登记送达的文书', en: 'Enter the document that was served' },
  why: { zh: '登记本次送达的文书，由受送达人签收并制作送达回证。', en: 'The document of this session is put on file; who is served signs for it, and the receipt is made.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待。', en: 'It is marked overdue and stays open.' },
  follows: {
    answer: { zh: '受送达人收到签收任务；签收后制作送达回证。', en: 'Who is served is asked to sign for it; then the receipt is made.' },
  },
  role: 'clerk',
  articles: ['CPL-87', 'CPL-90'],
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.strictObject({
    title: field(z.string().trim().min(2).max(100), { zh: '文书名称', en: 'Title of the document' }),
    fileId: field(z.uuid(), { zh: '文书（PDF）', en: 'The document (PDF)' }, { widget: 'file' }),
  }),
});
