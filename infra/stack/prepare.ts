// What the processes of a stack are told: found parts, ports and secrets become their environment.
import type { Found } from '#infra/parts/part.ts';
import { databaseUrl, type Cluster } from '#infra/parts/postgres-cluster.ts';
import { recordingReader } from '#infra/parts/janus.ts';
import { clusterFolder } from './data-folder.ts';
import type { Ports } from './ports.ts';
import { stackMark } from './run-file.ts';
import { keepSecrets, type Secrets } from './secrets.ts';

/** What the supervisor itself needs; a part that runs elsewhere is undefined. */
export interface StackSettings {
  cluster?: Cluster;
  temporalProgram?: string;
  janusProgram?: string;
}

/** The settings that Kaiting's processes always get. */
export interface StackEnvironment extends Record<string, string> {
  DATABASE_URL: string;
  TEMPORAL_ADDRESS: string;
  TEMPORAL_NAMESPACE: string;
  JANUS_URL: string;
  JANUS_API_SECRET: string;
  JANUS_ADMIN_KEY: string;
  JANUS_EVENTS_PORT: string;
  KAITING_DATA: string;
  KAITING_BASE_URL: string;
  KAITING_PORT: string;
}

export interface Preparation {
  dataDir: string;
  parts: Map<string, Found>;
  ports: Ports;
  mode?: 'demonstration' | 'production';
  extra?: Record<string, string>;
}

/** Makes the secrets that are missing and puts everything together. A setting of the person's own environment wins. */
export async function prepareEnvironment({ dataDir, parts, ports, mode, extra }: Preparation): Promise<{ settings: StackSettings; environment: StackEnvironment }> {
  const own = process.env;
  const place = (name: string): string => parts.get(name)?.path ?? '';
  const secrets = await keepSecrets(dataDir, place('openssl'));
  const cluster: Cluster | undefined = own.DATABASE_URL ? undefined
    : { bin: place('postgresql'), folder: clusterFolder(dataDir), port: ports.postgres, password: secrets.postgresPassword };
  const chosenMode = chooseMode(mode ?? own.KAITING_MODE);
  const environment: StackEnvironment = {
    NODE_ENV: 'production',
    DATABASE_URL: own.DATABASE_URL ?? (cluster ? databaseUrl(cluster, 'kaiting') : ''),
    TEMPORAL_ADDRESS: own.TEMPORAL_ADDRESS ?? `127.0.0.1:${ports.temporal}`,
    TEMPORAL_NAMESPACE: own.TEMPORAL_NAMESPACE ?? 'kaiting',
    JANUS_URL: own.JANUS_URL ?? `ws://127.0.0.1:${ports.janus}`,
    JANUS_API_SECRET: own.JANUS_API_SECRET ?? secrets.janusApiSecret,
    JANUS_ADMIN_KEY: own.JANUS_ADMIN_KEY ?? secrets.janusAdminKey,
    JANUS_EVENTS_PORT: own.JANUS_EVENTS_PORT ?? String(ports.janusEvents),
    KAITING_METRICS_API_PORT: own.KAITING_METRICS_API_PORT ?? String(ports.apiMetrics),
    KAITING_METRICS_WORKER_PORT: own.KAITING_METRICS_WORKER_PORT ?? String(ports.workerMetrics),
    KAITING_METRICS_MEDIA_HOST_PORT: own.KAITING_METRICS_MEDIA_HOST_PORT ?? String(ports.mediaHostMetrics),
    KAITING_MODE: chosenMode,
    ...(chosenMode === 'demonstration' ? { KAITING_CLOCK: 'movable' } : {}),
    KAITING_DATA: dataDir,
    KAITING_PORT: String(ports.api),
    KAITING_BASE_URL: own.KAITING_BASE_URL ?? `http://127.0.0.1:${ports.api}`,
    KAITING_MEDIA_HOST: own.KAITING_MEDIA_HOST ?? 'media-1',
    KAITING_PAYLOAD_KEYS: own.KAITING_PAYLOAD_KEYS ?? secrets.payloadKeys,
    KAITING_SESSION_SECRET: own.KAITING_SESSION_SECRET ?? secrets.sessionSecret,
    ...sealSettings(secrets),
    KAITING_PYTHON: place('python'),
    KAITING_FFMPEG: place('ffmpeg'),
    KAITING_XORRISO: place('xorriso'),
    KAITING_JANUS_PP_REC: recordingReader(place('janus')) ?? '',
    ...extra,
  };
  return {
    settings: {
      cluster,
      temporalProgram: own.TEMPORAL_ADDRESS ? undefined : place('temporal'),
      janusProgram: own.JANUS_URL ? undefined : place('janus'),
    },
    environment,
  };
}

/** The environment of one process: the person's own, without npm's and the tests', then the stack's. */
export function processEnvironment(environment: Record<string, string>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|JEST_|KAITING_TEST_|NODE_OPTIONS$|INIT_CWD$)/.test(name));
  const [name = '', value = ''] = stackMark(environment.KAITING_DATA ?? '').split(/=(.*)/s);
  return { ...Object.fromEntries(own), ...environment, [name]: value };
}

function sealSettings(secrets: Secrets): Record<string, string> {
  const { KAITING_SEAL_KEY: key, KAITING_SEAL_CERTIFICATE: certificate } = process.env;
  if (key && certificate) return { KAITING_SEAL_KEY: key, KAITING_SEAL_CERTIFICATE: certificate };
  return { KAITING_SEAL_KEY: secrets.sealKey, KAITING_SEAL_CERTIFICATE: secrets.sealCertificate, KAITING_SEAL_AUTHORITY: secrets.sealAuthority };
}

function chooseMode(mode: string | undefined): 'demonstration' | 'production' {
  if (mode === undefined || mode === 'demonstration') return 'demonstration';
  if (mode === 'production') return 'production';
  throw new Error(`KAITING_MODE is ${mode}: it must be demonstration or production`);
}
