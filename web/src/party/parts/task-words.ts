import words from 'virtual:task-words';
import type { TaskKindName } from '#domain/tasks/catalogue.ts';
import type { Words } from '#domain/law/ruled.ts';
import { roomPath, signingPath } from '#web/paths.ts';
import { myTaskPath } from '#web/party/party-paths.ts';

const isKnown = (kind: string): kind is TaskKindName => Object.hasOwn(words, kind);

/** What a task is called; one that this page does not know yet is shown by its kind. */
export const taskTitle = (kind: string): Words => (isKnown(kind) ? words[kind].title : { zh: kind, en: kind });
export const taskWhy = (kind: string): Words | null => (isKnown(kind) ? words[kind].why : null);
export const taskIfNobodyActs = (kind: string): Words | null => (isKnown(kind) ? words[kind].ifNobodyActs : null);

/** Where a task is done: its own page, the courtroom, the signing page. */
export function taskPath(task: { taskId: string; kind: string; hearingId: string | null }): string {
  const page = isKnown(task.kind) ? words[task.kind].page : undefined;
  switch (page) {
    case 'signing': return signingPath(task.taskId);
    case 'hearingRoom': return task.hearingId ? roomPath(task.hearingId) : myTaskPath(task.taskId);
    case 'transcript': case undefined: return myTaskPath(task.taskId);
  }
}
