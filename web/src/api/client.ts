/**
 * The typed client of the API, made from the contract. Reads may be repeated freely; a write carries an
 * Idempotency-Key, so that repeating it does nothing twice (`useCommand` keeps the key over its retries).
 */
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { JsonifiedClient } from '@orpc/openapi-client';
import routes from 'virtual:contract-routes';
import type { contract } from '#api/contract/contract.ts';
import { livePositionHeader } from '#api/contract/live-event.ts';
import { newCommandKey } from '#web/api/command-key.ts';
import { problemFrom, readableProblem } from '#web/api/errors.ts';
import { beginRead } from '#web/api/live.ts';
import { noteTracing, traceWrite } from '#web/api/trace.ts';

export interface CallContext {
  /** The key of a write; a fresh one if none is given. */
  commandKey?: string;
}

export type ApiClient = JsonifiedClient<ContractRouterClient<typeof contract, CallContext>>;

const link = new OpenAPILink<CallContext>(routes, {
  url: () => `${window.location.origin}/api`,
  // Reads ignore the key; giving it to every call keeps the client free of a list of writes.
  headers: ({ context }) => ({ 'idempotency-key': context.commandKey ?? newCommandKey() }),
  fetch: async (request, init) => {
    const note = beginRead();
    const answered = traceWrite(request);
    const response = await fetch(request, { ...init, credentials: 'same-origin' });
    noteTracing(response);
    answered?.(response);
    note(response.headers.get(livePositionHeader));
    return readableProblem(response);
  },
  customErrorResponseBodyDecoder: (body, response) => problemFrom(body, response.status),
});

/** Every operation of the contract: `api.tasks.complete({ taskId, outcome }, { context: { commandKey } })`. */
export const api: ApiClient = createORPCClient(link);
