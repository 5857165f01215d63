/**
 * The media host's process: watches the rooms (media/media-host.ts), and does what hearings ask of this
 * machine, as Temporal activities on its own task queue. What a crash costs is said there.
 */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { WorkflowNotFoundError } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { createMediaActivities } from '#activities/media/create-media-activities.ts';
import { dataConverter } from '#adapters/codec/payload-codec.ts';
import { readEnvironment } from '#adapters/config/environment.ts';
import { createProcessLog } from '#adapters/log/log.ts';
import { metricsOf, serveMetrics } from '#adapters/metrics/metrics.ts';
import { startTracing } from '#adapters/tracing/tracing.ts';
import { createJanusMediaServer } from '#adapters/media/janus/janus-media-server.ts';
import { RoomKeeper } from '#adapters/media/room-keeper.ts';
import { createLocalStorage } from '#adapters/storage/local-disk.ts';
import { connectSql } from '#db/connect.ts';
import { keepGivingSigns } from '#db/operations/signs-of-life.ts';
import { hearingWorkflowId, mediaTaskQueue } from '#domain/case/ids.ts';
import { signals } from '#domain/messages/messages.ts';
import { EVENTS_USER } from '#infra/janus/configuration.ts';
import { MediaHost } from './media/media-host.ts';
import type { ReportPresence } from './media/presence-watch.ts';
import { observeActivities } from './activity-observer.ts';
import { freePort, runtimeOptions, temporalMetrics } from './telemetry.ts';
import { connectWorker, temporalClient } from './temporal-connection.ts';
import { sourcesHash } from './workflow-bundle.ts';

const environment = readEnvironment(['database', 'temporal', 'media', 'programs', 'metrics']);
const log = createProcessLog('media-host');
const endTracing = startTracing('media-host');
const registry = metricsOf('media-host');
const observer = observeActivities(registry);
const { court, media: settings, programs } = environment;

const sql = connectSql(environment.database.url, 5);
const temporal = temporalClient(environment.temporal);
const media = createJanusMediaServer({ url: settings.janusUrl, apiSecret: settings.apiSecret, adminKey: settings.adminKey });
const rooms = await RoomKeeper.open({
  media,
  stateFolder: path.join(court.data, 'media', 'rooms'),
  recordingsFolder: path.join(court.data, 'recordings'),
});

const report: ReportPresence = async (hearingId, change) => {
  try {
    await temporal.client.workflow.getHandle(hearingWorkflowId(hearingId)).signal(signals.presenceChanged, change);
  } catch (cause) {
    // The hearing has ended: nobody is waiting for it.
    if (!(cause instanceof WorkflowNotFoundError)) throw cause;
  }
};

/** A font with Chinese characters for the labels; without one the recording has pictures and sound only. */
async function chineseFont(): Promise<string | null> {
  const found = await promisify(execFile)('fc-match', ['-f', '%{file}', 'Noto Sans CJK SC:lang=zh-cn']).catch(() => null);
  return found?.stdout.trim() || null;
}

const complaints = new Map<string, number>();
const host = await MediaHost.start({
  mediaHost: settings.host, sql, media, rooms, report,
  events: { port: settings.eventsPort, user: EVENTS_USER, password: settings.apiSecret },
  complain(what, cause) {
    // Once a minute a kind: a Janus that is away would fill the log.
    if (Date.now() - (complaints.get(what) ?? 0) < 60_000) return;
    complaints.set(what, Date.now());
    log.error({ why: String((cause as Error).message ?? cause) }, what);
  },
});

const { mediaHostPort, host: metricsHost, token } = environment.metrics;
const temporalMetricsPort = mediaHostPort === undefined ? undefined : await freePort();
const connection = await connectWorker(environment.temporal, runtimeOptions(log, temporalMetricsPort));
const build = await sourcesHash();
const worker = await Worker.create({
  connection,
  namespace: environment.temporal.namespace,
  taskQueue: mediaTaskQueue(settings.host),
  activities: createMediaActivities({
    sql, rooms, adminKey: settings.adminKey, mediaHost: settings.host,
    storage: createLocalStorage(path.join(court.data, 'files')),
    compose: { ffmpeg: programs.ffmpeg, janusPpRec: programs.janusPpRec, fontFile: await chineseFont() },
  }),
  interceptors: { activity: [observer.interceptors] },
  dataConverter: dataConverter(environment.temporal.payloadKeys),
  workerDeploymentOptions: { version: { deploymentName: 'kaiting', buildId: build }, useWorkerVersioning: false },
  // Signs of life go on at once: a busy machine may delay them, and yet none is thought dead (workflows/support/activities.ts).
  maxHeartbeatThrottleInterval: '2 seconds',
  shutdownGraceTime: '5 seconds',
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => worker.shutdown());
const metrics = await serveMetrics({ port: mediaHostPort, host: metricsHost, token }, registry, {
  ...(temporalMetricsPort === undefined ? {} : { after: temporalMetrics(temporalMetricsPort) }), complain: (error) => log.warn({ why: String(error) }, 'there are no metrics'),
});
console.log('kaiting: media-host ready');
const stopSigns = keepGivingSigns(sql, { process: 'media-host', build, taskQueue: mediaTaskQueue(settings.host), data: court.data, temporalClockMs: observer.temporalClockMs }, (error) => log.warn({ why: String(error) }, 'no sign of life could be given'));
await worker.run();
await Promise.all([stopSigns(), metrics?.end(), endTracing()]);
await host.stop();
await sql.end({ timeout: 5 });
await temporal.close();
await connection.close();
