/**
 * The worker: runs the workflows and the court's activities. Any number of them may run; none keeps what another
 * cannot take over. Killed at any moment, Temporal gives its tasks to another one after 1 to 2 seconds.
 */
import path from 'node:path';
import { Worker } from '@temporalio/worker';
import { createCourtActivities } from '#activities/create-court-activities.ts';
import { readEnvironment } from '#adapters/config/environment.ts';
import { dataConverter } from '#adapters/codec/payload-codec.ts';
import { createProcessLog } from '#adapters/log/log.ts';
import { metricsOf, serveMetrics } from '#adapters/metrics/metrics.ts';
import { startTracing } from '#adapters/tracing/tracing.ts';
import { keepGivingSigns } from '#db/operations/signs-of-life.ts';
import { courtTaskQueue } from '#domain/case/ids.ts';
import { watchCalendar } from './calendar-watch.ts';
import { watchRecord } from './record/record-watch.ts';
import { observeActivities } from './activity-observer.ts';
import { courtPorts } from './court-ports.ts';
import { freePort, runtimeOptions, temporalMetrics } from './telemetry.ts';
import { connectWorker } from './temporal-connection.ts';
import { sourcesHash, workflowBundle } from './workflow-bundle.ts';

const environment = readEnvironment(['database', 'temporal', 'web', 'media', 'outside', 'seal', 'programs', 'metrics']);
const log = createProcessLog('worker');
const endTracing = startTracing('worker');
const { workerPort, host, token } = environment.metrics;
const temporalMetricsPort = workerPort === undefined ? undefined : await freePort();
const registry = metricsOf('worker');
const observer = observeActivities(registry);
const [build, connection, bundle, ports] = await Promise.all([
  sourcesHash(),
  connectWorker(environment.temporal, runtimeOptions(log, temporalMetricsPort)),
  workflowBundle(path.join(environment.court.data, 'bundles')),
  courtPorts(environment),
]);

const worker = await Worker.create({
  connection,
  namespace: environment.temporal.namespace,
  taskQueue: courtTaskQueue,
  workflowBundle: bundle,
  activities: createCourtActivities(ports.ports),
  interceptors: { activity: [observer.interceptors] },
  dataConverter: dataConverter(environment.temporal.payloadKeys),
  // Named in histories and to operations; tasks go to any build (docs/decisions/0002-worker-versioning.md).
  workerDeploymentOptions: { version: { deploymentName: 'kaiting', buildId: build }, useWorkerVersioning: false },
  // A crash costs this long; longer would only save a replay (notes of the design: 1 to 2 s).
  stickyQueueScheduleToStartTimeout: '2 seconds',
  // An open case costs about 0.4 MiB in the cache; sdk-typescript#2227: an unbounded one can kill a worker.
  maxCachedWorkflows: 1000,
  // Signs of life go on at once: a busy machine may delay them, and yet none is thought dead (workflows/support/activities.ts).
  maxHeartbeatThrottleInterval: '2 seconds',
  shutdownGraceTime: '5 seconds',
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => worker.shutdown());
const metrics = await serveMetrics({ port: workerPort, host, token }, registry, {
  ...(temporalMetricsPort === undefined ? {} : { after: temporalMetrics(temporalMetricsPort) }), complain: (error) => log.warn({ why: String(error) }, 'there are no metrics'),
});
console.log('kaiting: worker ready');
const stopWatching = watchCalendar(ports.ports);
const stopKeepingRecord = watchRecord({ ...ports.ports, folder: path.join(environment.court.data, 'anchors') });
const stopSigns = keepGivingSigns(ports.ports.sql, { process: 'worker', build, taskQueue: courtTaskQueue, data: environment.court.data, temporalClockMs: observer.temporalClockMs }, (error) => log.warn({ why: String(error) }, 'no sign of life could be given'));
await worker.run();
await Promise.all([stopWatching(), stopKeepingRecord(), stopSigns(), metrics?.end(), endTracing()]);
await ports.end();
await connection.close();
