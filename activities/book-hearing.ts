/**
 * G4: nobody and no courtroom is in two places at once. PostgreSQL's exclusion constraint decides, whoever asks first.
 * One transaction; asked again with the same hearing id it answers the booking that is there.
 */
import { judgesOf } from '#domain/case/types.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import type { BookHearing, Booking, NamedUnavailable } from '#activities/court-activities.ts';
import { dayOf } from '#domain/calendar/day.ts';
import type { Sql } from '#db/connect.ts';

const exclusionViolation = '23P01';

interface Resource { kind: 'judge' | 'clerk' | 'courtroom' | 'participant'; id: string }

export async function bookHearing(sql: Sql, input: BookHearing, mediaHosts: readonly string[]): Promise<Booking> {
  const [room] = await sql`select 1 from courtrooms where id = ${input.courtroomId} and active`;
  if (!room) return { booked: false, refusal: noSuchCourtroom };
  const resources: Resource[] = [
    { kind: 'courtroom', id: input.courtroomId },
    ...judgesOf(input.bench).map((id): Resource => ({ kind: 'judge', id })),
    { kind: 'clerk', id: input.bench.clerk },
    ...input.participants.map((participant): Resource => ({ kind: 'participant', id: participant.personId })),
  ];
  try {
    const meetingNumber = await book(sql, input, resources);
    const unavailable = await unavailableUntil(sql, input);
    return { booked: true, meetingNumber, mediaHost: spread(mediaHosts, input.hearingId), ...(unavailable.length === 0 ? {} : { unavailable }) };
  } catch (error) {
    if ((error as { code?: string }).code !== exclusionViolation) throw error;
    return { booked: false, refusal: await conflictOf(sql, input, resources) };
  }
}

/** Why it is not earlier, or on such a day all the same: days alone, not the reasons that people gave. */
async function unavailableUntil(sql: Sql, { caseId, startsAt }: BookHearing): Promise<NamedUnavailable[]> {
  return sql<NamedUnavailable[]>`
    select participant_id as "participantId", array_agg(day::text order by day) as days from unavailable_days
    where case_id = ${caseId} and day <= ${dayOf(Date.parse(startsAt))}::date and exists (select from participants x where x.id = participant_id and x.left_at is null)
    group by participant_id order by participant_id`;
}

async function book(sql: Sql, input: BookHearing, resources: readonly Resource[]): Promise<string> {
  return sql.begin(async (tx) => {
    const [before] = await tx<{ meeting_number: string; same: boolean }[]>`
      select meeting_number, starts_at = ${input.startsAt}::timestamptz and ends_at = ${input.endsAt}::timestamptz and courtroom_id = ${input.courtroomId}
        and exists (select from bookings b where b.hearing_id = h.hearing_id) as same
      from booked_hearings h where hearing_id = ${input.hearingId} for update`;
    if (before?.same) return before.meeting_number;
    // Corrected after a refusal elsewhere: the old rows go with the new ones' transaction.
    // A hearing that is moved frees its old time in the same transaction: nobody else can have it in between.
    await tx`delete from bookings where hearing_id in ${tx([input.hearingId, ...(input.releases === undefined ? [] : [input.releases])])}`;
    await tx`insert into bookings ${tx(resources.map((resource) => ({
      hearing_id: input.hearingId, resource_kind: resource.kind, resource_id: resource.id, case_id: input.caseId, starts_at: input.startsAt, ends_at: input.endsAt,
    })))}`;
    const meetingNumber = before?.meeting_number ?? await nextMeetingNumber(tx);
    await tx`insert into booked_hearings (hearing_id, case_id, meeting_number, starts_at, ends_at, courtroom_id)
      values (${input.hearingId}, ${input.caseId}, ${meetingNumber}, ${input.startsAt}, ${input.endsAt}, ${input.courtroomId})
      on conflict (hearing_id) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at, courtroom_id = excluded.courtroom_id`;
    return meetingNumber;
  });
}

/** The same hearing always has the same media host: its recordings are on that machine. */
function spread(hosts: readonly string[], hearingId: string): string {
  const host = hosts[Number.parseInt(hearingId.slice(0, 8), 16) % hosts.length];
  if (host === undefined) throw new Error('No media host is configured');
  return host;
}

/** G4: the meeting number of the SMS; nine digits, never given twice. */
async function nextMeetingNumber(tx: Parameters<Parameters<Sql['begin']>[1]>[0]): Promise<string> {
  const [counter] = await tx<{ value: number }[]>`
    insert into counters (name, value) values ('meeting', 1) on conflict (name) do update set value = counters.value + 1 returning value`;
  return String(600_000_000 + (counter?.value ?? 0));
}

/** Who or what is taken, so that the clerk knows what to change. */
async function conflictOf(sql: Sql, input: BookHearing, resources: readonly Resource[]): Promise<Refusal> {
  const taken = await sql<{ resource_kind: Resource['kind']; resource_id: string; starts_at: Date; ends_at: Date }[]>`
    select resource_kind, resource_id, starts_at, ends_at from bookings
    where hearing_id <> ${input.hearingId} and hearing_id <> ${input.releases ?? input.hearingId} and tstzrange(starts_at, ends_at, '[)') && tstzrange(${input.startsAt}, ${input.endsAt}, '[)')`;
  const kinds = [...new Set(taken.filter((row) => resources.some((resource) => resource.kind === row.resource_kind && resource.id === row.resource_id)).map((row) => row.resource_kind))];
  const words = kinds.length > 0 ? kinds : (['courtroom'] as const);
  return {
    code: 'double-booking', articles: ['G4'],
    message: {
      zh: `该时段已被占用：${words.map((kind) => kindWords[kind].zh).join('、')}。请另选时间或法庭。`,
      en: `Taken at that time: ${words.map((kind) => kindWords[kind].en).join(', ')}. Choose another time or courtroom.`,
    },
    data: { taken: taken.map((row) => ({ kind: row.resource_kind, from: row.starts_at.toISOString(), to: row.ends_at.toISOString() })) },
  };
}

const kindWords = {
  judge: { zh: '法官', en: 'the judge' }, clerk: { zh: '书记员', en: 'the clerk' },
  courtroom: { zh: '法庭', en: 'the courtroom' }, participant: { zh: '诉讼参与人', en: 'a participant' },
} as const;

const noSuchCourtroom: Refusal = {
  code: 'no-such-courtroom', articles: ['G5'], message: { zh: '没有这个法庭。', en: 'There is no such courtroom.' },
};
