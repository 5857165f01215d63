import { z } from 'zod';

/**
 * What the media server and the participants' pages said, as they said it: evidence, never changed
 * and never decided upon here (see `presence.ts`).
 *
 * Janus says `leaving` for a deliberate leave and, later, the identical `leaving` for a lost network:
 * only the order of events tells them apart, so every event that belongs to the order is kept.
 */

const media = z.enum(['audio', 'video']);

/** What Janus reports through its event handler, in our words. */
const janusKinds = [
  // Core: the media server itself; concerns everybody in its rooms (`opaqueId` null).
  z.object({ kind: z.literal('server-started') }),
  z.object({ kind: z.literal('server-stopped') }),
  // Transport (type 128): the web socket between the API's proxy and Janus.
  z.object({ kind: z.literal('transport-connected') }),
  z.object({ kind: z.literal('transport-disconnected') }),
  // Session (type 1).
  z.object({ kind: z.literal('session-created') }),
  z.object({ kind: z.literal('session-claimed') }),
  z.object({ kind: z.literal('session-timeout') }),
  z.object({ kind: z.literal('session-destroyed') }),
  // Handle (type 2).
  z.object({ kind: z.literal('handle-attached') }),
  z.object({ kind: z.literal('handle-detached') }),
  // WebRTC (type 16). `reason` is Janus's own text, for example "DTLS alert", "Close PC", "ICE failed".
  z.object({ kind: z.literal('webrtc-up') }),
  z.object({ kind: z.literal('webrtc-hangup'), reason: z.string() }),
  z.object({ kind: z.literal('ice-state'), state: z.string() }),
  // Media (type 32). `receiving: false` comes when no packet arrived for `no_media_timer` seconds.
  z.object({ kind: z.literal('media-receiving'), medium: media, mid: z.string(), receiving: z.boolean() }),
  z.object({ kind: z.literal('slow-link'), medium: media, mid: z.string(), lostPackets: z.number().int().nonnegative() }),
  // Video room plugin (type 64).
  z.object({ kind: z.literal('joined') }),
  z.object({ kind: z.literal('published') }),
  z.object({ kind: z.literal('unpublished') }),
  z.object({ kind: z.literal('leaving') }),
  z.object({ kind: z.literal('kicked') }),
] as const;

/** What the person's own page reports to our server. */
const pageKinds = [
  /** A sign of life, at most every two seconds; keeping one in ten seconds is enough for the record. */
  z.object({ kind: z.literal('client-ping') }),
  /** The person pressed "leave" and confirmed it. */
  z.object({ kind: z.literal('leave-pressed') }),
  /** The `pagehide` beacon. `persisted`: the browser may bring the page back (back-forward cache). */
  z.object({ kind: z.literal('page-closed'), persisted: z.boolean() }),
  /** `visibilitychange`: a locked phone, an incoming call, another app in front. */
  z.object({ kind: z.literal('page-hidden') }),
  z.object({ kind: z.literal('page-visible') }),
  /** The person switched camera or microphone off or on, in the page. */
  z.object({ kind: z.literal('media-switched'), medium: media, on: z.boolean() }),
  /** The browser lost the device (track ended, permission withdrawn) or got it back. `reason` is the browser's. */
  z.object({ kind: z.literal('device-lost'), medium: media, reason: z.string() }),
  z.object({ kind: z.literal('device-restored'), medium: media }),
  /** The ICE state that the page saw: UDP alone cut shows here, and nowhere in Janus for 45 s. */
  z.object({ kind: z.literal('client-ice-state'), state: z.enum(['connected', 'disconnected', 'failed', 'closed']) }),
] as const;

/** Fields of every raw event. */
const common = z.object({
  /** Unique, and the order of two events of the same millisecond follows the order of arrival. */
  id: z.string().min(1),
  /** Milliseconds since 1970 by the media host's clock: when it happened, not when it was delivered. */
  at: z.number().int().nonnegative(),
  /** Which media host says so, for example "media-1". */
  mediaHost: z.string().min(1),
  hearingId: z.string().min(1),
  /** The person's name inside the room of this hearing; null for what concerns the whole media server. */
  opaqueId: z.string().min(1).nullable(),
  /** The Janus session, where there is one: tells the tail of an old session from the new one after a reload. */
  session: z.string().nullable(),
});

export const rawMediaEventSchema = common.and(z.discriminatedUnion('kind', [...janusKinds, ...pageKinds]));

/** One raw event. Plain data; `opaqueId` is one a person and hearing, the same after every reconnect. */
export type RawMediaEvent = z.infer<typeof rawMediaEventSchema>;
export type RawMediaEventKind = RawMediaEvent['kind'];
export type Medium = z.infer<typeof media>;
