/** The workflows as the tests run them: made once for all test files of the same sources. */
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { WorkflowBundle } from '@temporalio/worker';
import { bareWorkflowBundle } from '#worker/workflow-bundle.ts';

let made: Promise<WorkflowBundle> | undefined;

export const testBundle = (): Promise<WorkflowBundle> => (made ??= bareWorkflowBundle(path.join(tmpdir(), 'kaiting-bundles')));

// In jest, before the file's first test: the first of a run that needs it makes it, and no test's own time pays for that.
(globalThis as { beforeAll?: (hook: () => Promise<unknown>, timeout: number) => void }).beforeAll?.(testBundle, 120_000);
