/** A task in the list of whoever stands in for an absent colleague. */
import type { QueueRow } from '#api/contract/queue.ts';
import { isTaskKind, taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { TaskKind } from '#domain/tasks/task-kind.ts';

/** The colleague's in person: a deputy sees that it waits, and does not answer it. */
export const isForOthersInPerson = ({ insteadOf, kind }: Pick<QueueRow, 'insteadOf' | 'kind'>): boolean =>
  insteadOf !== null && isTaskKind(kind) && (taskCatalogue[kind] as TaskKind).personal !== undefined;

/** Seen without being answered: a colleague's task in the list of the division, or one that is only theirs in person. */
export const isWatched = (row: Pick<QueueRow, 'insteadOf' | 'kind' | 'mine'>, view: string): boolean =>
  isForOthersInPerson(row) || (view === 'division' && !row.mine && row.insteadOf === null);
