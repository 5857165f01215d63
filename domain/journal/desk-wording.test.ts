import { expect, test } from '@jest/globals';
import type { EntryData, EntryKind, JournalEntry } from './entries.ts';
import { wordAssignment, wordReminder, wordTakenBack } from './desk-wording.ts';
import { wordEntry } from './wording.ts';

const names = { person: (id: string) => id, participant: (id: string) => id, courtroom: (id: string) => id, kind: { caseType: 'civil' as const } };
const say = <K extends EntryKind>(kind: K, data: EntryData[K]) => wordEntry({ seq: 1, kind, at: '2026-05-11T01:00:00.000Z', caseId: 'c', data } as JournalEntry, names);

test('who answered in whose place', () => {
  const done = say('task-completed', { taskId: 't', kind: 'schedule-hearing', outcome: {}, by: '孙书记', commandId: 'c', via: 'update', deputyOf: '陈书记' });
  expect(done).toMatchObject({ title: { zh: '完成：排期开庭（孙书记代陈书记办理）', en: 'Done: Schedule the hearing (孙书记 as deputy of 陈书记)' }, who: '孙书记', detail: { deputyOf: '陈书记' } });
});

test('that it went up, to whom, under which article; a second time, and what ended with its due time, are overdue alone', () => {
  const overdue = { taskId: 't', kind: 'schedule-hearing' } as const;
  expect(say('task-overdue', { ...overdue, escalatedTo: 'divisionHead', articles: ['G4', 'CPL-139'] })).toMatchObject({
    title: { zh: '逾期：排期开庭，已报庭长', en: 'Overdue: Schedule the hearing; escalated to the division head' }, articles: ['G4', 'CPL-139'],
  });
  expect(say('task-overdue', overdue)).toMatchObject({ title: { zh: '逾期：排期开庭' }, articles: [] });
});

test('what supervisors keep beside the journal', () => {
  expect(wordAssignment('explain-gap', '周技术').zh).toMatch(/指派给周技术$/);
  expect(wordTakenBack('explain-gap', '周技术').zh).toMatch(/^从周技术收回/);
  expect([wordReminder('explain-gap', null).zh, wordReminder('explain-gap', '周技术').zh]).toEqual([expect.stringMatching(/^催办/), expect.stringMatching(/^向周技术催办/)]);
});
