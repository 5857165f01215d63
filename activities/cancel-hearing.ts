/** A hearing is called off: what was booked is free again, and everyone is told, each once. */
import type { CancelHearing } from '#activities/court-activities.ts';
import type { CourtPorts } from '#activities/ports.ts';
import type { Sql } from '#db/connect.ts';
import { caseWords, participantsOf } from '#activities/case-words.ts';
import { sendSms } from '#activities/send-sms.ts';
import { clockTimeOf, dayOf } from '#domain/calendar/day.ts';

/** G4: nobody was told of this booking, so nobody is told that it is gone. Both tables: as if it had never been made. */
export async function freeBooking(sql: Sql, { hearingId }: { hearingId: string }): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`delete from bookings where hearing_id = ${hearingId}`;
    await tx`delete from booked_hearings where hearing_id = ${hearingId}`;
  });
}

export async function cancelHearing(ports: CourtPorts, { caseId, hearing }: CancelHearing): Promise<void> {
  const { sql } = ports;
  await sql`delete from bookings where hearing_id = ${hearing.hearingId}`;
  const { caseNumber } = await caseWords(sql, caseId);
  const start = Date.parse(hearing.startsAt);
  for (const person of await participantsOf(sql, caseId)) {
    await sendSms(ports, {
      key: `cancel/${hearing.hearingId}/${person.participantId}`, caseId, person, hearingId: hearing.hearingId,
      text: `${caseNumber}案原定${dayOf(start)} ${clockTimeOf(start)}的网上开庭取消，后续安排另行通知。`,
    });
  }
}
