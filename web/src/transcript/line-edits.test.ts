import { describe, expect, test } from '@jest/globals';
import type { TranscriptLine } from '#api/contract/hearings.ts';
import { positionBehind, settled, shownLines, taken, typed, without, type Edits, type LineEdit } from '#web/transcript/line-edits.ts';

const line = (lineId: string, text: string, revision = 1, position = 1000): TranscriptLine =>
  ({ lineId, position, speaker: '审判长', spokenAt: '2026-03-11T01:00:00.000Z', text, revision, amended: false });
const states = (server: TranscriptLine[], edits: Edits): string[] => shownLines(server, edits).map((shown) => `${shown.text}:${shown.state}`);

describe('what is shown', () => {
  test('the server’s lines, with what is typed here on top, in order', () => {
    const server = [line('b', '二', 1, 2000), line('a', '一', 1, 1000)];
    const edits = typed({}, { ...line('c', ''), revision: 0, position: 1500 }, { text: '新' });
    expect(states(server, typed(edits, server[0]!, { text: '二改' }))).toEqual(['一:saved', '新:typing', '二改:typing']);
  });
  test('somebody wrote over what this was typed on: a conflict, with theirs beside it', () => {
    const edits = typed({}, line('a', '原文', 3), { text: '我的' });
    const [shown] = shownLines([line('a', '对方的', 4)], edits);
    expect(shown).toMatchObject({ state: 'conflict', text: '我的', theirs: { text: '对方的', revision: 4 } });
  });
  test('the same words typed by both are no conflict', () => {
    // Typed into a line as it was shown before the server's answer to one's own words: on top of that answer, no conflict.
    expect(typed({ a: line('a', '我的', 4) }, line('a', '我的', 3), { text: '我的，还有' })['a']?.revision).toBe(4);
    expect(states([line('a', '同样', 4)], typed({}, line('a', '原文', 3), { text: '同样' }))).toEqual(['同样:typing']);
  });
});

describe('after sending', () => {
  const sent: LineEdit = { ...line('a', '我的', 3) };
  test('what was sent is the server’s now', () => expect(taken({ a: sent }, sent, line('a', '我的', 4))).toEqual({}));
  test('what was typed meanwhile stays, on top of the new revision', () => {
    const more = typed({ a: sent }, sent, { text: '我的，还有' });
    expect(taken(more, sent, line('a', '我的', 4))).toEqual({ a: expect.objectContaining({ text: '我的，还有', revision: 4 }) });
  });
  test('a line that was removed meanwhile does not come back', () => expect(taken({}, sent, line('a', '我的', 4))).toEqual({}));
});

describe('a conflict is settled by the person', () => {
  const edits = typed({}, line('a', '原文', 3), { text: '我的' });
  const [conflict] = shownLines([line('a', '对方的', 4)], edits);
  test('take theirs', () => expect(states([line('a', '对方的', 4)], settled(edits, conflict!, 'theirs'))).toEqual(['对方的:saved']));
  test('keep mine, on top of theirs', () => {
    const kept = settled(edits, conflict!, 'mine');
    expect(kept['a']).toMatchObject({ text: '我的', revision: 4 });
    expect(states([line('a', '对方的', 4)], kept)).toEqual(['我的:typing']);
  });
});

test('a new line finds its place between two, behind the last, before the first, or has none', () => {
  const lines = [{ lineId: 'a', position: 1000 }, { lineId: 'b', position: 2000 }, { lineId: 'c', position: 2001 }];
  expect(positionBehind(lines, 'a')).toBe(1500);
  expect(positionBehind(lines, 'c')).toBe(3001);
  expect(positionBehind(lines, null)).toBe(500);
  expect(positionBehind(lines, 'b')).toBeNull();
  expect(positionBehind([], null)).toBe(1000);
});

test('removing one edit leaves the others', () => {
  expect(Object.keys(without({ a: line('a', ''), b: line('b', '') }, 'a'))).toEqual(['b']);
});
