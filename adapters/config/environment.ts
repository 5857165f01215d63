/**
 * What a process is told from outside, read once at its start. A section is asked for by name, so that a process
 * refuses to start when something that it needs is missing, and nothing else.
 */
import { z } from 'zod';

const text = z.string().trim().min(1);
const port = z.coerce.number().int().min(1).max(65_535);
const mode = z.enum(['demonstration', 'production']);
export type Mode = z.infer<typeof mode>;

/** Sections, each with the variables that it is read from. */
const sections = {
  /** The court itself: what every process knows. `data` is the folder of files/, recordings/, archives/, secrets/, logs/. */
  court: {
    mode: ['KAITING_MODE', mode],
    data: ['KAITING_DATA', text],
    clock: ['KAITING_CLOCK', z.enum(['real', 'movable']).default('real')],
  },
  database: { url: ['DATABASE_URL', z.url({ protocol: /^postgres(ql)?$/ })] },
  temporal: {
    address: ['TEMPORAL_ADDRESS', text],
    namespace: ['TEMPORAL_NAMESPACE', text.default('kaiting')],
    /** For Temporal Cloud or a cluster behind TLS. */
    apiKey: ['TEMPORAL_API_KEY', text.optional()],
    tls: ['TEMPORAL_TLS', z.stringbool().default(false)],
    /** "keyid:base64,…"; adapters/codec/payload-codec.ts reads it. */
    payloadKeys: ['KAITING_PAYLOAD_KEYS', text],
  },
  web: {
    port: ['KAITING_PORT', port.default(8480)],
    /** Loopback, unless a proxy on another machine or a phone shall reach it. */
    host: ['KAITING_LISTEN', text.default('127.0.0.1')],
    /** PEM paths; both or none. Phones give their camera to pages over TLS alone. */
    tlsKey: ['KAITING_TLS_KEY', text.optional()],
    tlsCertificate: ['KAITING_TLS_CERTIFICATE', text.optional()],
    /** How many proxies stand before it: the client's address is taken from as many forwarded ones. */
    proxies: ['KAITING_PROXIES', z.coerce.number().int().min(0).max(10).default(0)],
    baseUrl: ['KAITING_BASE_URL', z.url({ protocol: /^https?$/ })],
    /** Further origins of the court's own pages, separated by commas. */
    origins: ['KAITING_ORIGINS', z.string().default('').transform((list) => list.split(',').map((origin) => origin.trim()).filter(Boolean))],
    sessionSecret: ['KAITING_SESSION_SECRET', text.min(32)],
    openIdDiscoveryUrl: ['KAITING_OPENID_DISCOVERY_URL', z.url().optional()],
    openIdClientId: ['KAITING_OPENID_CLIENT_ID', text.optional()],
    openIdClientSecret: ['KAITING_OPENID_CLIENT_SECRET', text.optional()],
  },
  media: {
    janusUrl: ['JANUS_URL', z.url({ protocol: /^wss?$/ })],
    apiSecret: ['JANUS_API_SECRET', text],
    adminKey: ['JANUS_ADMIN_KEY', text],
    eventsPort: ['JANUS_EVENTS_PORT', port],
    host: ['KAITING_MEDIA_HOST', text.default('media-1')],
  },
  /** The other systems of the court. The demonstration court has its own stand-ins. */
  outside: {
    smsUrl: ['KAITING_SMS_URL', z.url({ protocol: /^https?$/ }).optional()],
    smsKey: ['KAITING_SMS_KEY', text.optional()],
    /** What the SMS platform signs its receipts with (adapters/sms/receipts.ts). */
    smsReceiptSecret: ['KAITING_SMS_RECEIPT_SECRET', text.min(16).optional()],
    identityUrl: ['KAITING_IDENTITY_URL', z.url({ protocol: /^https?$/ }).optional()],
    identityKey: ['KAITING_IDENTITY_KEY', text.optional()],
    /** PEM path; operations are told before it ends. */
    sealCertificate: ['KAITING_SEAL_CERTIFICATE', text.optional()],
  },
  /** Prometheus: each process has a listener of its own (docs/operations.md, "Metrics, traces and logs"). */
  metrics: {
    apiPort: ['KAITING_METRICS_API_PORT', port.optional()],
    workerPort: ['KAITING_METRICS_WORKER_PORT', port.optional()],
    mediaHostPort: ['KAITING_METRICS_MEDIA_HOST_PORT', port.optional()],
    host: ['KAITING_METRICS_LISTEN', text.default('127.0.0.1')],
    token: ['KAITING_METRICS_TOKEN', text.min(16).optional()],
  },
  seal: {
    key: ['KAITING_SEAL_KEY', text],
    certificate: ['KAITING_SEAL_CERTIFICATE', text],
  },
  /** What the audit's pages need besides: without the certificate no anchor's seal can be checked, without Python no PDF is made. */
  record: {
    certificate: ['KAITING_SEAL_CERTIFICATE', text.optional()],
    python: ['KAITING_PYTHON', text.optional()],
  },
  programs: {
    python: ['KAITING_PYTHON', text],
    ffmpeg: ['KAITING_FFMPEG', text],
    xorriso: ['KAITING_XORRISO', text],
    janusPpRec: ['KAITING_JANUS_PP_REC', text],
  },
} as const satisfies Record<string, Record<string, readonly [variable: string, schema: z.ZodType]>>;

