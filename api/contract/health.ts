/** The health of the court's machinery, for operations: alarms with what to do, and everything that they rest on. */
import { z } from 'zod';
import { base, instant, words } from '#api/contract/shared.ts';

export const healthAlarm = z.object({
  key: z.string(), kind: z.string(), severity: z.enum(['critical', 'warning']), title: words, means: words, todo: words,
  /** What it is about and what the machine says of it, in its own words; and what was measured. */
  subject: z.string(), /** The subject in words; null where it is a name. */ about: words.nullable(), technical: z.string().nullable(), detail: words,
  since: instant, acknowledged: z.object({ by: z.string(), at: instant }).nullable(), chapter: z.string(),
});
export const wedgedWorkflow = z.object({
  workflowId: z.string(), runId: z.string(), workflowType: z.string(), attempts: z.number(), since: instant.nullable(), cause: z.string(), message: z.string(), build: z.string().nullable(), worker: z.string(),
});
const seconds = z.number();

export const healthLook = z.object({
  lookedAt: instant,
  alarms: z.array(healthAlarm),
  wedged: z.array(wedgedWorkflow),
  /** How many open workflows the last full round looked at, and when it ended; a round is made little by little. */
  round: z.object({ open: z.number(), lookedAt: z.number() }),
  processes: z.array(z.object({ process: z.string(), host: z.string(), pid: z.number(), build: z.string(), taskQueue: z.string().nullable(), startedAt: instant, seenSeconds: seconds, clockMs: z.number(), temporalClockMs: z.number().nullable(), diskFreeBytes: z.number(), diskTotalBytes: z.number() })),
  queues: z.array(z.object({ taskQueue: z.string(), kind: z.enum(['workflow', 'activity']), backlog: z.number(), oldestSeconds: seconds, tasksPerSecond: z.number(), pollers: z.array(z.object({ worker: z.string(), build: z.string().nullable(), lastAskedSeconds: seconds })) })),
  commands: z.array(z.object({ id: z.string(), operation: z.string(), workflowId: z.string().nullable(), attempts: z.number(), ageSeconds: seconds })),
  behind: z.array(z.object({ workflowId: z.string(), seconds, attempts: z.number() })),
  media: z.object({ version: z.string().nullable(), rooms: z.array(z.object({ room: z.string(), participants: z.number() })), problem: z.string().nullable() }),
  certificates: z.array(z.object({ name: z.string(), endsAt: instant, days: z.number() })),
});
export type HealthLook = z.infer<typeof healthLook>;

export const health = {
  /** Everything at once; asked every few seconds. */
  look: base.route({ method: 'GET', path: '/operations/health' }).output(healthLook),
  /** Says that somebody has seen an alarm that stands. Changes nothing else. */
  acknowledge: base.route({ method: 'POST', path: '/operations/health/acknowledgements' })
    .input(z.strictObject({ key: z.string().min(1).max(300) })).output(z.object({ acknowledged: z.literal(true) })),
  /** The handbook, chapter by chapter, as HTML. */
  handbook: base.route({ method: 'GET', path: '/operations/handbook' })
    .output(z.object({ chapters: z.array(z.object({ anchor: z.string(), title: z.string(), html: z.string() })) })),
};
