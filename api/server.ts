/**
 * The process that people's browsers talk to.
 *
 * If it dies: nothing is kept here that the database does not have. Browsers come back, commands that were not answered
 * are sent again by the next process with the same ids.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import type { AnyRouter } from '@orpc/server';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { readEnvironment } from '#adapters/config/environment.ts';
import { metricsOf, serveMetrics } from '#adapters/metrics/metrics.ts';
import { startTracing } from '#adapters/tracing/tracing.ts';
import { sweepIncoming } from '#adapters/storage/local-disk.ts';
import { sealCountsOnce } from '#db/audit/sealed-commands.ts';
import { demonstrationPassword, demonstrationStaff } from '#db/demonstration-staff.ts';
import { keepGivingSigns } from '#db/operations/signs-of-life.ts';
import { seedCourt, seedDemonstration } from '#db/seed.ts';
import { demonstrationPersons } from '#adapters/identity/demonstration-persons.ts';
import type { ApiEnvironment } from '#api/context.ts';
import { createAccess } from '#api/operations/access.ts';
import { courtMetrics } from '#api/operations/health/court-metrics.ts';
import { createLog, createServices, type Running } from '#api/services.ts';
import { setUpErrors } from '#api/setup/errors.ts';
import { setUpFiles } from '#api/setup/files.ts';
import { setUpHealth } from '#api/setup/health.ts';
import { setUpLive } from '#api/setup/live.ts';
import { setUpLog } from '#api/setup/log.ts';
import { setUpMediaReports, setUpMediaSocket } from '#api/setup/media.ts';
import { setUpOperations } from '#api/setup/operations.ts';
import { setUpSecurity } from '#api/setup/security.ts';
import { setUpSessions } from '#api/setup/sessions.ts';
import { setUpStatistics } from '#api/setup/statistics.ts';
import { setUpSignIn } from '#api/setup/sign-in.ts';
import { setUpObservation, setUpTraces } from '#api/setup/tracing.ts';
import { setUpSmsReceipts } from '#api/setup/sms-receipts.ts';
import { setUpWeb } from '#api/setup/web.ts';
import { authPaths, staffEmail } from '#api/sign-in/auth.ts';
import { createWhoAsks } from '#api/sign-in/current-user.ts';

export interface Api {
  server: Server;
  running: Running;
  /** Prometheus metrics, and what brings them up to date. */
  metrics: { registry: Registry; refresh: () => Promise<void> };
  port: number;
  stop(): Promise<void>;
}

export interface ApiOptions {
  log?: Logger;
  /** Default: web/dist. */
  webFolder?: string;
  largestUploadBytes?: number;
  aliveEveryMs?: number;
}

