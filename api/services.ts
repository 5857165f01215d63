/** Puts together what operations have at hand, from the environment. */
import { availableParallelism } from 'node:os';
import { Client, Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import { connectDb, connectPlanned, connectSql, type Sql } from '#db/connect.ts';
import { dataConverter } from '#adapters/codec/payload-codec.ts';
import { createProcessLog } from '#adapters/log/log.ts';
import { tracedCalls } from '#api/commands/traced-calls.ts';
import { chooseIdentityRegister } from '#adapters/identity/choose.ts';
import { chooseSmsGateway } from '#adapters/sms/choose.ts';
import { recordKey } from '#adapters/seal/record-key.ts';
import { createLocalStorage } from '#adapters/storage/local-disk.ts';
import { createCommands } from '#api/commands.ts';
import { createDelivery, type CommandDelivery } from '#api/commands/delivery.ts';
import { createJournalHeads } from '#api/commands/journal-heads.ts';
import type { ApiEnvironment, Services } from '#api/context.ts';
import { createRecord } from '#api/record.ts';
import { createLiveHub, type LiveHub } from '#api/live/hub.ts';
import { createHealthWatch } from '#api/operations/health/watch.ts';
import { createAttempts } from '#api/sign-in/attempts.ts';
import { createAuth, passwordIs, type Auth } from '#api/sign-in/auth.ts';
import { createOneTimeCodes } from '#api/sign-in/one-time-codes.ts';
import { createSigningCodes } from '#api/signing-codes.ts';
import path from 'node:path';

export interface Running {
  services: Services;
  auth: Auth;
  hub: LiveHub;
  delivery: CommandDelivery;
  /** Origins of the court's own pages. */
  origins: readonly string[];
  /** Ends every connection. */
  end(): Promise<void>;
}

const codesPerTenMinutes = { demonstration: 100, production: 5 } as const;
const passwordTriesPerMinute = 10;

export const createLog = (): Logger => createProcessLog('api');

/** Both names of the own machine stand for one address, and people type either. */
export function originsOf({ web }: Pick<ApiEnvironment, 'web'>): string[] {
  const own = new URL(web.baseUrl);
  const loopback = ['127.0.0.1', 'localhost'];
  const names = loopback.includes(own.hostname) ? loopback : [own.hostname];
  return [...names.map((name) => `${own.protocol}//${name}${own.port ? `:${own.port}` : ''}`), ...web.origins];
}

async function courtNow(sql: Sql): Promise<{ now: Date; offsetMs: number }> {
  const [row] = await sql<{ offset_ms: string }[]>`select offset_ms from court_clock where id = 1`;
  const offsetMs = Number(row?.offset_ms ?? 0);
  return { now: new Date(Date.now() + offsetMs), offsetMs };
}

export function createServices(environment: ApiEnvironment, log: Logger): Running {
  const { court, database, temporal: address, web } = environment;
  const sql = connectSql(database.url);
  // As many statements at once as there are processors: more would only take turns on them.
  const queueSql = connectPlanned(database.url, availableParallelism());
  const { db, end: endDb } = connectDb(database.url);
  // Lazy: the API starts, shows and keeps commands while Temporal is away.
  const connection = Connection.lazy({ address: address.address, tls: address.tls || undefined, apiKey: address.apiKey, connectTimeout: 5_000 });
  const temporal = new Client({ connection, namespace: address.namespace, dataConverter: dataConverter(address.payloadKeys), interceptors: { workflow: [tracedCalls] } });

  const hub = createLiveHub({ databaseUrl: database.url, sql, log });
  const heads = createJournalHeads(sql, (heard) => hub.subscribe(({ event }) => { if (event.type === 'journal') heard(event.stream, event.seq); }));
  const ownKey = recordKey(address.payloadKeys);
  const delivery = createDelivery({ sql, temporal, log, recordKey: ownKey });
  const sms = chooseSmsGateway(environment, sql);
  const codes = createOneTimeCodes(sql, web.sessionSecret, codesPerTenMinutes[court.mode]);
  const attempts = createAttempts(sql);
  const origins = originsOf(environment);
  const storage = createLocalStorage(path.join(court.data, 'files'));
  const auth = createAuth({ environment, db, codes, sms, attempts, origins });

  const services: Services = {
    environment, db, sql, queueSql, temporal, sms, log,
    identity: chooseIdentityRegister(environment),
    storage,
    record: createRecord({ environment, sql, temporal, storage, checkSeal: ownKey.check }),
    commands: createCommands({ db, sql, delivery, heads, recordKey: ownKey }),
    signingCodes: createSigningCodes({
      db, codes, sms,
      passwordIs: (accountId, password) => passwordIs(auth, accountId, password),
      mayTryPassword: (accountId) => attempts(`sign-password:${accountId}`, passwordTriesPerMinute),
    }),
    seal: ownKey.seal,
    courtNow: () => courtNow(sql),
    publish: (event) => hub.publish(event),
    health: createHealthWatch({ sql, temporal, environment, log }, hub),
  };
  return {
    services, auth, hub, delivery, origins,
    async end() {
      await hub.stop();
      await Promise.all([sql.end({ timeout: 5 }), queueSql.end({ timeout: 5 }), endDb(), connection.close().catch(() => undefined)]);
    },
  };
}
