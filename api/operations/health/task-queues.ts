/** Who asks Temporal for work, on which build, and how much waits. */
import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { HealthLook } from '#api/contract/health.ts';

export type QueueHealth = HealthLook['queues'][number];
const { TaskQueueType } = proto.temporal.api.enums.v1;
const kinds = { workflow: TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW, activity: TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY } as const;

/** @param queues each with the kinds of task that it has. @throws when Temporal does not answer. */
export async function queueHealth(temporal: Client, queues: readonly { name: string; kinds: readonly (keyof typeof kinds)[] }[]): Promise<QueueHealth[]> {
  return Promise.all(queues.flatMap(({ name, kinds: wanted }) => wanted.map((kind) => oneQueue(temporal, name, kind))));
}

async function oneQueue(temporal: Client, taskQueue: string, kind: keyof typeof kinds): Promise<QueueHealth> {
  const { namespace } = temporal.options;
  const { pollers, stats } = await temporal.workflowService.describeTaskQueue({ namespace, taskQueue: { name: taskQueue }, taskQueueType: kinds[kind], reportStats: true, reportPollers: true });
  const age = stats?.approximateBacklogAge;
  return {
    taskQueue, kind, backlog: Number(stats?.approximateBacklogCount ?? 0), oldestSeconds: Number(age?.seconds ?? 0) + (age?.nanos ?? 0) / 1e9, tasksPerSecond: stats?.tasksAddRate ?? 0,
    pollers: (pollers ?? []).map((poller) => ({
      worker: poller.identity ?? '', build: poller.deploymentOptions?.buildId || poller.workerVersionCapabilities?.buildId || null,
      lastAskedSeconds: Math.max(0, Date.now() / 1000 - Number(poller.lastAccessTime?.seconds ?? 0)),
    })),
  };
}
