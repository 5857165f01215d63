/** The hearings of the next days in one's own cases, and in those of whom one stands in for, with what makes them ready. */
import type { Sql } from '#db/connect.ts';
import { onPanel } from '#db/queries/on-panel.ts';
import { caseKindOf, partiesOf } from '#db/queries/task-row.ts';
import { may, type Standing, type Viewer } from '#domain/access/policy.ts';
import type { StageOrClosed } from '#domain/case/stages.ts';
import type { CaseKind } from '#domain/filing/party-words.ts';
import type { CaseRelation, TaskRole } from '#domain/people/roles.ts';
import { readinessOf, type ParticipantOfHearing, type TaskOfHearing } from '#domain/preparation/readiness.ts';

interface HearingRecord {
  id: string; case_id: string; case_number: string | null; cause: string | null; parties: string | null; particulars: CaseKind; stage: StageOrClosed; kind: string; session_number: number; starts_at: Date; ends_at: Date;
  courtroom: string; state: string; phase: string; room_open: boolean; of_person: string; relation: CaseRelation;
  interruption: { participantId: string; cause: string; since: string } | null;
  participants: { participantId: string; personId: string; name: string; role: string; agent: boolean; noticeProven: ParticipantOfHearing['noticeProven']; test: { score: number; verdict: 'passed' | 'weak' | 'failed'; at: string } | null }[];
  tasks: (TaskOfHearing & { role: TaskRole; personId: string | null; who: string | null })[];
  seats: { personId: string; name: string }[];
}

export interface StandsInFor { person: { personId: string; name: string }; until: string }

export type HomeHearingView = ReturnType<typeof viewOf>;

/** @param until instants, milliseconds. One statement. */
export async function homeHearings(sql: Sql, viewer: Viewer, standsInFor: readonly StandsInFor[], from: number, until: number): Promise<HomeHearingView[]> {
  const people = [viewer.personId, ...standsInFor.map(({ person }) => person.personId)];
  const records = await sql<HearingRecord[]>`
    select h.id, h.case_id, c.case_number, f.cause_of_action as cause, ${partiesOf(sql, sql`h.case_id`)} as parties, ${caseKindOf(sql)} as particulars, c.stage, h.kind, h.session_number, h.starts_at, h.ends_at,
      coalesce(room.name, h.courtroom_id) as courtroom, h.state, h.phase, exists (select from rooms r where r.hearing_id = h.id and r.state = 'open') as room_open, h.interruption, mine.of_person, mine.relation,
      coalesce((
        select jsonb_agg(jsonb_build_object('participantId', x.id, 'personId', x.person_id, 'name', coalesce(o.name, p.name), 'role', x.role, 'agent', x.agency is not null, 'noticeProven', n.proven_how,
          'test', (select jsonb_build_object('score', s.score, 'verdict', s.verdict, 'at', s.at) from self_tests s where s.hearing_id = h.id and s.participant_id = x.id order by s.seq desc limit 1))
          order by array_position(array['plaintiff', 'defendant', 'thirdParty', 'agent', 'defender', 'prosecutor', 'witness', 'interpreter', 'detentionPlace'], x.role), p.name, x.id)
        from participants x join persons p on p.id = x.person_id left join organisations o on o.id = x.organisation_id left join notices n on n.hearing_id = h.id and n.participant_id = x.id
        where x.case_id = h.case_id and x.left_at is null), '[]') as participants,
      coalesce((
        select jsonb_agg(jsonb_build_object('taskId', t.id, 'kind', t.kind, 'state', t.state, 'participantId', coalesce(t.participant_id::text, t.facts->>'participantId', t.facts->>'agent'), 'decided', coalesce(t.outcome->>'decision', t.outcome->>'result'),
          'powerOfAttorney', coalesce((t.outcome->>'powerOfAttorney')::boolean, false), 'role', t.role, 'personId', t.person_id, 'who', w.name) order by t.completed_at desc nulls first, t.id)
        from tasks t left join persons w on w.id = t.person_id
        where t.case_id = h.case_id and (t.hearing_id = h.id or t.kind = 'verify-representative') and t.state <> 'withdrawn'
          and t.kind in ('phone-notice', 'waive-notice', 'choose-channel', 'help-with-test', 'verify-identity', 'verify-representative', 'test-courtroom', 'test-courtroom-technology')), '[]') as tasks,
      coalesce((select jsonb_agg(jsonb_build_object('personId', s.person_id, 'name', p.name)) from seats s join persons p on p.id = s.person_id where s.hearing_id = h.id and s.participant_id is null), '[]') as seats
    from hearings h
      join cases c on c.id = h.case_id
      join lateral (
        select person as of_person, case when c.presiding_judge = person then 'presidingJudge' when ${onPanel(sql, sql`person`)} then 'panelMember' when c.clerk = person then 'clerkOfCase' else 'technicianOfCase' end as relation
        from unnest(${people}::uuid[]) with ordinality as mine(person, place)
        where person in (c.presiding_judge, c.clerk, c.technician) or ${onPanel(sql, sql`person`)} order by place limit 1) mine on true
      left join filings f on f.case_id = h.case_id left join courtrooms room on room.id = h.courtroom_id
    where (h.state = 'open' or (h.state = 'scheduled' and h.ends_at >= ${new Date(from)} and h.starts_at < ${new Date(until)})) and c.stage <> 'closed'
      and not exists (select from participants x where x.case_id = h.case_id and x.person_id = ${viewer.personId})
    order by h.starts_at, h.id limit 60`;
  return records.map((record) => viewOf(record, viewer, standsInFor));
}

function viewOf(record: HearingRecord, viewer: Viewer, standsInFor: readonly StandsInFor[]) {
  const own = record.of_person === viewer.personId;
  const standing: Standing = own ? { relation: record.relation, stage: record.stage }
    : { relation: 'none', stage: record.stage, deputyFor: [{ personId: record.of_person, relation: record.relation }] };
  const nameOf = (id: string): string => record.participants.find(({ participantId, personId }) => participantId === id || personId === id)?.name ?? record.seats.find(({ personId }) => personId === id)?.name ?? '';
  const items = readinessOf(record.participants, record.tasks).map(({ task, ...item }) => {
    const found = task && record.tasks.find(({ taskId }) => taskId === task.taskId);
    return { ...item, task: found ? { taskId: found.taskId, kind: found.kind as string, who: found.who, mine: may(viewer, standing, { do: 'answer-task', task: found }).allowed } : null };
  });
  return {
    hearingId: record.id, caseId: record.case_id, caseNumber: record.case_number, causeOfAction: record.cause ?? '', parties: record.parties ?? '', caseType: record.particulars.caseType, instance: record.particulars.instance ?? 'first', kind: record.kind, sessionNumber: record.session_number,
    startsAt: record.starts_at.toISOString(), endsAt: record.ends_at.toISOString(), courtroom: record.courtroom, state: record.state, phase: record.phase, roomOpen: record.room_open,
    insteadOf: own ? null : standsInFor.find(({ person }) => person.personId === record.of_person)?.person ?? null,
    interruption: record.interruption && { who: nameOf(record.interruption.participantId), cause: record.interruption.cause, since: record.interruption.since },
    participants: record.participants.map(({ personId: _personId, test, ...participant }) => ({ ...participant, test: test && { ...test, at: new Date(test.at).toISOString() } })),
    items,
  };
}
