/**
 * For other systems of the court (the office system in which a division head approves): not for browsers. Authorised by
 * `Authorization: Bearer` with the system's own credential (`npx kaiting system add`), never by a session.
 */
import { z } from 'zod';
import { base, commandAnswer } from '#api/contract/shared.ts';

export const systems = {
  /**
   * The same completion as in the browser, in the name of a person of the court, sent to the workflow as a Signal. Answers
   * what the journal says of it; `pending` while it does not say yet: sent again with the same Idempotency-Key it answers again.
   */
  answerTask: base.route({ method: 'POST', path: '/systems/tasks/{taskId}/completion' })
    .input(z.strictObject({
      taskId: z.uuid(),
      /** The case that the system means: an answer for another one is refused. */
      caseId: z.uuid(),
      /** The account of the person who decided, for example "head". */
      username: z.string().min(1).max(100),
      outcome: z.unknown(),
    }))
    .output(commandAnswer),
};
