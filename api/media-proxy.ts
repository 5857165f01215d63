/**
 * The only way from a browser to Janus: a web socket that the API opens after checking session and
 * seat. It adds the secrets, lets through what a participant may say (`media-frames.ts`), and ends
 * both sides together, so that Janus sees a lost browser as it would see it without us between.
 *
 * If the process dies here: every page's socket closes while its media flow on; the pages come back
 * through any API process and claim their Janus session. Nothing is kept here that they need.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { RawMediaEvent } from '#domain/hearing/raw-media-event.ts';
import { proxyEvent } from '#api/media-beacon.ts';
import { decideFrame, type Frame, type MediaGuest } from '#api/media-frames.ts';
import { roomPin, seatToken } from '#adapters/media/seat-credentials.ts';

export interface SeatedGuest {
  kind: 'seat';
  hearingId: string;
  roomId: string;
  opaqueId: string;
  personId: string;
  /** The media host beside that room's Janus. */
  mediaHost: string;
}
export type MediaAuthorisation =
  | SeatedGuest
  | { kind: 'self-test'; personId: string };

export interface MediaProxySettings {
  /** Path that the proxy answers on; other upgrades are left to others. */
  path?: string;
  janusUrl: string;
  apiSecret: string;
  /** The key that the rooms' secrets are made from (JANUS_ADMIN_KEY). */
  adminKey: string;
  /** Origins that may open the socket, for example "https://court.example"; a browser always names its own. */
  origins: readonly string[];
  /** @returns who this is and where they sit, or null: then the answer is 404, and nothing is opened. */
  authorise(request: IncomingMessage): Promise<MediaAuthorisation | null>;
  /**
   * Puts out whoever still sits on this seat (`MediaServer.vacateSeat`): after a reload or on a second
   * device the old session would hold the seat until Janus forgets it, a minute later.
   */
  vacateSeat(roomId: string, opaqueId: string): Promise<void>;
  /**
   * Keeps what only the proxy sees: signs of life (at most one in ten seconds), a session taken up again
   * (Janus reports no claim), the end of a browser's socket. A failure of it ends nothing.
   */
  keep?(event: RawMediaEvent): Promise<void>;
  /** A frame that was refused: who tried what. */
  onRefused?(guest: MediaAuthorisation, verb: string, reason: string): void;
  /** Milliseconds between pings to the browser, and how long it may owe the answer. */
  pingEveryMs?: number;
  pingTimeoutMs?: number;
}

const PING_RECORD_MS = 10_000;
const MAX_FRAME_BYTES = 300_000;
/** The browser is slower than Janus talks: beyond this the connection is cut, and made anew. */
const MAX_BUFFERED_BYTES = 4_000_000;

