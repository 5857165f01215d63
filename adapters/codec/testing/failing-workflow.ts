import { ApplicationFailure } from '@temporalio/workflow';

/** Fails with what it was given, in its message and its details. */
export async function failsWith(why: string): Promise<void> {
  throw ApplicationFailure.create({ type: 'Refused', message: `refused: ${why}`, nonRetryable: true, details: [{ why }] });
}
