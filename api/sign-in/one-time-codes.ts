/**
 * Codes that are sent to a phone: six digits, five minutes, one use, five tries. Only a keyed hash is kept, so that who
 * reads the database cannot sign in or sign for anybody.
 *
 * If the process dies between keeping a code and sending it, the person asks for another.
 */
import { createHmac, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Sql } from '#db/connect.ts';

export const CODE_VALID_SECONDS = 300;
const TRIES = 5;

export type CodeCheck = 'right' | 'wrong' | 'used' | 'expired' | 'none' | 'tooManyTries';

export interface OneTimeCodes {
  /** Makes a code; the one before it no longer counts. @returns null when too many were asked for. */
  issue(subject: string): Promise<{ id: string; code: string } | null>;
  /** Spends the code if it is right: of two who come at the same moment, one gets `right`. */
  check(subject: string, code: string): Promise<CodeCheck>;
}

interface CodeRow { id: string; code_hash: string; expired: boolean; attempts: number; used: boolean }

/** @param secret KAITING_SESSION_SECRET. @param perTenMinutes how many a subject may ask for. */
export function createOneTimeCodes(sql: Sql, secret: string, perTenMinutes: number): OneTimeCodes {
  const hash = (subject: string, code: string) => createHmac('sha256', secret).update(JSON.stringify(['one-time-code', subject, code])).digest();
  return {
    async issue(subject) {
      await sql`delete from one_time_codes where expires_at < now() - interval '1 day'`;
      const id = randomUUID();
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const kept = await sql`
        insert into one_time_codes (id, subject, code_hash, expires_at)
        select ${id}, ${subject}, ${hash(subject, code).toString('hex')}, now() + make_interval(secs => ${CODE_VALID_SECONDS})
        where (select count(*) from one_time_codes where subject = ${subject} and sent_at > now() - interval '10 minutes') < ${perTenMinutes}
        returning id`;
      return kept.length > 0 ? { id, code } : null;
    },
    check: (subject, code) => sql.begin(async (tx) => {
      const rows = await tx<CodeRow[]>`
        select id, code_hash, expires_at < now() as expired, attempts, used_at is not null as used
        from one_time_codes where subject = ${subject} order by sent_at desc, id limit 10 for update`;
      const [newest, ...older] = rows;
      if (!newest) return 'none';
      const given = hash(subject, code);
      const is = (row: CodeRow) => timingSafeEqual(given, Buffer.from(row.code_hash, 'hex'));
      if (is(newest) && newest.used) return 'used';
      if (newest.used) return older.some(is) ? 'used' : 'wrong';
      if (newest.attempts >= TRIES) return 'tooManyTries';
      if (!is(newest)) {
        await tx`update one_time_codes set attempts = attempts + 1 where id = ${newest.id}`;
        // A code that was replaced by a newer one is as spent as a used one.
        return older.some(is) ? 'used' : 'wrong';
      }
      if (newest.expired) return 'expired';
      await tx`update one_time_codes set used_at = now() where id = ${newest.id}`;
      return 'right';
    }),
  };
}