/** Installs the proxy on the server. @returns a function that closes every connection. */
export function installMediaProxy(server: Server, settings: MediaProxySettings): () => void {
  const path = settings.path ?? '/media/janus';
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, handleProtocols: () => 'janus-protocol' });
  const open = new Set<WebSocket>();
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (new URL(request.url ?? '/', 'http://court').pathname !== path) return;
    socket.on('error', () => socket.destroy());
    void admit(request, settings).then((guest) => {
      if (typeof guest === 'number') {
        socket.end(`HTTP/1.1 ${guest} ${guest === 403 ? 'Forbidden' : guest === 404 ? 'Not Found' : 'Service Unavailable'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      sockets.handleUpgrade(request, socket, head, (browser) => {
        open.add(browser);
        browser.once('close', () => open.delete(browser));
        connect(browser, guest, settings);
      });
    });
  };
  server.on('upgrade', onUpgrade);
  return () => {
    server.off('upgrade', onUpgrade);
    open.forEach((browser) => browser.terminate());
    sockets.close();
  };
}

/** @returns the guest, or the HTTP status that turns them away. */
async function admit(request: IncomingMessage, settings: MediaProxySettings): Promise<MediaAuthorisation | 403 | 404 | 503> {
  const { origin } = request.headers;
  if (origin === undefined || !settings.origins.includes(origin)) return 403;
  try {
    return (await settings.authorise(request)) ?? 404;
  } catch {
    return 503;
  }
}

function asGuest(authorised: MediaAuthorisation, adminKey: string): MediaGuest {
  if (authorised.kind === 'self-test') return { kind: 'self-test' };
  const { hearingId, roomId, opaqueId } = authorised;
  return { kind: 'seat', hearingId, roomId, opaqueId, pin: roomPin(adminKey, roomId), token: seatToken(adminKey, roomId, opaqueId) };
}

function parsed(text: string): Frame | null {
  try {
    const frame: unknown = JSON.parse(text);
    return typeof frame === 'object' && frame !== null ? (frame as Frame) : null;
  } catch {
    return null;
  }
}

const SEAT_TAKEN = 436;
function isSeatTaken(frame: Frame): boolean {
  return (frame['plugindata'] as { data?: { error_code?: number } } | undefined)?.data?.error_code === SEAT_TAKEN;
}

function connect(browser: WebSocket, authorised: MediaAuthorisation, settings: MediaProxySettings): void {
  const guest = asGuest(authorised, settings.adminKey);
  const janus = new WebSocket(settings.janusUrl, 'janus-protocol', { handshakeTimeout: 5_000, perMessageDeflate: false });
  const sessions = new Set<number>();
  /** Transactions whose success gives this connection a session. */
  const askedForSession = new Map<string, 'create' | number>();
  const early: string[] = [];
  /** Joins that wait for their answer: sent once more when the seat was still taken. */
  const joins = new Map<string, string>();
  let lastPing = 0;
  /** Looks since the ping that is not answered yet. */
  let owedLooks = 0;

  // Evidence beside Janus' own: what cannot be kept here is for the greater part seen there too.
  const tell = (said: Parameters<typeof proxyEvent>[1], session: number | null) => {
    if (authorised.kind === 'seat') settings.keep?.(proxyEvent(authorised, said, session, Date.now())).catch(() => undefined);
  };
  const toJanus = (text: string) => {
    if (janus.readyState === WebSocket.OPEN) janus.send(text);
    else if (janus.readyState === WebSocket.CONNECTING && early.length < 16) early.push(text);
  };
  const noteSignOfLife = () => {
    owedLooks = 0;
    const now = Date.now();
    if (authorised.kind !== 'seat' || now - lastPing < PING_RECORD_MS) return;
    lastPing = now;
    tell({ kind: 'client-ping' }, null);
  };

  browser.on('message', (data) => {
    noteSignOfLife();
    const frame = parsed(String(data));
    const decision = decideFrame(guest, frame, (session) => sessions.has(session));
    if ('pass' in decision && decision.pass['janus'] === 'destroy') sessions.delete(Number(decision.pass['session_id']));
    if ('refuse' in decision) {
      const { transaction, session_id } = frame ?? {};
      browser.send(JSON.stringify({ janus: 'error', transaction, session_id, error: decision.refuse }));
      settings.onRefused?.(authorised, String((frame?.['body'] as Frame | undefined)?.['request'] ?? frame?.['janus']), decision.refuse.reason);
      return;
    }
    const { pass } = decision;
    if (pass['janus'] === 'create') askedForSession.set(String(pass['transaction']), 'create');
    if (pass['janus'] === 'claim') askedForSession.set(String(pass['transaction']), Number(pass['session_id']));
    const text = JSON.stringify({ ...pass, apisecret: settings.apiSecret });
    const body = pass['body'] as Frame | undefined;
    if (body?.['request'] === 'join' && body['ptype'] === 'publisher') joins.set(String(pass['transaction']), text);
    toJanus(text);
  });

  janus.on('open', () => early.splice(0).forEach((text) => janus.send(text)));
  janus.on('message', (data) => {
    const text = String(data);
    const frame = askedForSession.size + joins.size > 0 ? parsed(text) : null;
    const transaction = String(frame?.['transaction']);
    if (frame && frame['janus'] !== 'ack') {
      const asked = askedForSession.get(transaction);
      if (asked !== undefined && frame['janus'] === 'success') {
        sessions.add(asked === 'create' ? Number((frame['data'] as { id: number }).id) : asked);
        if (asked !== 'create') tell({ kind: 'session-claimed' }, asked);
      }
      askedForSession.delete(transaction);
      const join = joins.get(transaction);
      joins.delete(transaction);
      if (join !== undefined && authorised.kind === 'seat' && isSeatTaken(frame)) {
        settings.vacateSeat(authorised.roomId, authorised.opaqueId).then(() => toJanus(join), () => browser.terminate());
        return;
      }
    }
    if (browser.bufferedAmount > MAX_BUFFERED_BYTES) browser.terminate();
    else browser.send(text);
  });

  // A frozen or cut-off browser says nothing: what is owed too long ends the connection, as Janus' own
  // pings would. Looks are counted, not milliseconds: when this process itself stood still, answers
  // wait to be read. A browser that has begun to close and froze would hold its socket for half a minute.
  const everyMs = settings.pingEveryMs ?? 2_000;
  const looksAllowed = Math.ceil((settings.pingTimeoutMs ?? 5_000) / everyMs);
  const heart = setInterval(() => {
    if (browser.readyState !== WebSocket.OPEN || owedLooks > looksAllowed) browser.terminate();
    else if (owedLooks++ === 0) browser.ping(randomUUID());
  }, everyMs);
  browser.on('pong', noteSignOfLife);

  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    clearInterval(heart);
    sessions.forEach((session) => tell({ kind: 'transport-disconnected' }, session));
    browser.terminate();
    janus.terminate();
  };
  browser.on('close', end);
  browser.on('error', end);
  janus.on('close', end);
  janus.on('error', end);
}
