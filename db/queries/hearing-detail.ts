/** Everything that the hearing room's page shows: seats with presence, phase, the interruption, what is to do. */
import type { Sql } from '#db/connect.ts';
import type { TaskSubject } from '#domain/access/policy.ts';
import type { Phase, OpenPhase } from '#domain/hearing/agenda.ts';
import type { CaseType } from '#domain/case/types.ts';
import type { CaseKind } from '#domain/filing/party-words.ts';
import type { Instance } from '#domain/filing/kinds.ts';
import { agentsOfTask, caseKindOf, subjectOf, type TaskRecord as AnyTask } from '#db/queries/task-row.ts';
import { hearingWorkflowId } from '#domain/case/ids.ts';

interface HearingRecord {
  id: string;
  case_id: string;
  case_number: string | null;
  cause_of_action: string | null;
  particulars: CaseKind;
  kind: string;
  session_number: number;
  starts_at: Date;
  ends_at: Date;
  courtroom: string;
  meeting_number: string;
  state: string;
  phase: string;
  phase_since: Date | null;
  opened_at: Date | null;
  recording: boolean;
  presence: Record<string, { state: 'present' | 'away'; cause?: string; since: string }>;
  interruption: { interruptionId: string; participantId: string; cause: string; since: string; suspendedBySystem: boolean } | null;
  return_to: string | null;
  room_open: boolean;
  assessors_awaited: string[];
  frozen: boolean;
}
interface SeatRecord { opaque_id: string; person_id: string; participant_id: string | null; name: string; role: string; acknowledged: boolean }
interface TaskRecord extends Pick<AnyTask, 'kind' | 'role' | 'person_id' | 'agents'> { id: string; facts: Record<string, unknown>; due_at: Date | null }

export interface HearingFound {
  hearingId: string;
  caseId: string;
  caseNumber: string | null;
  causeOfAction: string;
  caseType: CaseType;
  instance: Instance;
  publicProsecution?: boolean;
  kind: string;
  sessionNumber: number;
  startsAt: string;
  endsAt: string;
  courtroom: string;
  meetingNumber: string;
  state: string;
  phase: string;
  phaseSince: string | null;
  openedAt: string | null;
  recording: boolean;
  /** The phase that a recess or a suspension interrupted. */
  returnTo: OpenPhase | null;
  roomOpen: boolean;
  /** A version of the transcript is fixed for signing. */
  frozen: boolean;
  assessorsAwaited: string[];
  seats: { opaqueId: string; personId: string; participantId: string | null; name: string; role: string; presence: 'present' | 'away' | 'unknown'; cause: string | null; acknowledged: boolean }[];
  interruption: { interruptionId: string; participantId: string; who: string; cause: string; since: string; suspendedBySystem: boolean } | null;
  tasks: { taskId: string; subject: TaskSubject; facts: Record<string, unknown>; dueAt: string | null }[];
}

/** Null if there is no such hearing. Three statements. */
export async function findHearing(sql: Sql, hearingId: string): Promise<HearingFound | null> {
  const [[hearing], seats, tasks] = await Promise.all([selectHearing(sql, hearingId), selectSeats(sql, hearingId), selectOpenTasks(sql, hearingId)]);
  if (!hearing) return null;
  const nameOf = (id: string): string => seats.find((seat) => seat.participant_id === id || seat.person_id === id)?.name ?? id;
  return {
    hearingId: hearing.id,
    caseId: hearing.case_id,
    caseNumber: hearing.case_number,
    causeOfAction: hearing.cause_of_action ?? '',
    caseType: hearing.particulars.caseType, instance: hearing.particulars.instance ?? 'first', ...(hearing.particulars.publicProsecution ? { publicProsecution: true } : {}),
    kind: hearing.kind,
    sessionNumber: hearing.session_number,
    startsAt: hearing.starts_at.toISOString(),
    endsAt: hearing.ends_at.toISOString(),
    courtroom: hearing.courtroom,
    meetingNumber: hearing.meeting_number,
    state: hearing.state,
    phase: hearing.phase,
    phaseSince: hearing.phase_since?.toISOString() ?? null,
    openedAt: hearing.opened_at?.toISOString() ?? null,
    recording: hearing.recording,
    returnTo: hearing.return_to as OpenPhase | null,
    roomOpen: hearing.room_open,
    frozen: hearing.frozen,
    assessorsAwaited: hearing.assessors_awaited,
    seats: seats.map((seat) => {
      const presence = hearing.presence[seat.participant_id ?? seat.person_id];
      return {
        opaqueId: seat.opaque_id, personId: seat.person_id, participantId: seat.participant_id, name: seat.name, role: seat.role,
        presence: presence?.state ?? 'unknown', cause: presence?.cause ?? null, acknowledged: seat.acknowledged,
      };
    }),
    interruption: hearing.interruption === null ? null : { ...hearing.interruption, who: nameOf(hearing.interruption.participantId) },
    tasks: tasks.map((task) => ({
      taskId: task.id, subject: subjectOf(task), facts: task.facts, dueAt: task.due_at?.toISOString() ?? null,
    })),
  };
}

