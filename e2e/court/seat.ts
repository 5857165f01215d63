/**
 * A seat that is taken without camera and microphone: the socket of the room through the API's proxy, joined as a
 * publisher that sends nothing. Enough for presence, and light; pictures and sound are for browsers.
 */
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { Person } from '#e2e/court/person.ts';

interface Answer { janus: string; transaction?: string; session_id?: number; sender?: number; data?: { id: number }; plugindata?: { data?: { videoroom?: string; error?: string } }; error?: { reason: string } }

export interface Seat {
  leave(): Promise<void>;
}

export async function takeSeat(person: Person, hearingId: string): Promise<Seat> {
  const { socketPath } = await person.post<{ socketPath: string }>(`/api/hearings/${hearingId}/entrance`, { hearingId });
  const address = new URL(socketPath, person.baseUrl);
  const origin = address.origin;
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(address, 'janus-protocol', { headers: { cookie: person.cookie }, origin });
  await new Promise<void>((resolve, reject) => { socket.once('open', () => resolve()); socket.once('error', reject); });
  const waiting = new Map<string, (answer: Answer) => void>();
  socket.on('message', (data) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.janus !== 'ack' && answer.transaction) waiting.get(answer.transaction)?.(answer);
  });
  const ask = async (frame: Record<string, unknown>): Promise<Answer> => {
    const transaction = randomUUID();
    const answer = await new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${person.who}: no answer to ${String(frame['janus'])}`)), 15_000);
      waiting.set(transaction, (told) => { clearTimeout(timer); waiting.delete(transaction); resolve(told); });
      socket.send(JSON.stringify({ ...frame, transaction }));
    });
    const problem = answer.error?.reason ?? answer.plugindata?.data?.error;
    if (problem !== undefined) throw new Error(`${person.who}: ${problem}`);
    return answer;
  };
  const session = (await ask({ janus: 'create' })).data?.id;
  const handle = (await ask({ janus: 'attach', session_id: session, plugin: 'janus.plugin.videoroom', opaque_id: 'publisher' })).data?.id;
  await ask({ janus: 'message', session_id: session, handle_id: handle, body: { request: 'join', ptype: 'publisher' } });
  const keepAlive = setInterval(() => socket.send(JSON.stringify({ janus: 'keepalive', session_id: session, transaction: randomUUID() })), 20_000);
  socket.once('close', () => clearInterval(keepAlive));
  return {
    async leave() {
      if (socket.readyState !== WebSocket.OPEN) return;
      const closed = new Promise((resolve) => { socket.once('close', resolve); });
      socket.close();
      await closed;
    },
  };
}
