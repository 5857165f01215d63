/**
 * How an error travels: RFC 9457 `application/problem+json`. `code` is stable; `title` and `detail` are in the person's
 * language, `messages` in both; `data` is what the contract names for the code (`shared.ts`).
 */
import { createORPCErrorFromJson } from '@orpc/client';
import { z } from 'zod';
import { words } from '#api/contract/shared.ts';

export const problemMediaType = 'application/problem+json';

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  messages: words,
  data: z.unknown(),
});
export type Problem = z.infer<typeof problem>;

/**
 * For the browser's OpenAPILink, which reads `application/json` alone: `new OpenAPILink(contract, { url, fetch:
 * fetchWithProblems, customErrorResponseBodyDecoder: decodeProblem })`.
 */
export async function fetchWithProblems(request: Request | string | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(request, init);
  if (!response.headers.get('content-type')?.startsWith(problemMediaType)) return response;
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  return new Response(response.body, { status: response.status, headers });
}

/** The typed error of the contract, or null when the body is no problem of ours. */
export function decodeProblem(body: unknown) {
  const parsed = problem.safeParse(body);
  if (!parsed.success) return null;
  const { code, status, detail, data } = parsed.data;
  return createORPCErrorFromJson({ defined: true, code, status, message: detail, data });
}
