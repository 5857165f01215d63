/**
 * Who sits in a hearing changes while it is prepared or held: the case says so, the room follows. Who left keeps a place
 * in the recording that there is, and none in the room.
 */
import type { PeopleChanged } from '#domain/messages/people.ts';
import type { PersonId } from '#domain/case/ids.ts';
import type { SeatPerson } from '#activities/media-activities.ts';
import type { CourtHearing } from './court-hearing.ts';
import { acknowledgement } from './moves.ts';

export function takeChange(the: CourtHearing, change: PeopleChanged): void {
  const { input } = the;
  switch (change.what) {
    case 'bench':
      input.bench = change.bench;
      the.tasks.reassign(change.from, change.to);
      // Who had not accepted has no seat to leave.
      reseat(the, the.awaited.has(change.from) ? undefined : change.from);
      the.awaited = new Set(change.awaited);
      return;
    case 'assessors': {
      const leaving = change.awaited.filter((one) => !the.awaited.has(one));
      the.awaited = new Set(change.awaited);
      // Who accepts gets the seat; whose seat nobody can take yet leaves it.
      if (leaving.length === 0) reseat(the);
      for (const one of leaving) reseat(the, one);
      return;
    }
    case 'joined':
      input.participants = [...input.participants.filter((one) => one.participantId !== change.participant.participantId), change.participant];
      reseat(the);
      // The discipline was read to the others already (G6).
      if (the.recording) acknowledgement(the, change.participant);
      return;
    case 'left': {
      const left = input.participants.find((one) => one.participantId === change.participantId);
      if (!left) return;
      input.participants = input.participants.filter((one) => one.participantId !== change.participantId);
      the.tasks.withdrawAll('the participant left the case', (task) => task.assignee.participantId === change.participantId);
      reseat(the, left.personId);
    }
  }
}

/** Everybody who has a place in the room now: of the panel, who has accepted (PAL-19). */
export function seated({ input: { bench, participants }, awaited }: CourtHearing): SeatPerson[] {
  return [
    { personId: bench.presidingJudge, role: 'presidingJudge' },
    ...(bench.panel ?? []).filter((personId) => !awaited.has(personId)).map((personId) => ({ personId, role: 'panelMember' })),
    { personId: bench.clerk, role: 'clerk' },
    ...participants.map(({ personId, participantId, role }) => ({ personId, participantId, role })),
  ];
}

/** One change of the room after the other; before it opens there is nothing to change. */
function reseat(the: CourtHearing, gone?: PersonId): void {
  the.seating = the.seating.then(async () => {
    if (!the.roomOpen) return;
    if (gone !== undefined && !seated(the).some((one) => one.personId === gone)) await unseat(the, gone);
    await provision(the);
  });
}

async function unseat(the: CourtHearing, personId: PersonId): Promise<void> {
  const seat = the.seatOf({ personId });
  if (!seat) return;
  the.gone.add(seat.opaqueId);
  the.present.delete(seat.opaqueId);
  await the.steps.attempt('unseat', the.media.room.unseat, { hearingId: the.hearingId, personId, opaqueId: seat.opaqueId });
}

export async function provision(the: CourtHearing): Promise<void> {
  const provisioned = await the.steps.attempt('provisionRoom', the.media.room.provisionRoom, { caseId: the.input.caseId, hearingId: the.hearingId, people: seated(the) });
  if (!provisioned.done) return;
  const { seats } = provisioned.value;
  for (const seat of seats) the.gone.delete(seat.opaqueId);
  the.seats = [...seats, ...the.seats.filter((seat) => the.gone.has(seat.opaqueId))];
}
