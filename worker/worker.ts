/**
 * The worker: runs the workflows and the court's activities. Any number of them may run; none keeps what another
 * cannot take over. Killed at any moment, Temporal gives its tasks to another one after 1 to 2 seconds.
 */
import path from 'node:path';
import { Worker } from '@temporalio/worker';
import { createCourtActivities } from '#activities/create-court-activities.ts';
import { readEnvironment } from '#adapters/config/environment.ts';
import { dataConverter } from '#adapters/codec/payload-codec.ts';
import { courtTaskQueue } from '#domain/case/ids.ts';
import { watchCalendar } from './calendar-watch.ts';
import { watchRecord } from './record/record-watch.ts';
import { courtPorts } from './court-ports.ts';
import { connectWorker } from './temporal-connection.ts';
import { workflowBundle } from './workflow-bundle.ts';

const environment = readEnvironment(['database', 'temporal', 'web', 'media', 'outside', 'seal', 'programs']);
const [connection, bundle, ports] = await Promise.all([
  connectWorker(environment.temporal),
  workflowBundle(path.join(environment.court.data, 'bundles')),
  courtPorts(environment),
]);

const worker = await Worker.create({
  connection,
  namespace: environment.temporal.namespace,
  taskQueue: courtTaskQueue,
  workflowBundle: bundle,
  activities: createCourtActivities(ports.ports),
  dataConverter: dataConverter(environment.temporal.payloadKeys),
  // A crash costs this long; longer would only save a replay (notes of the design: 1 to 2 s).
  stickyQueueScheduleToStartTimeout: '2 seconds',
  // An open case costs about 0.4 MiB in the cache; sdk-typescript#2227: an unbounded one can kill a worker.
  maxCachedWorkflows: 1000,
  // Signs of life go on at once: a busy machine may delay them, and yet none is thought dead (workflows/support/activities.ts).
  maxHeartbeatThrottleInterval: '2 seconds',
  shutdownGraceTime: '5 seconds',
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => worker.shutdown());
console.log('kaiting: worker ready');
const stopWatching = watchCalendar(ports.ports);
const stopKeepingRecord = watchRecord({ ...ports.ports, folder: path.join(environment.court.data, 'anchors') });
await worker.run();
await Promise.all([stopWatching(), stopKeepingRecord()]);
await ports.end();
await connection.close();
