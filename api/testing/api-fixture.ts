/** A real API on a free port with a database of its own, and a browser-like caller with cookies. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import type { AnyRouter } from '@orpc/server';
import pino from 'pino';
import { migrate } from '#db/migrate.ts';
import { freshDatabase } from '#infra/testing/postgres.ts';
import { readEnvironment } from '#adapters/config/environment.ts';
import { startApi, type Api, type ApiOptions } from '#api/server.ts';

// Real passwords are hashed, real servers started: on a busy machine that takes its time.
jest.setTimeout(60_000);

export interface TestApi {
  api: Api;
  base: string;
  data: string;
  databaseUrl: string;
  browser(): Browser;
  stop(): Promise<void>;
}

export interface TestApiSettings extends ApiOptions {
  /** Nothing listens on the default. */
  temporalAddress?: string;
  namespace?: string;
  variables?: Record<string, string>;
}

export async function startTestApi(router: AnyRouter, settings: TestApiSettings = {}): Promise<TestApi> {
  const { temporalAddress = '127.0.0.1:1', namespace = 'default', variables = {}, ...options } = settings;
  const database = await freshDatabase();
  const data = await mkdtemp(path.join(tmpdir(), 'kaiting-api-'));
  const cleanUp = async () => {
    await database.drop();
    await rm(data, { recursive: true, force: true });
  };
  const variablesOf = (port: number) => ({
    KAITING_MODE: 'demonstration', KAITING_CLOCK: 'movable', KAITING_DATA: data, DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_NAMESPACE: namespace, KAITING_PAYLOAD_KEYS: `test:${randomBytes(32).toString('base64')}`,
    KAITING_PORT: String(port), KAITING_BASE_URL: `http://127.0.0.1:${port}`, KAITING_SESSION_SECRET: randomBytes(32).toString('hex'),
    JANUS_URL: 'ws://127.0.0.1:1', JANUS_API_SECRET: 'secret', JANUS_ADMIN_KEY: 'key', JANUS_EVENTS_PORT: '1', ...variables,
  });
  // The base address must be known before the start: a cookie's origin is checked against it.
  const port = await freePort();
  const start = async () => {
    await migrate(database.url);
    const environment = readEnvironment(['database', 'temporal', 'web', 'media', 'outside', 'record'], variablesOf(port));
    return startApi(environment, router, { log: pino({ level: 'silent' }), ...options });
  };
  const api = await start().catch(async (error: unknown) => { await cleanUp(); throw error; });
  const base = `http://127.0.0.1:${port}`;
  return {
    api, base, data, databaseUrl: database.url,
    browser: () => new Browser(base, async (phone) => lastCode(api, phone)),
    async stop() {
      await api.stop();
      await cleanUp();
    },
  };
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** The last code that was "sent" to a phone. */
async function lastCode(api: Api, phone: string): Promise<string> {
  const [row] = await api.running.services.sql<{ text: string }[]>`select text from sms_outbox where phone = ${phone} order by sent_at desc limit 1`;
  return /\d{6}/.exec(row?.text ?? '')?.[0] ?? '';
}

export interface Answer<T> { status: number; body: T; headers: Headers }

/** Keeps cookies, names its origin, as a browser does. */
export class Browser {
  readonly cookies = new Map<string, string>();
  constructor(readonly base: string, private readonly lastCode: (phone: string) => Promise<string>) {}

  headers(extra: Record<string, string> = {}): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { origin: this.base, ...(cookie ? { cookie } : {}), ...extra };
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(`${this.base}${path}`, { ...init, headers: { ...this.headers(), ...(init.headers as Record<string, string> | undefined) } });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  async call<T = Record<string, unknown>>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const response = await this.fetch(path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: (isJson && text ? JSON.parse(text) : text) as T, headers: response.headers };
  }

  /** A command, with a key of its own unless one is given. */
  command<T = Record<string, unknown>>(method: string, path: string, body?: unknown, key: string = randomUUID()): Promise<Answer<T>> {
    return this.call<T>(method, path, body, { 'idempotency-key': key });
  }

  async signInStaff(username: string, password = 'kaiting-demo'): Promise<Answer<Record<string, unknown>>> {
    return this.call('POST', '/api/auth/sign-in/username', { username, password });
  }

  async signInPhone(phone: string): Promise<Answer<Record<string, unknown>>> {
    await this.call('POST', '/api/auth/phone-number/send-otp', { phoneNumber: phone });
    return this.call('POST', '/api/auth/phone-number/verify', { phoneNumber: phone, code: await this.lastCode(phone) });
  }
}
