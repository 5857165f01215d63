/**
 * A register that is reached by HTTP: `POST <url>` with {name, identityNumber, phone?} answers {verified, source} or
 * {verified: false, why}. Nothing is kept here: if the process dies, the person asks again.
 */
import { z } from 'zod';
import type { IdentityRegister } from '#adapters/identity/identity-register.ts';

const answerSchema = z.discriminatedUnion('verified', [
  z.object({ verified: z.literal(true), source: z.string().min(1) }),
  z.object({ verified: z.literal(false), why: z.enum(['unknown', 'nameDiffers', 'phoneDiffers']) }),
]);

/** @param token sent as `Authorization: Bearer`. */
export function createHttpRegister(url: string, token?: string): IdentityRegister {
  return {
    async verify(claim) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify(claim),
        signal: AbortSignal.timeout(10_000),
      });
      if (!response.ok) throw new Error(`The identity register answered ${response.status}`);
      return answerSchema.parse(await response.json());
    },
  };
}
