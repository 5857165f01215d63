/** The figures of the supervision desk. As a PDF: `GET /api/statistics.pdf?from=…&to=…`, which streams and so stands outside. */
import { z } from 'zod';
import { givenDay } from '#domain/calendar/given-day.ts';
import { measureNames } from '#domain/audit/statistics.ts';
import { base, words } from '#api/contract/shared.ts';

const day = givenDay;
/** Days in Shanghai, both included. */
const period = { from: day, to: day };
const measure = z.enum(measureNames as [string, ...string[]]);

export const statistic = z.object({
  measure: z.string(), title: words, over: z.enum(['now', 'period']), unit: z.enum(['days', 'seconds']).nullable(), articles: z.array(z.string()),
  rows: z.array(z.object({ key: z.string(), label: words, count: z.number(), cases: z.number(), average: z.number().nullable(), longest: z.number().nullable() })),
});
export type Statistic = z.infer<typeof statistic>;

export const statistics = {
  get: base.route({ method: 'GET', path: '/supervision/statistics' }).input(z.strictObject(period)).output(z.object({ statistics: z.array(statistic) })),
  /** The cases that a number counts. */
  cases: base.route({ method: 'GET', path: '/supervision/statistics/{measure}/cases' }).input(z.strictObject({ measure, key: z.string().max(200).regex(/^[^\u0000]*$/), ...period }))
    .output(z.object({ cases: z.array(z.object({ caseId: z.uuid(), caseNumber: z.string().nullable(), causeOfAction: z.string(), parties: z.string(), times: z.number() })) })),
};
