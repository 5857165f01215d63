/**
 * The SMS platform of the demonstration court: it "sends" into a table that a page shows.
 *
 * If the process dies here: the row is there or it is not; asked again with the same key, it answers with the row.
 */
import type { Sql } from 'postgres';
import { liveChannel } from '#domain/messages/live-channel.ts';
import type { Mode } from '#adapters/config/environment.ts';
import { demonstrationOnly } from '#adapters/config/environment.ts';
import type { SmsGateway, SmsReceipt } from '#adapters/sms/sms-gateway.ts';

interface Row { key: string; sent_at: Date; delivered_at: Date | null }

const receipt = (row: Row): SmsReceipt => ({ key: row.key, sentAt: row.sent_at.toISOString(), deliveredAt: row.delivered_at?.toISOString() ?? null });

/** @throws EnvironmentError outside the demonstration mode: nobody would get the messages. */
export function createOutbox(sql: Sql, mode: Mode): SmsGateway {
  demonstrationOnly(mode, 'The SMS outbox');
  const status = async (key: string) => {
    const [row] = await sql<Row[]>`select key, sent_at, delivered_at from sms_outbox where key = ${key}`;
    return row ? receipt(row) : null;
  };
  return {
    async send({ key, phone, text, caseId }) {
      const [row] = await sql<Row[]>`
        insert into sms_outbox (key, phone, text, case_id, delivered_at) values (${key}, ${phone}, ${text}, ${caseId ?? null}, now())
        on conflict (key) do nothing returning key, sent_at, delivered_at`;
      if (!row) return (await status(key))!;
      await sql`select pg_notify(${liveChannel}, ${JSON.stringify({ type: 'outbox' })})`;
      return receipt(row);
    },
    status,
  };
}
