// Temporal servers for tests. Each test file makes its own environment and tears it down.
import { TestWorkflowEnvironment } from '@temporalio/testing';

/**
 * A server that skips time while a workflow's `result()` is awaited or `env.sleep()` runs. Keep to one open
 * workflow in an environment: `result()` lets time run past the timers of the others. It cannot list,
 * count, reset, describe task queues or use schedules; for those take `localEnvironment()`.
 */
export async function timeSkippingEnvironment(): Promise<TestWorkflowEnvironment> {
  return patiently(() => TestWorkflowEnvironment['create']({
    server: { type: 'time-skipping', executable: { type: 'existing-path', path: part('KAITING_TEST_SERVER', 'the time-skipping test server') } },
    supportsTimeSkipping: true,
    // The client sends a sign of life every thirty seconds, which this server takes for too many: it hangs up, and whether a lock
    // of the time was taken or given back is then not known. The public way of making this environment has no such setting.
    connectionOptions: { channelArgs: { 'grpc.keepalive_time_ms': 2 ** 31 - 1 } },
  }));
}

/** The SDK gives a server five seconds to come up, and no setting for more: on a busy machine one start may not be enough. */
async function patiently<T>(start: () => Promise<T>, starts = 4): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (attempt >= starts || !String(error).includes('did not start within')) throw error;
    }
  }
}

/** A real Temporal server in memory, in real time, with everything. `extraArgs` go to `temporal server start-dev`. */
export async function localEnvironment(extraArgs: string[] = []): Promise<TestWorkflowEnvironment> {
  return patiently(() => TestWorkflowEnvironment.createLocal({
    server: {
      executable: { type: 'existing-path', path: part('KAITING_TEMPORAL', 'Temporal') },
      extraArgs: [
        '--dynamic-config-value', 'history.transferProcessorMaxPollRPS=5000',
        '--dynamic-config-value', 'history.timerProcessorMaxPollRPS=5000',
        '--dynamic-config-value', 'history.visibilityProcessorMaxPollRPS=100',
        '--dynamic-config-value', 'system.enableActivityEagerExecution=true',
        ...extraArgs,
      ],
    },
  }));
}

function part(setting: string, name: string): string {
  const found = process.env[setting];
  if (!found) throw new Error(`${name} is not there: \`npx kaiting doctor\` says what to do.`);
  return found;
}
