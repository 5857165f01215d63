/** The court's SMS platform, as the court needs it. */
import type { CaseId } from '#domain/case/ids.ts';

export interface SmsMessage {
  /** Idempotency key: the same key is never sent twice, whoever asks and however often. */
  key: string;
  /** 11 digits. */
  phone: string;
  text: string;
  caseId?: CaseId;
}

export interface SmsReceipt {
  key: string;
  /** ISO 8601, UTC. */
  sentAt: string;
  /** When the phone acknowledged it, if the platform knows. */
  deliveredAt: string | null;
}

export interface SmsGateway {
  /** Sends once by key; a repeated key answers with the first receipt. @throws when it is unknown whether it was sent: ask `status`. */
  send(message: SmsMessage): Promise<SmsReceipt>;
  /** What became of a key, or null when the platform never accepted it. */
  status(key: string): Promise<SmsReceipt | null>;
}
