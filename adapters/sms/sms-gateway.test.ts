/** The contract of the port, run against each implementation. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connectSql, type Sql } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { freshDatabase, type TestDatabase } from '#infra/testing/postgres.ts';
import { createHttpGateway } from './http-gateway.ts';
import { createOutbox } from './outbox.ts';
import type { SmsGateway } from './sms-gateway.ts';

/** A platform in the shape that the HTTP implementation asks for. */
function platform(): { server: Server; sent: { key: string; phone: string; text: string }[]; deliver: (key: string) => void } {
  const sent: { key: string; phone: string; text: string }[] = [];
  const receipts = new Map<string, { key: string; sentAt: string; deliveredAt: string | null }>();
  const server = createServer((request, response) => {
    void (async () => {
      const answer = (status: number, body: unknown) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (request.headers.authorization !== 'Bearer right') return answer(401, {});
      if (request.method === 'GET') {
        const receipt = receipts.get(decodeURIComponent(request.url!.slice('/sms/'.length)));
        return receipt ? answer(200, receipt) : answer(404, {});
      }
      let text = '';
      for await (const piece of request) text += String(piece);
      const message = JSON.parse(text) as { key: string; phone: string; text: string };
      if (!receipts.has(message.key)) {
        sent.push(message);
        receipts.set(message.key, { key: message.key, sentAt: new Date().toISOString(), deliveredAt: null });
      }
      return answer(200, receipts.get(message.key));
    })();
  });
  const deliver = (key: string) => receipts.set(key, { ...receipts.get(key)!, deliveredAt: new Date().toISOString() });
  return { server, sent, deliver };
}

describe('SMS gateways', () => {
  let database: TestDatabase;
  let sql: Sql;
  const { server, sent, deliver } = platform();
  let base: string;

  beforeAll(async () => {
    database = await freshDatabase();
    await migrate(database.url);
    sql = connectSql(database.url);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`;
  });
  afterAll(async () => {
    server.close();
    await sql.end();
    await database.drop();
  });

  /** What it is called, how it is made, what it sent, and how a phone comes to acknowledge a message. */
  const implementations: [string, () => SmsGateway, () => Promise<string[]>, (key: string) => void][] = [
    ['the outbox', () => createOutbox(sql, 'demonstration'), async () => (await sql<{ text: string }[]>`select text from sms_outbox order by sent_at`).map(({ text }) => text), () => undefined],
    ['a platform by HTTP', () => createHttpGateway(base, 'right'), async () => sent.map(({ text }) => text), deliver],
  ];

  describe.each(implementations)('%s', (_name, create, texts, acknowledge) => {
    test('sends a key once, and answers every repetition with the same receipt', async () => {
      const gateway = create();
      const message = { key: 'notice-1', phone: '13800000001', text: '开庭通知' };
      const first = await gateway.send(message);
      const [again, atOnce] = await Promise.all([gateway.send(message), gateway.send({ ...message, text: '别的内容' })]);
      expect(again).toEqual(first);
      expect(atOnce).toEqual(first);
      expect(await texts()).toEqual(['开庭通知']);
      expect(Date.parse(first.sentAt)).toBeGreaterThan(0);
    });

    test('knows what became of a key', async () => {
      const gateway = create();
      expect(await gateway.status('never-sent/1')).toBeNull();
      const receipt = await gateway.send({ key: 'never-sent/1', phone: '13800000002', text: '第二条' });
      expect(await gateway.status('never-sent/1')).toEqual(receipt);
    });

    test('knows when the phone acknowledged it; that changes nothing of when it was sent', async () => {
      const gateway = create();
      const { sentAt } = await gateway.send({ key: 'delivered/1', phone: '13800000003', text: '第三条' });
      acknowledge('delivered/1');
      expect(await gateway.status('delivered/1')).toMatchObject({ key: 'delivered/1', sentAt, deliveredAt: expect.stringMatching(/^\d{4}-/) });
    });
  });

  test('the outbox does not exist in production', () => {
    expect(() => createOutbox(sql, 'production')).toThrow('cannot exist outside the demonstration mode');
  });

  test('an HTTP platform that refuses is an error, not a receipt', async () => {
    await expect(createHttpGateway(base, 'wrong').send({ key: 'k', phone: '13800000001', text: 't' })).rejects.toThrow('401');
  });
});
