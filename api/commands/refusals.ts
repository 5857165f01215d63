/** The failures that workflows refuse with (domain/messages), as the contract's errors. */
import type { ApplicationFailure } from '@temporalio/common';
import type { ORPCError } from '@orpc/server';
import type { Sql } from '#db/connect.ts';
import { alreadyDone, invalid, notFound, refused } from '#api/errors.ts';
import { failureTypes } from '#domain/messages/messages.ts';
import type { Refusal } from '#domain/law/ruled.ts';

/** The error, or null when the failure is no refusal. `sql` finds the name of who was first. */
export async function refusalOf(sql: Sql, failure: ApplicationFailure): Promise<ORPCError<string, unknown> | null> {
  const detail: unknown = failure.details?.[0];
  switch (failure.type) {
    case failureTypes.refused:
      return refused(detail as Refusal);
    case failureTypes.alreadyDone: {
      const { by, at } = detail as { by: string; at: string };
      const [person] = await sql<{ name: string }[]>`select name from persons where id::text = ${by}`;
      return alreadyDone(person?.name ?? null, at);
    }
    case failureTypes.notFound:
      return notFound({ zh: '该事项不存在或已撤回。', en: 'There is no such thing to do, or it was withdrawn.' });
    case failureTypes.invalid:
      return invalid((detail as { issues: { path: string; message: string }[] }).issues
        .map(({ path, message }) => ({ path, message: { zh: message, en: message } })));
    default:
      return null;
  }
}
