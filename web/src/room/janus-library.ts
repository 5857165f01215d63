/**
 * janus.js (the official client) behind promises, and with a socket that can be given up.
 *
 * Two habits of janus.js make that necessary: a socket that is silently dead is noticed only when the
 * browser closes it, minutes later; and after a claim the old socket's late end is taken for the new one's.
 */
import janusModule, { type JanusJS } from 'janus-gateway';
import adapter from 'webrtc-adapter';

export type JanusSession = JanusJS.Janus;
export type Handle = JanusJS.PluginHandle;
export type Message = JanusJS.Message;
export type Jsep = JanusJS.JSEP;
export type HandleEvents = Pick<JanusJS.PluginCallbacks, 'onmessage' | 'iceState' | 'webrtcState' | 'mediaState' | 'slowLink' | 'onremotetrack' | 'oncleanup' | 'ondetached'>;

// The package's types are written for CommonJS, its code is an ES module: the default is the class itself.
const Janus = janusModule as unknown as typeof janusModule.default;

/** The newest socket to each address; every connection has an address of its own. */
const sockets = new Map<string, SupervisedSocket>();

/** A WebSocket that knows whether it has heard something, and is silent once it was given up. */
class SupervisedSocket extends WebSocket {
  heard = true;
  #givenUp = false;

  constructor(address: string, protocol: string) {
    super(address, protocol);
    sockets.set(address, this);
    super.addEventListener('message', () => { this.heard = true; });
  }

  override addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void {
    super.addEventListener(type, (event) => {
      if (this.#givenUp) return;
      if (typeof listener === 'function') listener.call(this, event);
      else listener.handleEvent(event);
    }, options);
  }

  giveUp(): void {
    this.#givenUp = true;
    this.close();
  }
}

/** Whether anything came from the address since this was last asked; true while there is no socket. */
export function heardFrom(address: string): boolean {
  const socket = sockets.get(address);
  if (!socket) return true;
  const { heard } = socket;
  socket.heard = false;
  return heard;
}

/** Closes the socket without a word of it reaching janus.js. */
export function giveUpSocket(address: string): void {
  sockets.get(address)?.giveUp();
  sockets.delete(address);
}

let initialised: Promise<void> | undefined;
function initialise(): Promise<void> {
  initialised ??= new Promise((resolve) => {
    Janus.init({ debug: false, dependencies: Janus.useDefaultDependencies({ adapter, WebSocket: SupervisedSocket as never }), callback: resolve });
  });
  return initialised;
}

const KEEPALIVE_MS = 2_000;
const ANSWER_MS = 5_000;

/** Rejects when nothing came in time: janus.js forgets a request whose socket has died. */
export function within<T>(milliseconds: number, what: string, run: (resolve: (value: T) => void, reject: (cause: Error) => void) => void): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${what}: no answer`)), milliseconds);
    const settle = <A>(then: (value: A) => void) => (value: A) => { clearTimeout(timer); then(value); };
    run(settle(resolve), settle(reject));
  });
}

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));

/** Opens a session. `onLost` is called when its socket ends; the session can then be claimed. */
export async function openSession(server: string, iceServers: RTCIceServer[], onLost: (session: JanusSession) => void): Promise<JanusSession> {
  await initialise();
  let open = false;
  return within(ANSWER_MS, 'opening a session', (resolve, reject) => {
    const session: JanusSession = new Janus({
      server, iceServers, keepAlivePeriod: KEEPALIVE_MS, destroyOnUnload: false,
      success: () => { open = true; resolve(session); },
      error: (cause) => { if (open) onLost(session); else reject(asError(cause)); },
    });
  });
}

/** Takes the session up again over a new socket. Rejects when Janus does not know it any more. */
export function claimSession(session: JanusSession): Promise<void> {
  return within(ANSWER_MS, 'claiming the session', (resolve, reject) => {
    session.reconnect({ success: () => resolve(), error: (cause) => reject(asError(cause)) });
  });
}

/** Ends the session here and, as far as it can still be reached, at Janus. Never rejects. */
export function endSession(session: JanusSession): Promise<void> {
  return within<void>(2_000, 'ending the session', (resolve) => {
    session.destroy({ cleanupHandles: true, notifyDestroyed: false, success: () => resolve(), error: () => resolve() });
  }).catch(() => undefined);
}

export type HandlePurpose = 'publisher' | 'subscriber' | 'self-test';

export function attach(session: JanusSession, plugin: 'videoroom' | 'echotest', purpose: HandlePurpose, events: HandleEvents): Promise<Handle> {
  return within(ANSWER_MS, `attaching as ${purpose}`, (resolve, reject) => {
    session.attach({ plugin: `janus.plugin.${plugin}`, opaqueId: purpose, ...events, success: resolve, error: (cause) => reject(asError(cause)) });
  });
}

/** Sends a request; resolves when Janus has taken it. What comes of it arrives through `onmessage`. */
export function send(handle: Handle, message: { request: string; [field: string]: unknown }, jsep?: Jsep): Promise<void> {
  return within(ANSWER_MS, message.request, (resolve, reject) => {
    handle.send({ message, jsep, success: () => resolve(), error: (cause) => reject(asError(cause)) });
  });
}

export function offer(handle: Handle, options: { tracks?: MediaStreamTrack[]; iceRestart?: boolean; receive?: boolean }): Promise<Jsep> {
  return new Promise((resolve, reject) => {
    const tracks = options.tracks?.map((track) => ({
      type: track.kind === 'audio' ? ('audio' as const) : ('video' as const), capture: track, recv: options.receive ?? false,
      // The camera outlives the connection: it is not asked for again after a break.
      dontStop: true,
    }));
    handle.createOffer({ tracks, iceRestart: options.iceRestart, success: resolve, error: reject });
  });
}

export function answer(handle: Handle, jsep: Jsep): Promise<Jsep> {
  return new Promise((resolve, reject) => handle.createAnswer({ jsep, success: resolve, error: (cause) => reject(asError(cause)) }));
}

export function accept(handle: Handle, jsep: Jsep): Promise<void> {
  return new Promise((resolve, reject) => handle.handleRemoteJsep({ jsep, success: () => resolve(), error: (cause) => reject(asError(cause)) }));
}
