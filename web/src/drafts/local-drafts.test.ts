import { beforeEach, describe, expect, test } from '@jest/globals';
import { chooseDraft, forgetSyncedDrafts, readLocalDraft, writeLocalDraft } from '#web/drafts/local-drafts.ts';

const kept = new Map<string, string>();
const store = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
  key: (index: number) => [...kept.keys()][index] ?? null,
  get length() { return kept.size; },
};
beforeEach(() => kept.clear());

test('a draft is its person’s alone', () => {
  writeLocalDraft(store, 'clerk', 'task:1', { content: { reason: 'x' }, synced: false });
  expect(readLocalDraft(store, 'clerk', 'task:1')).toEqual({ content: { reason: 'x' }, synced: false });
  expect(readLocalDraft(store, 'judge', 'task:1')).toBeNull();
});

test('a draft that was cut short counts as none', () => {
  kept.set('kaiting.draft/clerk/task:1', '{"content":{"rea');
  expect(readLocalDraft(store, 'clerk', 'task:1')).toBeNull();
});

test('signing out removes what the server has, and only this person’s', () => {
  writeLocalDraft(store, 'clerk', 'sent', { content: { a: 1 }, synced: true });
  writeLocalDraft(store, 'clerk', 'unsent', { content: { a: 1 }, synced: false });
  writeLocalDraft(store, 'judge', 'sent', { content: { a: 1 }, synced: true });
  forgetSyncedDrafts(store, 'clerk');
  expect([...kept.keys()]).toEqual(['kaiting.draft/clerk/unsent', 'kaiting.draft/judge/sent']);
});

describe('which draft to go on with', () => {
  const server = { reason: 'on the server' };
  test('what was never sent from here', () => expect(chooseDraft({ content: { reason: 'here' }, synced: false }, server)).toEqual({ reason: 'here' }));
  test('what another device wrote since', () => expect(chooseDraft({ content: { reason: 'here' }, synced: true }, server)).toEqual(server));
  test('none after it was cleared', () => expect(chooseDraft({ content: { reason: 'here' }, synced: true }, {})).toBeNull());
});
