/** The workflows as the tests run them: made once for all test files of the same sources. */
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { WorkflowBundle } from '@temporalio/worker';
import { bareWorkflowBundle } from '#worker/workflow-bundle.ts';

export const testBundle = (): Promise<WorkflowBundle> => bareWorkflowBundle(path.join(tmpdir(), 'kaiting-bundles'));
