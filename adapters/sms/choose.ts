/** Which SMS platform the court has. */
import type { Sql } from 'postgres';
import { EnvironmentError, type Environment } from '#adapters/config/environment.ts';
import { createHttpGateway } from '#adapters/sms/http-gateway.ts';
import { createOutbox } from '#adapters/sms/outbox.ts';
import type { SmsGateway } from '#adapters/sms/sms-gateway.ts';

/** @throws EnvironmentError in production without KAITING_SMS_URL. */
export function chooseSmsGateway({ court, outside }: Environment<'outside'>, sql: Sql): SmsGateway {
  if (outside.smsUrl) return createHttpGateway(outside.smsUrl, outside.smsKey);
  if (court.mode === 'production') throw new EnvironmentError(['KAITING_SMS_URL is not set: production needs an SMS platform']);
  return createOutbox(sql, court.mode);
}
