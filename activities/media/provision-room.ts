/**
 * Makes the room of a hearing and a seat for each person. Room and seats are kept for the API, which
 * lets people in; ids and secrets are made from the hearing, the person and one key, so that asking
 * again gives the same.
 *
 * Dying in the middle: the rows may be there without the room; the attempt is repeated.
 */
import { createHmac } from 'node:crypto';
import type { Seat, SeatPerson } from '#activities/media-activities.ts';
import type { MediaPorts } from '#activities/media/ports.ts';
import { roomPin, roomSecret, seatToken } from '#adapters/media/seat-credentials.ts';
import type { CaseId, HearingId, PersonId } from '#domain/case/ids.ts';

/** Says nothing of the person to whoever sees it in a room, an event or a file name. */
function opaqueIdOf(key: string, hearingId: HearingId, person: SeatPerson): string {
  return createHmac('sha256', key).update(JSON.stringify(['opaque-id', hearingId, person.personId])).digest('hex').slice(0, 24);
}

export async function provisionRoom(ports: MediaPorts, input: { caseId: CaseId; hearingId: HearingId; people: SeatPerson[] }): Promise<{ seats: Seat[] }> {
  const { sql, rooms, adminKey, mediaHost } = ports;
  const { caseId, hearingId, people } = input;
  const seats = people.map((person): Seat => ({ ...person, opaqueId: opaqueIdOf(adminKey, hearingId, person) }));
  await sql.begin(async (tx) => {
    await tx`
      insert into rooms (hearing_id, case_id, room_id, pin, secret, media_host, state, recording_folder)
      values (${hearingId}, ${caseId}, ${hearingId}, ${roomPin(adminKey, hearingId)}, ${roomSecret(adminKey, hearingId)}, ${mediaHost}, 'open', ${rooms.recordingsOf(hearingId)})
      on conflict (hearing_id) do update set state = 'open', media_host = excluded.media_host, recording_folder = excluded.recording_folder`;
    for (const seat of seats) {
      await tx`
        insert into seats (hearing_id, person_id, participant_id, role, opaque_id, token)
        values (${hearingId}, ${seat.personId}, ${seat.participantId ?? null}, ${seat.role}, ${seat.opaqueId}, ${seatToken(adminKey, hearingId, seat.opaqueId)})
        on conflict (hearing_id, person_id) do update set participant_id = excluded.participant_id, role = excluded.role, opaque_id = excluded.opaque_id, token = excluded.token`;
    }
  });
  // The bench's seats belong to no participant.
  await rooms.provision(hearingId, seats.map((seat) => ({ opaqueId: seat.opaqueId, bench: seat.participantId === undefined })));
  return { seats };
}

/** The API lets the person in no more, and who sits there is put out. */
export async function unseat({ sql, rooms }: MediaPorts, { hearingId, personId, opaqueId }: { hearingId: HearingId; personId: PersonId; opaqueId: string }): Promise<void> {
  await sql`delete from seats where hearing_id = ${hearingId} and person_id = ${personId}`;
  await rooms.unseat(hearingId, opaqueId);
}

/** Ends the room, and the API lets nobody in any more. */
export async function closeRoom({ sql, rooms }: MediaPorts, hearingId: HearingId): Promise<void> {
  await sql`update rooms set state = 'closed' where hearing_id = ${hearingId}`;
  await rooms.close(hearingId);
}
