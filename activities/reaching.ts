/**
 * What cannot be reached at the moment (PostgreSQL, a platform) comes back without anybody doing anything: the workflow
 * waits longer for it than it tries again after an error of ours (workflows/support/steps.ts).
 */
import { ApplicationFailure } from '@temporalio/common';
import { isUnreachable } from '#db/unreachable.ts';
import { unavailable } from '#domain/messages/unavailable.ts';

/** @throws ApplicationFailure of type `Unavailable` in the place of an error that says that something is away */
export async function reaching<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ApplicationFailure || !isUnreachable(error)) throw error;
    throw ApplicationFailure.create({ type: unavailable, message: error instanceof Error ? error.message : String(error), cause: error instanceof Error ? error : undefined });
  }
}
