/**
 * An SMS platform as the court would have one, reached over HTTP (adapters/sms/http-gateway.ts), that counts: it sends
 * whatever it is given, however often, so that a message which the court sends twice is seen twice. What was sent also
 * stands in the demonstration's outbox, where people find their codes.
 *
 * If this process dies, the platform is away; the test ends with it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Sql } from '#db/connect.ts';

export interface Sms { key: string; phone: string; text: string }

export interface SmsPlatform {
  url: string;
  /** Everything that was ever accepted, in its order. */
  sent: Sms[];
  /** Called once a message is accepted and before the court hears of it. True: the court never hears of it. */
  afterAccepting: (sms: Sms) => boolean;
  /** `refusing`: it takes nothing and says so; `mute`: it sends what it is given, says nothing of it, and cannot be asked. */
  trouble: 'none' | 'refusing' | 'mute';
  /** From now on people find their messages in this court's outbox. */
  showIn(sql: Sql): void;
  close(): Promise<void>;
}

export async function startSmsPlatform(): Promise<SmsPlatform> {
  const receipts = new Map<string, { key: string; sentAt: string; deliveredAt: string }>();
  let outbox: Sql | undefined;
  const server = createServer((request, response) => void (async () => {
    const answer = (status: number, body: unknown) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.method === 'GET') {
      if (platform.trouble === 'mute') return answer(500, {});
      const known = receipts.get(decodeURIComponent(request.url?.slice(1) ?? ''));
      return answer(known ? 200 : 404, known ?? {});
    }
    const sms = JSON.parse(await text(request)) as Sms;
    if (platform.trouble === 'refusing') return answer(500, {});
    const now = new Date().toISOString();
    platform.sent.push(sms);
    receipts.set(sms.key, { key: sms.key, sentAt: now, deliveredAt: now });
    if (outbox) await outbox`insert into sms_outbox (key, phone, text, delivered_at) values (${sms.key}, ${sms.phone}, ${sms.text}, ${now}) on conflict do nothing`;
    if (platform.trouble === 'mute' || platform.afterAccepting(sms)) return request.socket.destroy();
    return answer(200, receipts.get(sms.key));
  })().catch(() => request.socket.destroy()));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const platform: SmsPlatform = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: [],
    afterAccepting: () => false,
    trouble: 'none',
    showIn(sql) { outbox = sql; },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
  return platform;
}
