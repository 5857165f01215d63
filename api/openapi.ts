/** The OpenAPI 3.1 document of the API, with problem documents as its errors. */
import { OpenAPIGenerator } from '@orpc/openapi';
import type { AnyContractRouter } from '@orpc/contract';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { z } from 'zod';
import { problem, problemMediaType } from '#api/contract/problem.ts';
import { commandAnswer, idempotencyHeader } from '#api/contract/shared.ts';
import { streamPaths } from '#api/openapi-streams.ts';

interface Operation {
  responses?: Record<string, { description?: string; content?: Record<string, unknown> }>;
  parameters?: unknown[];
}

const { $schema: _, ...problemSchema } = z.toJSONSchema(problem);
const problemAnswer = (description: string) => ({ description, content: { [problemMediaType]: { schema: { $ref: '#/components/schemas/Problem' } } } });

/** What any call may be answered. 403: a state-changing call with the origin of another site. */
const problems = {
  400: problemAnswer('Not valid'), 401: problemAnswer('Not signed in'), 403: problemAnswer('From another site'), 404: problemAnswer('Not found'), 409: problemAnswer('Done already, or a conflict'),
  413: problemAnswer('Too large'), 422: problemAnswer('Refused by rule'), 429: problemAnswer('Too many attempts'), 503: problemAnswer('Not available'),
};

export async function openApiDocument(contract: AnyContractRouter, baseUrl: string): Promise<unknown> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: { title: 'Kaiting', version: '1', description: 'Online court hearings. Errors are RFC 9457 problem documents.' },
    servers: [{ url: `${baseUrl}/api` }],
    commonSchemas: { CommandAnswer: { schema: commandAnswer } },
    customErrorResponseBodySchema: () => problemSchema as never,
  });
  for (const methods of Object.values(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(methods ?? {}) as [string, Operation][]) describe(method, operation);
  }
  Object.assign((document.components ??= {}).schemas ??= {}, { Problem: problemSchema });
  Object.assign(document.paths ??= {}, streamPaths(problems));
  return document;
}

function describe(method: string, operation: Operation): void {
  const answers = Object.entries(operation.responses ?? {}).filter(([status]) => Number(status) < 400);
  operation.responses = { ...Object.fromEntries(answers), ...problems };
  if (method === 'get') return;
  (operation.parameters ??= []).push({
    name: idempotencyHeader, in: 'header', required: false, schema: { type: 'string', format: 'uuid' },
    description: 'Needed by every command (an operation that answers CommandAnswer). The same key with the same body gets the same answer.',
  });
}
