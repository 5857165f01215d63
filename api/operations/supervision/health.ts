/** Are the parts that this process needs reachable, and how fast? Asked now, kept nowhere. */
import { WebSocket } from 'ws';
import type { Services } from '#api/context.ts';

export interface PartHealth { part: string; healthy: boolean; detail: string }

const patienceMs = 2_000;

export async function healthOfParts(services: Pick<Services, 'sql' | 'temporal' | 'environment'>): Promise<PartHealth[]> {
  return Promise.all([
    measured('postgresql', () => services.sql`select 1`),
    measured('temporal', () => services.temporal.connection.withDeadline(Date.now() + patienceMs, () => services.temporal.workflowService.getSystemInfo({}))),
    measured('janus', () => opens(services.environment.media.janusUrl)),
  ]);
}

async function measured(part: string, ask: () => PromiseLike<unknown>): Promise<PartHealth> {
  const from = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs); });
  try {
    await Promise.race([ask(), late]);
    return { part, healthy: true, detail: `${Math.round(performance.now() - from)} ms` };
  } catch (error) {
    return { part, healthy: false, detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** Janus answers on its socket before anybody has said who they are. */
function opens(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'janus-protocol', { handshakeTimeout: patienceMs });
    socket.once('open', () => { socket.close(); resolve(); });
    socket.once('error', reject);
  });
}
