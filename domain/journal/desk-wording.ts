/** How a case's history says what its supervisors keep beside the journal: tasks that were given, taken back, reminded of. */
import type { Words } from '#domain/law/ruled.ts';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';

const title = (kind: TaskKindName): Words => taskCatalogue[kind].title;

export const wordAssignment = (kind: TaskKindName, to: string): Words => ({ zh: `将“${title(kind).zh}”指派给${to}`, en: `“${title(kind).en}” given to ${to}` });
export const wordTakenBack = (kind: TaskKindName, from: string): Words => ({ zh: `从${from}收回“${title(kind).zh}”`, en: `“${title(kind).en}” taken back from ${from}` });
export const wordReminder = (kind: TaskKindName, to: string | null): Words =>
  (to === null ? { zh: `催办“${title(kind).zh}”`, en: `Reminder of “${title(kind).en}”` } : { zh: `向${to}催办“${title(kind).zh}”`, en: `${to} reminded of “${title(kind).en}”` });
