/**
 * The self-test before a hearing (G2, G5, G7): camera, microphone and network, against the media
 * server itself: what it echoes has gone the whole way. Nothing to install, nothing recorded.
 */
import { captureConstraints } from '#web/room/local-media.ts';
import { accept, attach, endSession, giveUpSocket, offer, openSession, within, type Handle, type JanusSession } from '#web/room/janus-library.ts';

export type SelfTestFailure =
  | { at: 'camera'; reason: string }
  | { at: 'microphone'; reason: string }
  /** The court's server does not answer: no network at all, or not signed in. */
  | { at: 'server' }
  /** The server answers, but sound and picture find no way (UDP blocked, say). */
  | { at: 'media-path' }
  /** A way was found, and no picture came back. */
  | { at: 'echo' };

export interface SelfTestMeasures {
  /** Milliseconds from asking to the first picture of the own camera, to the media connection, to the echo. */
  cameraMs: number;
  connectedMs: number;
  echoMs: number;
  roundTripMs: number | null;
  /** Of the packets sent, 0 to 1. */
  loss: number;
  jitterMs: number | null;
  kilobitsPerSecond: number;
  framesPerSecond: number;
  /** The loudest that the microphone was, 0 to 1: nearly 0 means that nothing was heard. */
  microphoneLevel: number;
}

export type SelfTestResult = { passed: true; measures: SelfTestMeasures } | { passed: false; failure: SelfTestFailure };

export interface SelfTestOptions {
  socketAddress?: string;
  iceServers?: RTCIceServer[];
  /** How long the echo is measured. */
  milliseconds?: number;
  /** Shown while it runs: the own camera, and what came back. */
  onLocal?(stream: MediaStream): void;
  onEcho?(stream: MediaStream): void;
}

const CONNECT_MS = 15_000;
const ECHO_MS = 5_000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function capture(): Promise<MediaStream | SelfTestFailure> {
  const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.name : 'unknown');
  try {
    return await navigator.mediaDevices.getUserMedia(captureConstraints);
  } catch (both) {
    try {
      (await navigator.mediaDevices.getUserMedia({ audio: true })).getTracks().forEach((track) => track.stop());
    } catch (cause) {
      return { at: 'microphone', reason: reasonOf(cause) };
    }
    return { at: 'camera', reason: reasonOf(both) };
  }
}

interface Counters { framesDecoded: number; bytesReceived: number; lost: number; received: number; jitter: number | null; roundTrip: number | null; audioLevel: number; fps: number }

async function count(connection: RTCPeerConnection): Promise<Counters> {
  const counters: Counters = { framesDecoded: 0, bytesReceived: 0, lost: 0, received: 0, jitter: null, roundTrip: null, audioLevel: 0, fps: 0 };
  (await connection.getStats()).forEach((entry: Record<string, unknown>) => {
    const number = (name: string) => (typeof entry[name] === 'number' ? (entry[name] as number) : 0);
    if (entry['type'] === 'inbound-rtp') {
      counters.bytesReceived += number('bytesReceived');
      counters.lost += Math.max(0, number('packetsLost'));
      counters.received += number('packetsReceived');
      counters.jitter = Math.max(counters.jitter ?? 0, number('jitter'));
      if (entry['kind'] === 'video') {
        counters.framesDecoded = number('framesDecoded');
        counters.fps = number('framesPerSecond');
      }
    }
    if (entry['type'] === 'candidate-pair' && entry['nominated'] === true) counters.roundTrip = number('currentRoundTripTime');
    if (entry['type'] === 'media-source' && entry['kind'] === 'audio') counters.audioLevel = number('audioLevel');
  });
  return counters;
}

/** Runs the whole test once. Never rejects; camera and microphone are given back at its end. */
export async function runSelfTest(options: SelfTestOptions = {}): Promise<SelfTestResult> {
  const failed = (failure: SelfTestFailure): SelfTestResult => ({ passed: false, failure });
  const begun = performance.now();
  const since = () => Math.round(performance.now() - begun);
  const stream = await capture();
  if (!(stream instanceof MediaStream)) return failed(stream);
  const cameraMs = since();
  options.onLocal?.(stream);
  const address = new URL(options.socketAddress ?? '/media/janus?self-test=1', location.href);
  address.protocol = address.protocol === 'https:' || address.protocol === 'wss:' ? 'wss:' : 'ws:';
  address.searchParams.set('connection', crypto.getRandomValues(new Uint32Array(1)).join());
  let session: JanusSession | undefined;
  try {
    session = await openSession(address.href, options.iceServers ?? [], () => undefined).catch(() => undefined);
    if (!session) return failed({ at: 'server' });
    const handle = await connectEcho(session, stream, options.onEcho).catch(() => null);
    const connection = handle?.webrtcStuff.pc;
    if (!connection) return failed({ at: 'media-path' });
    const connectedMs = since();
    const echoLimit = performance.now() + ECHO_MS;
    let first = await count(connection);
    while (first.framesDecoded === 0) {
      if (performance.now() > echoLimit) return failed({ at: 'echo' });
      await pause(50);
      first = await count(connection);
    }
    const echoMs = since();
    return { passed: true, measures: { cameraMs, connectedMs, echoMs, ...(await measure(connection, first, options.milliseconds ?? 3_000)) } };
  } catch {
    return failed({ at: 'server' });
  } finally {
    if (session) await endSession(session);
    giveUpSocket(address.href);
    stream.getTracks().forEach((track) => track.stop());
  }
}

async function connectEcho(session: JanusSession, stream: MediaStream, onEcho?: (stream: MediaStream) => void): Promise<Handle> {
  const echo = new MediaStream();
  return within(CONNECT_MS, 'media path', (resolve, reject) => {
    let handle: Handle | undefined;
    attach(session, 'echotest', 'self-test', {
      onmessage: (message, jsep) => {
        if (message.error !== undefined) reject(new Error(message.error));
        if (jsep && handle) accept(handle, jsep).catch(reject);
      },
      onremotetrack: (track, _mid, on) => {
        if (on) echo.addTrack(track);
        onEcho?.(echo);
      },
      webrtcState: (up) => { if (up && handle) resolve(handle); else if (!up) reject(new Error('no path')); },
    }).then(async (attached) => {
      handle = attached;
      const jsep = await offer(attached, { tracks: stream.getTracks(), receive: true });
      attached.send({ message: { audio: true, video: true } as never, jsep });
    }).catch(reject);
  });
}

async function measure(connection: RTCPeerConnection, first: Counters, milliseconds: number) {
  let microphoneLevel = 0;
  const begun = performance.now();
  let last = first;
  while (performance.now() - begun < milliseconds) {
    await pause(200);
    last = await count(connection);
    microphoneLevel = Math.max(microphoneLevel, last.audioLevel);
  }
  const seconds = (performance.now() - begun) / 1_000;
  const lost = last.lost - first.lost;
  const received = last.received - first.received;
  return {
    roundTripMs: last.roundTrip === null ? null : Math.round(last.roundTrip * 1_000),
    loss: lost + received === 0 ? 0 : lost / (lost + received),
    jitterMs: last.jitter === null ? null : Math.round(last.jitter * 1_000),
    kilobitsPerSecond: Math.round(((last.bytesReceived - first.bytesReceived) * 8) / 1_000 / seconds),
    framesPerSecond: Math.round((last.framesDecoded - first.framesDecoded) / seconds),
    microphoneLevel,
  };
}
