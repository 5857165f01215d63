/**
 * One SMS of the court to one person of a case, through the effect ledger: whoever asks for the same key again sends
 * nothing a second time.
 */
import type { CourtPorts } from '#activities/ports.ts';
import type { PersonWords } from '#activities/case-words.ts';
import { once } from '#activities/effect-ledger.ts';
import { court } from '#domain/court/court.ts';

export interface CourtSms {
  /** Follows from what the message is about. */
  key: string;
  caseId: string;
  person: PersonWords;
  /** What follows the court's and the person's name. */
  text: string;
  /** The hearing that it is about, if it is about one. */
  hearingId?: string;
}

/** Sends nothing to a person without a phone: what they do not confirm, the clerk tells them in another way (G4). */
export async function sendSms({ sql, sms }: CourtPorts, { key, caseId, person, text, hearingId }: CourtSms): Promise<void> {
  const { phone } = person;
  if (phone === null) return;
  await once(sql, {
    key, kind: 'sms', caseId, request: { ...(hearingId === undefined ? {} : { hearingId }), participantId: person.participantId },
    act: () => sms.send({ key, phone, text: `【${court.name}】${person.name}：${text}`, caseId }), status: () => sms.status(key),
  });
}