const webDist = fileURLToPath(new URL('../web/dist', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

/** @param router of the contract's operations. Port 0 takes a free one. */
export async function startApi(environment: ApiEnvironment, router: AnyRouter, options: ApiOptions = {}): Promise<Api> {
  const { log = createLog(), webFolder = webDist } = options;
  const running = createServices(environment, log);
  const { services, auth, hub, delivery, origins } = running;
  await setUpCourt(running);

  const access = createAccess(services);
  const askWho = createWhoAsks(auth, services.sql, environment.court.mode);
  const registry = metricsOf('api');
  const refreshMetrics = courtMetrics(registry, services.health);
  const app = express();
  app.set('trust proxy', environment.web.proxies);
  setUpHealth(app, services);
  setUpObservation(app, registry);
  setUpLog(app, log);
  setUpSecurity(app, origins);
  setUpSmsReceipts(app, services);
  setUpSignIn(app, auth, authPaths(environment));
  setUpSessions(app, askWho);
  setUpTraces(app);
  setUpFiles(app, services, access, options.largestUploadBytes);
  setUpStatistics(app, services);
  const streams = setUpLive(app, hub, services, access, options.aliveEveryMs);
  setUpMediaReports(app, services);
  setUpOperations(app, services, router);
  setUpWeb(app, webFolder);
  setUpErrors(app, log);

  const server = await setUpServer(app, environment);
  const closeMedia = setUpMediaSocket(server, services, askWho, origins);
  await hub.start();
  const stopResending = delivery.keepResending();
  const stopLooking = running.services.health.keepLooking();
  const stopSigns = keepGivingSigns(running.services.sql, { process: 'api', build: version, taskQueue: null, data: environment.court.data },
    (error) => log.warn({ why: error instanceof Error ? error.message : String(error) }, 'no sign of life could be given'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(environment.web.port, environment.web.host, resolve);
  });

  return {
    server, running, metrics: { registry, refresh: refreshMetrics },
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise<void>((resolve) => { server.close(() => resolve()); });
      streams.close();
      closeMedia();
      server.closeIdleConnections();
      // Requests under way may finish; what has not in three seconds is cut off.
      const cut = setTimeout(() => server.closeAllConnections(), 3_000);
      await closed;
      clearTimeout(cut);
      await stopResending();
      await Promise.all([stopLooking(), stopSigns()]);
      await running.end();
    },
  };
}

/** With TLS where a certificate is given; elsewhere a proxy has it, or nobody but this machine comes here. */
async function setUpServer(app: Express, { web: { tlsKey, tlsCertificate } }: ApiEnvironment): Promise<Server> {
  const server = tlsKey && tlsCertificate
    ? createTlsServer({ key: await readFile(tlsKey), cert: await readFile(tlsCertificate) }, app)
    : createServer(app);
  // A recording of 200 MB from a phone takes its time; headers still have to come at once.
  server.requestTimeout = 30 * 60_000;
  return server;
}

/** The clock; in the demonstration its people, courtrooms and the list of its accounts. */
async function setUpCourt({ services: { environment, db, sql, seal }, auth }: Running): Promise<void> {
  const { mode, data } = environment.court;
  await seedCourt(db);
  if (seal) await sealCountsOnce(sql, seal);
  await sweepIncoming(path.join(data, 'files'));
  if (mode !== 'demonstration') return;
  let hash: Promise<string> | undefined;
  const passwordHash = () => (hash ??= auth.$context.then(({ password }) => password.hash(demonstrationPassword)));
  await seedDemonstration(db, passwordHash, staffEmail);
  await writeAccounts(data);
}

async function writeAccounts(data: string): Promise<void> {
  const lines = [
    `Court staff, password ${demonstrationPassword}:`,
    ...demonstrationStaff.map(({ username, name, title }) => `  ${username.padEnd(12)} ${name} ${title}`),
    '', 'Parties, by a code that the SMS outbox shows; for real-name verification:',
    ...demonstrationPersons.map(({ name, phone, identityNumber }) => `  ${phone}  ${name}  ${identityNumber}`), '',
  ];
  await mkdir(data, { recursive: true });
  const temporary = path.join(data, `.demonstration-accounts-${randomBytes(4).toString('hex')}`);
  await writeFile(temporary, lines.join('\n'));
  await rename(temporary, path.join(data, 'demonstration-accounts.txt'));
}

async function main(): Promise<void> {
  const environment = readEnvironment(['database', 'temporal', 'web', 'media', 'outside', 'record', 'metrics']);
  const endTracing = startTracing('api');
  const { router } = await import('#api/router.ts');
  const log = createLog();
  const api = await startApi(environment, router, { log });
  const { apiPort, host, token } = environment.metrics;
  const metrics = await serveMetrics({ port: apiPort, host, token }, api.metrics.registry, { before: api.metrics.refresh, complain: (error) => log.warn({ why: String(error) }, 'there are no metrics') });
  console.log(`kaiting: api ready on port ${api.port}`);
  const leave = (signal: NodeJS.Signals) => {
    log.info({ signal }, 'the API ends');
    void api.stop().then(() => Promise.all([metrics?.end(), endTracing()])).finally(() => process.exit(0));
  };
  process.once('SIGTERM', leave);
  process.once('SIGINT', leave);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error && error.name === 'EnvironmentError' ? error.message : error);
    process.exit(1);
  });
}
