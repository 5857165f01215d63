/**
 * Which words a participant's browser may say to Janus, and how they are passed on. Pure.
 *
 * Every frame is built anew from what is allowed in it: the room, the person's own id, the pin and
 * the token are put in here, whatever the browser wrote, and nothing that records, forwards, mutes
 * others, or makes, changes or ends rooms has a way through.
 */
import { z } from 'zod';

/** Who speaks on this connection, as the API has authorised it. */
export type MediaGuest =
  | { kind: 'seat'; hearingId: string; roomId: string; opaqueId: string; pin: string; token: string }
  /** Somebody who tests devices: the echo only, no room. */
  | { kind: 'self-test' };

export type Frame = Record<string, unknown>;
export type FrameDecision =
  | { pass: Frame }
  /** Answered to the browser as Janus would; never reaches Janus. `code` is Janus' own. */
  | { refuse: { code: number; reason: string } };

const id = z.number().int().positive();
const transaction = z.string().min(1).max(64);
const inSession = { transaction, session_id: id };
const onHandle = { ...inSession, handle_id: id };
const mid = z.string().max(16);
const jsep = z.object({ type: z.enum(['offer', 'answer']), sdp: z.string().max(200_000) });
const candidate = z.union([
  z.object({ completed: z.literal(true) }),
  z.object({ candidate: z.string().max(1_000), sdpMid: z.string().max(16).nullish(), sdpMLineIndex: z.number().int().nullish(), usernameFragment: z.string().max(256).nullish() }),
]);

const frameSchema = z.discriminatedUnion('janus', [
  z.object({ janus: z.literal('create'), transaction }),
  z.object({ janus: z.literal('claim'), ...inSession }),
  z.object({ janus: z.literal('keepalive'), ...inSession }),
  z.object({ janus: z.literal('destroy'), ...inSession }),
  z.object({ janus: z.literal('attach'), ...inSession, plugin: z.enum(['janus.plugin.videoroom', 'janus.plugin.echotest']), opaque_id: z.enum(['publisher', 'subscriber', 'self-test']) }),
  z.object({ janus: z.literal('detach'), ...onHandle }),
  z.object({ janus: z.literal('hangup'), ...onHandle }),
  z.object({ janus: z.literal('trickle'), ...onHandle, candidate: candidate.optional(), candidates: z.array(candidate).max(64).optional() }),
  z.object({ janus: z.literal('message'), ...onHandle, body: z.record(z.string(), z.unknown()), jsep: jsep.optional() }),
]);

const streams = z.array(z.object({ feed: z.string().max(128), mid: mid.optional() })).max(256);
/** What is left of a subscription is named by the subscriber's own stream (`sub_mid`) or by the feed. */
const endedStreams = z.array(z.object({ feed: z.string().max(128).optional(), mid: mid.optional(), sub_mid: mid.optional() })).max(256);

/** The videoroom requests of a participant. No field that is not named here is passed on. */
const roomRequestSchema = z.discriminatedUnion('request', [
  z.discriminatedUnion('ptype', [
    z.object({ request: z.literal('join'), ptype: z.literal('publisher') }),
    z.object({ request: z.literal('join'), ptype: z.literal('subscriber'), streams, private_id: z.number().int().optional() }),
  ]),
  z.object({ request: z.literal('publish') }),
  z.object({ request: z.literal('unpublish') }),
  z.object({ request: z.literal('configure'), restart: z.boolean().optional(), update: z.boolean().optional(), streams: z.array(z.object({ mid, send: z.boolean().optional() })).max(64).optional() }),
  z.object({ request: z.literal('start') }),
  z.object({ request: z.literal('subscribe'), streams }),
  z.object({ request: z.literal('unsubscribe'), streams: endedStreams }),
  z.object({ request: z.literal('update'), subscribe: streams.optional(), unsubscribe: endedStreams.optional() }),
  z.object({ request: z.literal('leave') }),
]);

const echoRequestSchema = z.object({ audio: z.boolean().optional(), video: z.boolean().optional() }).strict();

const refuse = (code: number, reason: string): FrameDecision => ({ refuse: { code, reason } });

function roomRequest(guest: MediaGuest & { kind: 'seat' }, body: Record<string, unknown>): Frame | null {
  const parsed = roomRequestSchema.safeParse(body);
  if (!parsed.success) return null;
  if (parsed.data.request !== 'join') return parsed.data;
  const place = { ...parsed.data, room: guest.roomId, pin: guest.pin };
  return parsed.data.ptype === 'publisher' ? { ...place, id: guest.opaqueId, token: guest.token } : place;
}

/**
 * @param frame what the browser sent, parsed from JSON.
 * @param ownsSession whether this connection made or claimed that Janus session.
 * @returns the frame for Janus, without the api secret, or why it does not go there.
 */
export function decideFrame(guest: MediaGuest, frame: unknown, ownsSession: (session: number) => boolean): FrameDecision {
  const parsed = frameSchema.safeParse(frame);
  if (!parsed.success) return refuse(403, 'Not a request that a participant may make');
  const { data } = parsed;
  if (data.janus === 'create' || data.janus === 'claim') return { pass: data };
  if (!ownsSession(data.session_id)) return refuse(458, 'No such session');
  switch (data.janus) {
    case 'keepalive': case 'destroy': case 'detach': case 'hangup': case 'trickle':
      return { pass: data };
    case 'attach': {
      const isRoom = data.plugin === 'janus.plugin.videoroom';
      if (isRoom !== (guest.kind === 'seat' && data.opaque_id !== 'self-test')) return refuse(403, 'Not a part of Janus for this connection');
      return { pass: { ...data, opaque_id: handleName(guest, data.opaque_id) } };
    }
    case 'message': {
      const echo = echoRequestSchema.safeParse(data.body);
      const body = echo.success ? echo.data : guest.kind === 'seat' ? roomRequest(guest, data.body) : null;
      return body ? { pass: { ...data, body } } : refuse(403, 'Not a request that a participant may make');
    }
  }
}

/** The name that Janus' events carry for a handle: `<hearing>|<opaque id>|<purpose>`. */
export function handleName(guest: MediaGuest, purpose: 'publisher' | 'subscriber' | 'self-test'): string {
  return guest.kind === 'seat' ? `${guest.hearingId}|${guest.opaqueId}|${purpose}` : 'self-test';
}
