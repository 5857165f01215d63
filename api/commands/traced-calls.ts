/** Every Update, Signal and start that the API sends is a span, and bears its trace to the workflow (workflows/support/trace.ts). */
import type { Headers, WorkflowClientInterceptor } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { context, inSpan, SpanKind, traceparentNow, tracing } from '#adapters/tracing/tracing.ts';

export const tracedCalls: WorkflowClientInterceptor = {
  startUpdate: (input, next) => traced(`update ${input.updateName}`, input.workflowExecution.workflowId ?? '', input.headers, (headers) => next({ ...input, headers })),
  signal: (input, next) => traced(`signal ${input.signalName}`, input.workflowExecution.workflowId ?? '', input.headers, (headers) => next({ ...input, headers })),
  startWithDetails: (input, next) => traced(`start ${input.workflowType}`, input.options.workflowId, input.headers, (headers) => next({ ...input, headers })),
};

function traced<T>(name: string, workflowId: string, headers: Headers, send: (headers: Headers) => Promise<T>): Promise<T> {
  // What is sent again later has no click any more that it belongs to.
  if (!tracing() || traceparentNow() === undefined) return send(headers);
  return inSpan(name, SpanKind.PRODUCER, context.active(), { 'kaiting.part': 'update', 'temporal.workflow_id': workflowId }, () =>
    send({ ...headers, traceparent: defaultPayloadConverter.toPayload(traceparentNow()) }));
}
