import { z } from 'zod';
import { defineTask, field } from '#domain/tasks/task-kind.ts';

export const acknowledgeDiscipline = defineTask({
  kind: 'acknowledge-discipline',
  title: { zh: '确认法庭纪律', en: 'Acknowledge the discipline of the court' },
  why: { zh: '庭审开始前宣读法庭纪律和在线庭审告知事项。', en: 'Before the start the discipline and the rules of the online hearing are read out.' },
  ifNobodyActs: { zh: '由书记员当庭确认。', en: 'The clerk asks in the room.' },
  follows: {
    answer: { zh: '记入案件经过；到庭的人都确认后才能开庭。', en: 'It goes on record; the hearing opens once all who are present have acknowledged.' },
  },
  role: 'participant',
  articles: ['G6'],
  due: { in: 'minutes', count: 15 },
  outcome: () => z.strictObject({ acknowledged: field(z.literal(true), { zh: '我已知悉并遵守', en: 'I have understood and will comply' }), version: field(z.string().min(1).max(40), { zh: '纪律版本', en: 'Version of the text' }, { widget: 'hidden' }) }),
  page: 'hearingRoom',
});
