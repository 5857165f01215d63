/** The OpenAPI 3.1 document of the contract, with problem documents as its errors. */
import { OpenAPIGenerator } from '@orpc/openapi';
import type { AnyContractRouter } from '@orpc/contract';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { z } from 'zod';
import { problem, problemMediaType } from '#api/contract/problem.ts';
import { commandAnswer, idempotencyHeader } from '#api/contract/shared.ts';

interface Operation {
  responses?: Record<string, { content?: Record<string, unknown> }>;
  parameters?: unknown[];
}

const { $schema: _, ...problemSchema } = z.toJSONSchema(problem);

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
  return document;
}

function describe(method: string, operation: Operation): void {
  for (const [status, response] of Object.entries(operation.responses ?? {})) {
    const json = response.content?.['application/json'];
    if (Number(status) < 400 || !response.content || json === undefined) continue;
    delete response.content['application/json'];
    response.content[problemMediaType] = json;
  }
  if (method === 'get') return;
  (operation.parameters ??= []).push({
    name: idempotencyHeader, in: 'header', required: false, schema: { type: 'string', format: 'uuid' },
    description: 'Needed by every command (an operation that answers CommandAnswer). The same key with the same body gets the same answer.',
  });
}
