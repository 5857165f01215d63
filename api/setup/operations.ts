/** The contract's operations, its OpenAPI document, and the answer to every other path under `/api`. */
import type { Express, Request } from 'express';
import type { AnyRouter } from '@orpc/server';
import { z } from 'zod';
import { contract } from '#api/contract/contract.ts';
import type { ApiContext, Services } from '#api/context.ts';
import { invalid, notFound } from '#api/errors.ts';
import { openApiDocument } from '#api/openapi.ts';
import { mountOperations } from '#api/operations-mount.ts';
import { answering, userOf } from '#api/setup/sessions.ts';
import { idempotencyHeader } from '#api/contract/shared.ts';

const credentialOf = (authorization: string | undefined): { credential?: string } => {
  const [, credential] = /^Bearer (\S{1,200})$/.exec(authorization ?? '') ?? [];
  return credential === undefined ? {} : { credential };
};

/** @throws INVALID for one that is no UUID: it becomes the id of what is written. */
function keyOf(request: Request): string | undefined {
  const key = request.get(idempotencyHeader);
  if (key === undefined || request.method === 'GET') return undefined;
  if (!z.uuid().safeParse(key).success) throw invalid([], { zh: 'Idempotency-Key 须为 UUID。', en: 'The Idempotency-Key must be a UUID.' });
  return key.toLowerCase();
}

export function setUpOperations(app: Express, services: Services, router: AnyRouter): void {
  const { mode } = services.environment.court;
  const { demonstration: _, ...everywhere } = contract;
  let document: Promise<unknown> | undefined;
  app.get('/api/openapi.json', answering(async (_request, response) => {
    document ??= openApiDocument(mode === 'demonstration' ? contract : everywhere, services.environment.web.baseUrl);
    response.json(await document);
  }));

  const answerOperation = mountOperations(router);
  app.use('/api', answering(async (request, response) => {
    response.setHeader('cache-control', 'no-store');
    const context: ApiContext = { ...services, user: userOf(response), idempotencyKey: keyOf(request), attempt: { caseId: null, subject: null }, ...credentialOf(request.get('authorization')) };
    if (!(await answerOperation(request, response, context))) throw notFound({ zh: '没有该接口。', en: 'There is no such operation.' });
  }));
}
