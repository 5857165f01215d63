/** Where a list goes on: the values that the last row was sorted by, as opaque text. */
import { z } from 'zod';
import { givenMoment } from '#domain/calendar/given-day.ts';

const cursor = z.tuple([givenMoment.nullable(), z.uuid()]);
export type Cursor = { at: string | null; id: string };

export const encodeCursor = (at: Date | null, id: string): string =>
  Buffer.from(JSON.stringify([at?.toISOString() ?? null, id])).toString('base64url');

/** Null for what is not a cursor of ours: such a list starts at its beginning. */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  try {
    const [at, id] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { at, id };
  } catch {
    return null;
  }
}
