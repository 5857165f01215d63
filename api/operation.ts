/**
 * The two kinds of operation: for anybody, and for people who are signed in. A group of operations is one file in
 * `api/operations/` that exports an object with the group's name in the contract:
 * `export const tasks = { get: signedIn.tasks.get.handler(async ({ input, context }) => …), … }`.
 */
import { implement } from '@orpc/server';
import { contract } from '#api/contract/contract.ts';
import type { ApiContext } from '#api/context.ts';
import { unauthenticated } from '#api/errors.ts';

export const anybody = implement(contract).$context<ApiContext>();

export const signedIn = anybody.use(({ context, next }) => {
  if (!context.user) throw unauthenticated();
  return next({ context: { user: context.user } });
});
