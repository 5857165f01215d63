import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { sessionWords } from '#domain/case/session-words.ts';
import { rejectionGrounds } from '#domain/filing/rejection-grounds.ts';
import { taskCatalogue, taskKindNames } from '#domain/tasks/catalogue.ts';
import { field } from '#domain/tasks/task-kind.ts';
import { tasks as chineseTasks } from '#web/i18n/zh/tasks.ts';
import { checkOutcome, fieldsFor, formModelOf, initialValues, outcomeFrom, type FieldModel } from '#web/tasks/form/form-model.ts';

const fieldsOfKind = (kind: (typeof taskKindNames)[number]): FieldModel[] => {
  const model = formModelOf(taskCatalogue[kind].outcome);
  return model.shape === 'fields' ? model.fields : model.options.flatMap((option) => option.fields);
};

describe('every task kind of the catalogue', () => {
  test.each(taskKindNames)('%s makes a form whose choices all have words', (kind) => {
    for (const field of fieldsOfKind(kind)) {
      expect(field.label.zh).not.toBe('');
      if (field.control === 'choice') for (const option of field.options) expect(Object.keys(chineseTasks.options)).toContain(option);
      if (field.control === 'sessionKind') for (const option of field.options) expect(Object.keys(sessionWords)).toContain(option);
    }
  });
});

test('a union becomes a decision and the fields of each decision', () => {
  const model = formModelOf(taskCatalogue['review-filing'].outcome);
  expect(model).toMatchObject({ shape: 'decision', name: 'decision', options: [{ value: 'accept', fields: [{ name: 'procedure' }, { name: 'composition' }, { name: 'soleJudgeOnAppeal' }] }, { value: 'correct' }, { value: 'reject' }, { value: 'recuse' }] });
  expect(fieldsFor(model, { decision: 'reject' })).toEqual([
    { control: 'choice', options: [...rejectionGrounds], name: 'ground', label: { zh: '依据', en: 'Ground' }, required: true },
    { control: 'textarea', maxLength: 2000, name: 'reason', label: { zh: '理由', en: 'Reason' }, required: true },
  ]);
  expect(fieldsFor(model, {})).toEqual([]);
});

test('controls follow type and widget', () => {
  const controls = (kind: (typeof taskKindNames)[number]) => Object.fromEntries(fieldsOfKind(kind).map(({ name, control }) => [name, control]));
  expect(controls('schedule-hearing')).toEqual({ kind: 'sessionKind', day: 'day', startTime: 'time', durationMinutes: 'number', courtroomId: 'courtroom', reason: 'textarea' });
  expect(controls('test-courtroom')).toMatchObject({ venue: 'confirm', platform: 'confirm', reason: 'textarea' });
  expect(controls('choose-channel')).toMatchObject({ channel: 'choice', camera: 'yesNo' });
  expect(controls('submit-evidence')).toEqual({ items: 'evidenceList' });
  expect(controls('sign-transcript')).toMatchObject({ versionHash: 'hidden', next: 'choice' });
});

test('a field without a label is an error of the task kind', () => {
  expect(() => formModelOf(z.strictObject({ nameless: z.string() }))).toThrow('"nameless" has no label');
});

test('the answer holds the fields of the decision alone, and no empty optional ones', () => {
  const model = formModelOf(taskCatalogue['review-filing'].outcome);
  const typed = { ...initialValues(model), decision: 'reject', ground: 'noClaims', reason: '材料不齐' };
  expect(outcomeFrom(model, typed)).toEqual({ decision: 'reject', ground: 'noClaims', reason: '材料不齐' });
  const optional = formModelOf(z.strictObject({ note: field(z.string().optional(), { zh: '备注', en: 'Note' }) }));
  expect(outcomeFrom(optional, { note: '' })).toEqual({});
});

describe('what is wrong is said field by field', () => {
  const check = (kind: (typeof taskKindNames)[number], values: Record<string, unknown>) => {
    const { outcome } = taskCatalogue[kind];
    return checkOutcome(outcome, formModelOf(outcome), values).problems;
  };
  test('no decision yet', () => expect(check('review-filing', {})).toEqual({ decision: { key: 'choose' } }));
  test('a reason missing, and too short', () => {
    expect(check('review-filing', { decision: 'reject' })).toEqual({ ground: { key: 'choose' }, reason: { key: 'required' } });
    expect(check('review-filing', { decision: 'reject', ground: 'noClaims', reason: ' 无 ' })).toEqual({ reason: { key: 'tooShort', count: 2 } });
  });
  test('an empty row of a list, and no row', () => {
    expect(check('review-filing', { decision: 'correct', corrections: [{ what: '', why: '缺页' }], days: 7 })).toEqual({ 'corrections.0.what': { key: 'required' } });
    expect(check('review-filing', { decision: 'correct', corrections: [], days: 7 })).toEqual({ corrections: { key: 'tooFew', count: 1 } });
  });
  test('what must be ticked', () => expect(check('test-courtroom', { result: 'ready', venue: true, network: true, video: true, sound: true })).toEqual({ platform: { key: 'confirm' } }));
  test('what must be decided either way, and what must be chosen', () => {
    expect(check('choose-channel', { network: true, camera: true, microphone: true, speaker: false })).toEqual({ channel: { key: 'choose' }, venueClosedAndQuiet: { key: 'choose' } });
  });
  test('numbers and times out of range', () => {
    expect(check('schedule-hearing', { decision: 'schedule', kind: 'trial', day: '2026-03-06', startTime: '25:00', durationMinutes: 5, courtroomId: 'c1' }))
      .toEqual({ startTime: { key: 'format' }, durationMinutes: { key: 'tooSmall', count: 15 } });
  });
  test('nothing, when all is right', () => expect(check('consent-online', { decision: 'consent', reason: 'left over from before' })).toBeNull());
});
