/**
 * A courtroom for the media tests: a real Janus, the API's proxy in front of it, and pages in real
 * browsers. No case, no workflow, no database: what belongs to media alone.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { pageEvents } from '#api/media-beacon.ts';
import { installMediaProxy, type MediaAuthorisation, type SeatedGuest } from '#api/media-proxy.ts';
import { createJanusMediaServer } from '#adapters/media/janus/janus-media-server.ts';
import { runProgram } from '#adapters/programs/run-program.ts';
import type { RawMediaEvent } from '#domain/hearing/raw-media-event.ts';
import type { TestJanus } from '#infra/janus/test-server.ts';

const flags = [
  '--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required',
  // Two cores carry three browsers: small pictures are enough.
  '--mute-audio',
];

/** What `window.room.look()` of the page gives. */
export interface Sight {
  state: string;
  network: string;
  problems: { medium: string; reason: string }[];
  feeds: { opaqueId: string; flowing: boolean; width: number; time: number; frames: number; audioTracks: number }[];
}

export interface Seated {
  page: Page;
  browser: Browser;
  pid: number;
  look(): Promise<Sight>;
  until(what: string, condition: (sight: Sight) => boolean, milliseconds?: number): Promise<Sight>;
  leave(): Promise<void>;
}

export interface MediaCourt {
  janus: TestJanus;
  address: string;
  /** What pages reported, through the proxy and the beacon. */
  reported: RawMediaEvent[];
  refused: { verb: string; reason: string }[];
  /** Opens a browser of its own, as a participant with that opaque id. */
  open(roomId: string, opaqueId: string): Promise<Seated>;
  /** A browser that tests its devices and has no seat. */
  openSelfTest(): Promise<Page>;
  close(): Promise<void>;
}

export interface MediaCourtOptions {
  janus: TestJanus;
  /** Where pages' reports are kept, besides `reported`. */
  keep?(events: RawMediaEvent[]): Promise<void>;
}

/** The page's code, built once a test run. */
let page: Promise<string> | undefined;
function bundledPage(): Promise<string> {
  page ??= runProgram({ program: process.execPath, args: [fileURLToPath(new URL('./build-page.mjs', import.meta.url))] }).then(String);
  return page;
}

/** A process and all its descendants: a browser is many. */
function familyOf(pid: number): number[] {
  const children = spawnSync('pgrep', ['-P', String(pid)]).stdout.toString().split('\n').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

/** SIGSTOP looks like a silent network loss, SIGKILL is a crash. */
export function signalFamily(pid: number, signal: NodeJS.Signals): void {
  for (const member of familyOf(pid)) {
    try {
      process.kill(member, signal);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
    }
  }
}

/** Waits until `look` shows it. @throws Error that names what was waited for, and what was seen last. */
export async function eventually<T>(what: string, look: () => Promise<T> | T, condition: (seen: T) => boolean, milliseconds = 20_000): Promise<T> {
  const limit = Date.now() + milliseconds;
  for (;;) {
    const seen = await look();
    if (condition(seen)) return seen;
    if (Date.now() > limit) throw new Error(`${what}: not within ${milliseconds} ms; last seen ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function openMediaCourt({ janus, keep }: MediaCourtOptions): Promise<MediaCourt> {
  const media = createJanusMediaServer(janus);
  const code = await bundledPage();
  const reported: RawMediaEvent[] = [];
  const refused: MediaCourt['refused'] = [];
  const seats = new Map<string, SeatedGuest>();
  const note = async (events: RawMediaEvent[]) => {
    reported.push(...events);
    await keep?.(events);
  };
  const guestOf = (url: string | undefined): MediaAuthorisation | null => {
    const { searchParams, pathname } = new URL(url ?? '/', 'http://court');
    if (searchParams.has('self-test')) return { kind: 'self-test', personId: 'tester' };
    return pathname.startsWith('/media/') ? (seats.get(searchParams.get('hearing') ?? '') ?? null) : null;
  };
  const http = createServer((request, response) => {
    const guest = guestOf(request.url);
    if (request.method === 'POST' && guest?.kind === 'seat') {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const events = pageEvents(guest, JSON.parse(Buffer.concat(parts).toString()), Date.now());
        note(events ?? []).then(() => response.writeHead(events ? 204 : 400).end(), () => response.writeHead(503).end());
      });
    } else if (request.url === '/page.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
    } else {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><meta charset="utf-8"><body><script type="module" src="/page.js"></script>');
    }
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as { port: number };
  const address = `http://127.0.0.1:${port}`;
  const closeProxy = installMediaProxy(http, {
    janusUrl: janus.url, apiSecret: janus.apiSecret, adminKey: janus.adminKey, origins: [address],
    authorise: async (request) => guestOf(request.url),
    vacateSeat: media.vacateSeat,
    keep: (event) => note([event]),
    onRefused: (_guest, verb, reason) => void refused.push({ verb, reason }),
  });
  const browsers: Browser[] = [];
  const openPage = async () => {
    const browserServer = await chromium.launchServer({ executablePath: process.env['KAITING_CHROMIUM'] ?? '/usr/bin/chromium', args: flags });
    const browser = await chromium.connect(browserServer.wsEndpoint());
    browsers.push(browser);
    browser.on('disconnected', () => void browserServer.kill());
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${address}/`);
    await page.waitForFunction('window.room !== undefined');
    return { page, browser, pid: browserServer.process().pid ?? 0 };
  };

  return {
    janus, address, reported, refused,
    async open(roomId, opaqueId) {
      // A key a seat stands for the session cookie that the real API would look at.
      const key = `${roomId}~${opaqueId}`;
      seats.set(key, { kind: 'seat', hearingId: roomId, roomId, opaqueId, personId: `person-${opaqueId}`, mediaHost: 'media-1' });
      const { page, browser, pid } = await openPage();
      await page.evaluate(`window.room.enter(${JSON.stringify(key)})`);
      const look = () => page.evaluate('window.room.look()') as Promise<Sight>;
      return {
        page, browser, pid, look,
        until: (what, condition, milliseconds) => eventually(what, look, condition, milliseconds),
        leave: () => page.evaluate('window.room.leave()'),
      };
    },
    openSelfTest: async () => (await openPage()).page,
    async close() {
      await Promise.all(browsers.map((browser) => browser.close().catch(() => undefined)));
      closeProxy();
      http.close();
      http.closeAllConnections();
    },
  };
}
