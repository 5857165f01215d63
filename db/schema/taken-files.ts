/**
 * Files that a command has taken into a case while its workflow has not answered: if it refuses, they go back to being the
 * uploader's alone. A row ends with the answer.
 */
import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { files } from '#db/schema/people.ts';

export const takenFiles = pgTable('taken_files', {
  fileId: uuid('file_id').notNull().references(() => files.id),
  /** Several commands may name one file before the first is answered. */
  commandId: uuid('command_id').notNull(),
  /** For which it was uploaded. */
  purposeBefore: text('purpose_before').notNull(),
}, (t) => [primaryKey({ columns: [t.fileId, t.commandId] }), index('taken_files_command').on(t.commandId)]);
