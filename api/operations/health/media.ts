/** Janus: does it answer, which version, which rooms it has and how many sit in each. */
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { withPlugin } from '#adapters/media/janus/videoroom-connection.ts';
import type { HealthLook } from '#api/contract/health.ts';

const patienceMs = 2_000;

export async function mediaHealth(media: { janusUrl: string; apiSecret: string; adminKey: string }): Promise<HealthLook['media']> {
  try {
    const [version, listed] = await Promise.all([
      versionOf(media.janusUrl, media.apiSecret),
      // With the key private rooms are listed too, and all of ours are private.
      withPlugin({ url: media.janusUrl, apiSecret: media.apiSecret, timeoutMs: patienceMs }, 'janus.plugin.videoroom', (ask) => ask({ request: 'list', admin_key: media.adminKey })),
    ]);
    const rooms = (Array.isArray(listed['list']) ? listed['list'] : []) as { room: unknown; num_participants?: number }[];
    return { version, problem: null, rooms: rooms.filter(({ room }) => !isOfPlugin(room)).map(({ room, num_participants: participants }) => ({ room: String(room), participants: participants ?? 0 })) };
  } catch (error) {
    return { version: null, rooms: [], problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Rooms that Janus' own samples bring have numbers. */
const isOfPlugin = (room: unknown): boolean => typeof room === 'number';

function versionOf(url: string, apiSecret: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'janus-protocol', { handshakeTimeout: patienceMs });
    const late = setTimeout(() => { socket.terminate(); reject(new Error(`Janus did not answer within ${patienceMs} ms`)); }, patienceMs);
    const end = (act: () => void) => { clearTimeout(late); socket.close(); act(); };
    socket.once('open', () => socket.send(JSON.stringify({ janus: 'info', transaction: randomUUID(), apisecret: apiSecret })));
    socket.once('message', (data: Buffer) => {
      const info = JSON.parse(data.toString()) as { version_string?: string };
      end(() => resolve(info.version_string ?? ''));
    });
    socket.once('error', (error) => end(() => reject(error)));
  });
}
