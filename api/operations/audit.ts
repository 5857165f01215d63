/** The manager's audit. Every look is on record before anything is shown. */
import { signedIn } from '#api/operation.ts';
import { ensure } from '#api/operations/access.ts';
import { entries, overview, workflowEvent } from '#api/operations/audit/history.ts';
import { auditOf, auditsOf, startAudit } from '#api/operations/audit/run-audit.ts';
import { anchorRows } from '#db/audit/anchors.ts';
import { looks } from '#db/queries/looks.ts';

export const audit = {
  history: signedIn.audit.history.handler(({ input, context }) => entries(context, input)),
  overview: signedIn.audit.overview.handler(({ input, context }) => overview(context, input.caseId)),
  event: signedIn.audit.event.handler(({ input, context }) => workflowEvent(context, input)),
  start: signedIn.audit.start.handler(({ input, context }) => startAudit(context, input)),
  get: signedIn.audit.get.handler(({ input, context }) => auditOf(context, input)),
  list: signedIn.audit.list.handler(({ input, context }) => auditsOf(context, input.caseId)),
  anchors: signedIn.audit.anchors.handler(async ({ context }) => {
    ensure(context, null, { do: 'see-statistics' });
    return { anchors: (await anchorRows(context.sql)).reverse().slice(0, 400).map(({ number, day, madeAt, streams, sha256 }) => ({ number, day, madeAt: madeAt.toISOString(), streams, sha256 })) };
  }),
  looks: signedIn.audit.looks.handler(async ({ input, context }) => {
    ensure(context, null, { do: 'see-looks' });
    const { staffOnly, ...filter } = input;
    return looks(context.sql, { ...filter, staffOnly: staffOnly === 'true' });
  }),
};
