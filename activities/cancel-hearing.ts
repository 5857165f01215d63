/** A hearing is called off: what was booked is free again, and everyone is told, each once. */
import type { CancelHearing } from '#activities/court-activities.ts';
import type { CourtPorts } from '#activities/ports.ts';
import { caseWords, participantsOf } from '#activities/case-words.ts';
import { once } from '#activities/effect-ledger.ts';
import { court } from '#domain/court/court.ts';
import { clockTimeOf, dayOf } from '#domain/calendar/day.ts';

export async function cancelHearing(ports: CourtPorts, { caseId, hearing }: CancelHearing): Promise<void> {
  const { sql, sms } = ports;
  await sql`delete from bookings where hearing_id = ${hearing.hearingId}`;
  const { caseNumber } = await caseWords(sql, caseId);
  const start = Date.parse(hearing.startsAt);
  for (const person of await participantsOf(sql, caseId)) {
    const { phone } = person;
    if (phone === null) continue;
    const key = `cancel/${hearing.hearingId}/${person.participantId}`;
    const text = `【${court.name}】${person.name}：${caseNumber}案原定${dayOf(start)} ${clockTimeOf(start)}的网上开庭取消，后续安排另行通知。`;
    await once(sql, {
      key, kind: 'sms', caseId, request: { hearingId: hearing.hearingId, participantId: person.participantId },
      act: () => sms.send({ key, phone, text, caseId }), status: () => sms.status(key),
    });
  }
}