/** In these phases the session stands still and goes back to where it was. */
const pauses: readonly Phase[] = ['recess', 'suspended'];

const selectHearing = (sql: Sql, hearingId: string) => sql<HearingRecord[]>`
  select h.id, h.case_id, c.case_number, f.cause_of_action, ${caseKindOf(sql)} as particulars, h.kind, h.session_number, h.starts_at, h.ends_at, coalesce(room.name, h.courtroom_id) as courtroom,
    h.meeting_number, h.state, h.phase, h.phase_since, h.opened_at, h.recording, h.presence, h.interruption,
    case when h.phase = any(${pauses as string[]}) then (
      select j.data->>'from' from journal j
      where j.stream = ${hearingWorkflowId(hearingId)} and j.kind = 'hearing-phase' and j.data->>'to' = h.phase order by j.seq desc limit 1) end as return_to,
    exists (select from rooms r where r.hearing_id = h.id and r.state = 'open') as room_open,
    exists (select from transcript_versions v where v.hearing_id = h.id and v.voided_at is null) as frozen,
    coalesce((select jsonb_agg(p.name order by p.name) from assessor_invitations i join persons p on p.id = i.person_id
      where i.case_id = h.case_id and i.state <> 'accepted' and i.person_id = any(c.panel)), '[]') as assessors_awaited
  from hearings h
    left join cases c on c.id = h.case_id
    left join filings f on f.case_id = h.case_id
    left join courtrooms room on room.id = h.courtroom_id
  where h.id = ${hearingId}`;

const selectSeats = (sql: Sql, hearingId: string) => sql<SeatRecord[]>`
  select s.opaque_id, s.person_id, s.participant_id, p.name,
    case when s.role = 'panelMember' and exists (select from staff_roles r where r.person_id = s.person_id and r.role = 'peoplesAssessor') then 'peoplesAssessor' else s.role end as role,
    exists (select from tasks t where t.hearing_id = s.hearing_id and t.person_id = s.person_id and t.kind = 'acknowledge-discipline' and t.state = 'completed') as acknowledged
  from seats s join persons p on p.id = s.person_id
  where s.hearing_id = ${hearingId}
  order by array_position(array['presidingJudge', 'panelMember', 'judge', 'peoplesAssessor', 'clerk', 'plaintiff', 'defendant', 'thirdParty', 'agent'], s.role), p.name`;

const selectOpenTasks = (sql: Sql, hearingId: string) => sql<TaskRecord[]>`
  select t.id, t.kind, t.role, t.person_id, t.facts, t.due_at, ${agentsOfTask(sql)} as agents from tasks t where hearing_id = ${hearingId} and state = 'open' order by opened_at, id`;

/** G7: the hearing that a meeting number leads to, or null. */
export async function hearingByMeetingNumber(sql: Sql, meetingNumber: string): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`select id from hearings where meeting_number = ${meetingNumber}`;
  return row?.id ?? null;
}

/** The person's seat in an open room, or null: no seat, or the room is not open. */
export async function findSeat(sql: Sql, hearingId: string, personId: string): Promise<{ roomId: string; opaqueId: string; display: string } | null> {
  const [row] = await sql<{ roomId: string; opaqueId: string; display: string }[]>`
    select r.room_id as "roomId", s.opaque_id as "opaqueId", p.name as display
    from seats s join rooms r on r.hearing_id = s.hearing_id join persons p on p.id = s.person_id
    where s.hearing_id = ${hearingId} and s.person_id = ${personId} and r.state = 'open'`;
  return row ? { ...row } : null;
}
