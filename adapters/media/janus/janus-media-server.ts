/**
 * The media server as Janus' videoroom, one short connection a call.
 *
 * If the process dies in the middle of a call: each call is made of requests that may be repeated,
 * and is repeated whole by the activity. Rooms that were made here vanish when Janus restarts
 * (`media-host.ts` makes them again).
 */
import { mkdir } from 'node:fs/promises';
import { MediaServerError, type MediaServer, type MediaServerFailure, type OpaqueId, type RoomId, type SeatedParticipant } from '#adapters/media/media-server.ts';
import { type Ask, type JanusAddress, withPlugin } from '#adapters/media/janus/videoroom-connection.ts';
import { nobodysToken, roomPin, roomSecret, seatToken } from '#adapters/media/seat-credentials.ts';

const VIDEOROOM = 'janus.plugin.videoroom';
const ECHOTEST = 'janus.plugin.echotest';

export interface JanusMediaServerSettings extends JanusAddress {
  /** `admin_key` of the videoroom; the rooms' secrets are made from it too. */
  adminKey: string;
}

function isFailure(cause: unknown, ...failures: MediaServerFailure[]): boolean {
  return cause instanceof MediaServerError && failures.includes(cause.failure);
}

/** Runs `attempt`; these failures mean that there is nothing left to do. */
async function unless(failures: MediaServerFailure[], attempt: Promise<unknown>): Promise<void> {
  await attempt.catch((cause: unknown) => {
    if (!isFailure(cause, ...failures)) throw cause;
  });
}

function participantsOf(data: Record<string, unknown>): SeatedParticipant[] {
  const listed = Array.isArray(data['participants']) ? (data['participants'] as unknown[]) : [];
  return listed.map((entry) => {
    const { id, publisher } = entry as { id?: unknown; publisher?: unknown };
    return { opaqueId: String(id), publishing: publisher === true };
  });
}

/** @returns a media server whose calls all end within a few times `timeoutMs`. */
export function createJanusMediaServer(settings: JanusMediaServerSettings): MediaServer {
  const { adminKey } = settings;
  const videoroom = <T>(converse: (ask: Ask) => Promise<T>): Promise<T> => withPlugin(settings, VIDEOROOM, converse);
  const of = (roomId: RoomId) => ({ room: roomId, secret: roomSecret(adminKey, roomId) });
  const tokens = (ask: Ask, roomId: RoomId, action: 'add' | 'remove', seats: OpaqueId[]) =>
    ask({ request: 'allowed', ...of(roomId), action, allowed: seats.map((seat) => seatToken(adminKey, roomId, seat)) });

  return {
    async health() {
      try {
        await videoroom((ask) => ask({ request: 'exists', room: 'health' }));
      } catch (cause) {
        return { healthy: false, echo: false, problem: String((cause as Error).message) };
      }
      const echo = await withPlugin(settings, ECHOTEST, async () => true).catch(() => false);
      return { healthy: true, echo };
    },

    async createRoom(room) {
      // Janus makes the last folder only, and not at all when it may not.
      await mkdir(room.recordingsFolder, { recursive: true });
      return videoroom(async (ask) => {
        let created = true;
        await ask({
          request: 'create', admin_key: adminKey, ...of(room.roomId), pin: roomPin(adminKey, room.roomId), permanent: false,
          is_private: true, description: room.roomId, publishers: 64,
          // With the pin alone a stranger could watch: Janus checks tokens of publishers only.
          require_pvtid: true,
          allowed: [nobodysToken(adminKey, room.roomId), ...room.seats.map((seat) => seatToken(adminKey, room.roomId, seat))],
          audiocodec: 'opus', videocodec: 'vp8', opus_fec: true,
          bitrate: room.videoBitrate, bitrate_cap: true, fir_freq: room.keyFrameSeconds,
          record: room.recording, rec_dir: room.recordingsFolder, lock_record: true,
        }).catch((cause: unknown) => {
          if (!isFailure(cause, 'conflict')) throw cause;
          created = false;
        });
        if (!created) {
          await tokens(ask, room.roomId, 'add', room.seats);
          await ask({ request: 'enable_recording', ...of(room.roomId), record: room.recording });
        }
        return { created };
      });
    },

    roomExists: (roomId) => videoroom(async (ask) => (await ask({ request: 'exists', room: roomId }))['exists'] === true),

    addSeat: (roomId, opaqueId) => videoroom(async (ask) => void (await tokens(ask, roomId, 'add', [opaqueId]))),

    removeSeat: (roomId, opaqueId) => videoroom(async (ask) => {
      await tokens(ask, roomId, 'remove', [opaqueId]);
      await unless(['not-found'], ask({ request: 'kick', ...of(roomId), id: opaqueId }));
    }),

    vacateSeat: (roomId, opaqueId) => videoroom((ask) => unless(['not-found'], ask({ request: 'kick', ...of(roomId), id: opaqueId }))),

    listParticipants: (roomId) => videoroom(async (ask) => participantsOf(await ask({ request: 'listparticipants', room: roomId }))),

    setRecording: (roomId, on) => videoroom(async (ask) => void (await ask({ request: 'enable_recording', ...of(roomId), record: on }))),

    stopMedia: (roomId, opaqueId, stopped) => videoroom(async (ask) => {
      // One message a medium: the browser offers its microphone as the first, its camera as the second.
      for (const mid of ['0', '1']) {
        await unless(['not-found'], ask({ request: 'moderate', ...of(roomId), id: opaqueId, mid, mute: stopped }));
      }
    }),

    destroyRoom: (roomId) => videoroom(async (ask) => {
      // Recording off first, so that every file is closed before its participants are put out.
      await unless(['not-found'], ask({ request: 'enable_recording', ...of(roomId), record: false }));
      await unless(['not-found'], ask({ request: 'destroy', ...of(roomId), permanent: false }));
    }),
  };
}
