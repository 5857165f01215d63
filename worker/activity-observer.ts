/**
 * What is seen of each activity from outside: how long it took, how it ended, the trace that it belongs to, and how the
 * clock of this machine stands to Temporal's.
 */
import { activityInfo } from '@temporalio/activity';
import { defaultPayloadConverter } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { Histogram, type Registry } from 'prom-client';
import { contextOf, inSpan, SpanKind } from '#adapters/tracing/tracing.ts';

const windowMs = 5 * 60_000;

export interface ActivityObserver {
  interceptors: ActivityInterceptorsFactory;
  /** This machine's clock minus Temporal's: the smallest difference of five minutes, because waiting only adds to it. Null: no activity was seen. */
  temporalClockMs: () => number | null;
}

export function observeActivities(registry: Registry): ActivityObserver {
  const durations = new Histogram({
    name: 'kaiting_activity_seconds', help: 'Duration of an activity’s attempt', labelNames: ['activity', 'outcome'], buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60, 600], registers: [registry],
  });
  let seen: { at: number; differenceMs: number }[] = [];
  return {
    temporalClockMs() {
      seen = seen.filter(({ at }) => Date.now() - at < windowMs);
      return seen.length === 0 ? null : Math.min(...seen.map(({ differenceMs }) => differenceMs));
    },
    interceptors: () => ({
      inbound: {
        async execute(input, next) {
          const { activityType, workflowExecution, attempt, currentAttemptScheduledTimestampMs } = activityInfo();
          if (attempt === 1) seen = [...seen.slice(-199), { at: Date.now(), differenceMs: Date.now() - currentAttemptScheduledTimestampMs }];
          const header = input.headers['traceparent'];
          const traceparent = header === undefined ? undefined : defaultPayloadConverter.fromPayload<string>(header);
          const end = durations.startTimer({ activity: activityType });
          const run = () => next(input).then((result) => { end({ outcome: 'done' }); return result; }, (error: unknown) => { end({ outcome: 'failed' }); throw error; });
          if (traceparent === undefined) return run();
          return inSpan(`activity ${activityType}`, SpanKind.CONSUMER, contextOf(traceparent), { 'kaiting.part': 'activity', 'temporal.workflow_id': workflowExecution?.workflowId ?? '', 'temporal.attempt': attempt }, run);
        },
      },
    }),
  };
}
