/**
 * Carries the trace of what moved a workflow last to the activities and children that follow from it: a header of an Update, a
 * Signal or the start becomes a header of what is scheduled. Headers are no commands: histories with and without them replay alike. Where nobody traces there is no
 * header, and nothing is added.
 */
import type { Payload, WorkflowInterceptorsFactory } from '@temporalio/workflow';

const header = 'traceparent';
type Headers = Record<string, Payload>;

export const interceptors: WorkflowInterceptorsFactory = () => {
  let cause: Payload | undefined;
  const moved = (headers: Headers) => { cause = headers[header] ?? cause; };
  const caused = <T extends { readonly headers: Headers }>(input: T): T => (cause === undefined ? input : { ...input, headers: { ...input.headers, [header]: cause } });
  return {
    inbound: [{
      execute(input, next) { moved(input.headers); return next(input); },
      handleUpdate(input, next) { moved(input.headers); return next(input); },
      handleSignal(input, next) { moved(input.headers); return next(input); },
    }],
    outbound: [{
      scheduleActivity: (input, next) => next(caused(input)),
      startChildWorkflowExecution: (input, next) => next(caused(input)),
    }],
  };
};