type Sections = typeof sections;
export type SectionName = keyof Sections;
export type Section<S extends SectionName> = { [F in keyof Sections[S]]: Sections[S][F] extends readonly [string, infer Z extends z.ZodType] ? z.infer<Z> : never };
/** The sections asked for; `court` is always there. */
export type Environment<S extends SectionName = never> = { [K in S | 'court']: Section<K> };

/** Thrown with one line for each variable that is missing or wrong; never with a value, which may be a secret. */
export class EnvironmentError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'EnvironmentError';
  }
}

/**
 * Reads `court` and the sections named. An empty variable counts as not set.
 * @throws EnvironmentError naming every variable that is missing or wrong, or that cannot exist in this mode.
 */
export function readEnvironment<S extends SectionName>(names: readonly S[], source: NodeJS.ProcessEnv = process.env): Environment<S> {
  const problems: string[] = [];
  const readSection = (name: SectionName): Record<string, unknown> => Object.fromEntries(
    (Object.entries(sections[name]) as [string, readonly [string, z.ZodType]][]).map(([field, [variable, schema]]) => {
      const given = source[variable]?.trim() || undefined;
      const parsed = schema.safeParse(given);
      if (!parsed.success) {
        problems.push(given === undefined ? `${variable} is not set` : `${variable} is wrong: ${parsed.error.issues.map((issue) => issue.message).join('; ')}`);
      }
      return [field, parsed.data];
    }),
  );
  const wanted = [...new Set<SectionName>(['court', ...names])];
  const environment = Object.fromEntries(wanted.map((name) => [name, readSection(name)])) as Environment<S>;
  const { web } = environment as Partial<Environment<'web'>>;
  if (web && (web.tlsKey === undefined) !== (web.tlsCertificate === undefined)) problems.push('KAITING_TLS_KEY and KAITING_TLS_CERTIFICATE are set together or not at all');
  const { metrics } = environment as Partial<Environment<'metrics'>>;
  if (metrics && !['127.0.0.1', '::1', 'localhost'].includes(metrics.host) && metrics.token === undefined) problems.push('KAITING_METRICS_LISTEN beyond this machine needs KAITING_METRICS_TOKEN');
  if (environment.court.mode === 'production') {
    // The movable clock would let anybody shorten what the law makes people wait for.
    if (environment.court.clock === 'movable') problems.push('KAITING_CLOCK=movable cannot exist outside the demonstration mode');
  }
  if (problems.length > 0) throw new EnvironmentError(problems);
  return environment;
}

/** Guards what may exist in the demonstration court alone; a process that asks for it elsewhere does not start. */
export function demonstrationOnly(mode: Mode, what: string): void {
  if (mode !== 'demonstration') throw new EnvironmentError([`${what} cannot exist outside the demonstration mode`]);
}
