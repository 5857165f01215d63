/** The history of a case says every event that Temporal can write in both languages, and every raw event of the media. */
import { expect, test } from '@jest/globals';
import proto from '@temporalio/proto';
import { wordEvent, wordMediaEvent, type WordedEvent } from '#domain/audit/event-words.ts';
import type { HistoryEvent } from './workflow-runs.ts';

// What this version of Temporal's client knows, by its types: one without words does not compile.
type Temporals = keyof HistoryEvent extends infer K ? (K extends `${infer Name}EventAttributes` ? Name : never) : never;
const unworded: Exclude<Temporals, WordedEvent>[] = [];
const unknown: Exclude<WordedEvent, Temporals>[] = [];

const { fields } = proto.temporal.api.history.v1.HistoryEvent as unknown as { fields: Record<string, unknown> };
const names = Object.keys(fields).filter((name) => name.endsWith('EventAttributes')).map((name) => name.slice(0, -'EventAttributes'.length));

test('every event of Temporal’s has words of its own', () => {
  expect([...unworded, ...unknown]).toEqual([]);
  expect(names.length).toBeGreaterThan(55);
  const general = wordEvent('').zh.slice(0, 5);
  expect(names.filter((name) => wordEvent(name).zh.startsWith(general))).toEqual([]);
  expect(names.filter((name) => !/\p{Script=Han}/u.test(wordEvent(name).zh) || /\p{Script=Han}/u.test(wordEvent(name).en))).toEqual([]);
  const said = names.map((name) => wordEvent(name).en);
  expect(said.filter((words, at) => said.indexOf(words) !== at)).toEqual([]);
});

test('one that only a newer server knows is told with its own name', () => {
  expect(wordEvent('event-99')).toEqual({ zh: '工作流事件（event-99）', en: 'Workflow event (event-99)' });
});

test('a raw event of the media in words', () => {
  expect(wordMediaEvent('page-hidden')).toEqual({ zh: '媒体事件：页面转入后台', en: 'Media event: The page went out of sight' });
});
