/**
 * What each journal entry means for what people read. One function a kind, exhaustive by type; most touch one row.
 * Only `recordJournal` calls them, in its transaction, so they may assume order and that each runs once.
 */
import type postgres from 'postgres';
import type { EvidenceItem } from '#domain/evidence/item.ts';
import { endOfPeriod } from '#domain/evidence/period.ts';
import type { EntryData, EntryKind, JournalEntry } from '#domain/journal/entries.ts';
import { filingDivision } from '#domain/court/court.ts';
import { searchTextAnew } from './search-text.ts';

export type Tx = postgres.TransactionSql;
export interface Written { caseId: string; stream: string; at: string; seq: number }
/** Not sent yet: the driver sends a statement when it is executed or awaited. */
export type Statement = postgres.PendingQuery<postgres.Row[]>;
/** What to send, in order. Nothing is read back, so that one journal's statements can go out together. */
type Projection<K extends EntryKind> = (tx: Tx, data: EntryData[K], written: Written) => Statement | readonly Statement[];

/** Seen on the time line only. */
const timelineOnly = (): readonly Statement[] => [];

const json = (tx: Tx, value: unknown): postgres.Parameter => tx.json((value ?? null) as postgres.JSONValue);

/** The item as it is after the entry; its files belong to the case from now on. */
const keepEvidence = (tx: Tx, item: EvidenceItem, caseId: string, at: string): Statement[] => [
  tx`insert into evidence (id, case_id, submitted_by, title, source, proves, file_id, submitted_at, record)
    values (${item.evidenceId}, ${caseId}, ${item.submittedBy}, ${item.title}, ${item.source}, ${item.proves}, ${item.fileId}, ${at}, ${json(tx, item)})
    on conflict (id) do update set title = excluded.title, source = excluded.source, proves = excluded.proves, file_id = excluded.file_id, record = excluded.record`,
  tx`update files set case_id = ${caseId} where id = ${item.fileId} and case_id is null`,
];

const projections: { [K in EntryKind]: Projection<K> } = {
  'case-filed': (tx, { filing }, { at }) => [
    tx`insert into cases (id, facts, filed_by, filed_at, stage, stage_since)
      values (${filing.caseId}, ${json(tx, filing.facts)}, ${filing.filedBy}, ${at}, 'filing', ${at}) on conflict (id) do nothing`,
    ...filing.participants.map((participant) =>
      tx`insert into participants (id, case_id, person_id, role, organisation_id, agency)
        values (${participant.participantId}, ${filing.caseId}, ${participant.personId}, ${participant.role},
          ${participant.organisation?.organisationId ?? null}, ${participant.agency ? json(tx, participant.agency) : null}) on conflict (id) do nothing`),
    ...searchTextAnew(tx, filing.caseId),
  ],
  'filing-corrected': (tx, { version }, { caseId }) => [
    tx`update filings f set version = v.version, cause_of_action = v.content ->> 'causeOfAction', claims = v.content ->> 'claims',
      facts_and_reasons = v.content ->> 'factsAndReasons', materials = v.content -> 'materials'
      from filing_versions v where f.case_id = ${caseId} and v.case_id = ${caseId} and v.version = ${version}`,
    ...searchTextAnew(tx, caseId),
  ],
  'case-accepted': (tx, { caseNumber, bench }, { caseId }) => [
    tx`update cases set case_number = ${caseNumber}, presiding_judge = ${bench.presidingJudge}, panel = ${bench.panel ?? []}::uuid[],
      clerk = ${bench.clerk}, technician = ${bench.technician ?? null}, division = ${bench.division ?? null} where id = ${caseId}`,
    tx`update tasks set division = ${bench.division || filingDivision} where case_id = ${caseId} and state = 'open'`,
    ...searchTextAnew(tx, caseId),
  ],
  'acceptance-issued': timelineOnly,
  'stage-entered': (tx, { stage }, { caseId, at }) => tx`update cases set stage = ${stage}, stage_since = ${at} where id = ${caseId}`,
  'stage-ended': timelineOnly,
  decision: timelineOnly,
  'task-opened': (tx, { task }, { caseId, stream }) =>
    tx`insert into tasks (id, case_id, stream, kind, role, person_id, participant_id, hearing_id, state, facts, articles, opened_at, due_at, due_provisional, division, search_text)
      values (${task.taskId}, ${caseId}, ${stream}, ${task.kind}, ${task.assignee.role}, ${task.assignee.personId ?? null},
        ${task.assignee.participantId ?? null}, ${task.hearingId ?? null}, 'open', ${json(tx, task.facts)}, ${json(tx, task.articles)},
        ${task.openedAt}, ${task.dueAt ?? null}, ${task.dueProvisional === true},
        (select coalesce(nullif(division, ''), ${filingDivision}) from cases where id = ${caseId}), (select search_text from cases where id = ${caseId}))`,
  'task-completed': (tx, { taskId, outcome, by }, { at }) =>
    tx`update tasks set state = 'completed', outcome = ${json(tx, outcome)}, completed_by = ${by}, completed_at = ${at} where id = ${taskId}`,
  'task-overdue': (tx, { taskId, escalatedTo }, { caseId, at }) => [
    tx`update tasks set overdue = true where id = ${taskId}`,
    ...(escalatedTo === undefined ? [] : [tx`insert into escalations (task_id, case_id, to_role, at) values (${taskId}, ${caseId}, ${escalatedTo}, ${at}) on conflict (task_id) do nothing`]),
  ],
  'task-withdrawn': (tx, { taskId }, { at }) => tx`update tasks set state = 'withdrawn', completed_at = ${at} where id = ${taskId}`,
  'task-refused': (tx, { taskId, refusal }) => tx`update tasks set last_refusal = ${json(tx, refusal)} where id = ${taskId}`,
  'signal-refused': timelineOnly,
  'evidence-submitted': (tx, { items }, { caseId, at }) => items.flatMap((item) => keepEvidence(tx, item, caseId, at)),
  'evidence-changed': (tx, { items }, { caseId, at }) => items.flatMap((item) => keepEvidence(tx, item, caseId, at)),
  'evidence-period': (tx, { period }, { caseId }) => [
    tx`update cases set evidence_period = ${json(tx, period)} where id = ${caseId}`,
    // A list that is still to be handed in follows the period.
    tx`update tasks set due_at = ${new Date(endOfPeriod(period)).toISOString()}, overdue = false
      where case_id = ${caseId} and kind = 'submit-evidence' and state = 'open'`,
  ],
  'hearing-scheduled': (tx, { hearing }, { caseId }) =>
    tx`insert into hearings (id, case_id, session_number, kind, starts_at, ends_at, courtroom_id, meeting_number, state, provisional)
      values (${hearing.hearingId}, ${caseId}, ${hearing.sessionNumber}, ${hearing.kind}, ${hearing.startsAt}, ${hearing.endsAt},
        ${hearing.courtroomId}, ${hearing.meetingNumber}, 'scheduled', ${hearing.provisional === true})`,
  'hearing-cancelled': (tx, { hearingId }) => tx`update hearings set state = 'cancelled' where id = ${hearingId}`,
  'hearing-moved': (tx, { hearingId }) => tx`update hearings set state = 'moved' where id = ${hearingId}`,
  'dates-rechecked': (tx, { hearingId, holds, provisional }) =>
    (hearingId === undefined || !holds ? [] : tx`update hearings set provisional = ${provisional === true} where id = ${hearingId}`),
  'due-moved': (tx, { taskId, to, provisional }) => tx`update tasks set due_at = ${to}, due_provisional = ${provisional} where id = ${taskId}`,
  'self-tested': (tx, { hearingId, participantId, findings, score }, { caseId, at, seq }) =>
    tx`insert into self_tests (hearing_id, participant_id, at, case_id, seq, score, verdict, deductions, findings)
      values (${hearingId}, ${participantId}, ${at}, ${caseId}, ${seq}, ${score.score}, ${score.verdict}, ${json(tx, score.deductions)}, ${json(tx, findings)})`,
  'notice-issued': (tx, { hearingId, participantId, documentFileId, effectKey }, { caseId, at }) =>
    tx`insert into notices (hearing_id, participant_id, case_id, document_file_id, issued_at, effect_key)
      values (${hearingId}, ${participantId}, ${caseId}, ${documentFileId}, ${at}, ${effectKey})
      on conflict (hearing_id, participant_id) do update set document_file_id = excluded.document_file_id, effect_key = excluded.effect_key`,
  'notice-proven': (tx, { hearingId, participantId, how }, { caseId, at }) =>
    tx`insert into notices (hearing_id, participant_id, case_id, issued_at, effect_key, proven_how, proven_at)
      values (${hearingId}, ${participantId}, ${caseId}, ${at}, '', ${how}, ${at})
      on conflict (hearing_id, participant_id) do update set proven_how = excluded.proven_how, proven_at = excluded.proven_at`,
  'hearing-phase': (tx, { hearingId, to }, { at }) =>
    tx`update hearings set phase = ${to}, phase_since = ${at},
      opened_at = case when ${to} = 'opening' and opened_at is null then ${at}::timestamptz else opened_at end,
      closed_at = case when ${to} in ('closed', 'adjourned') then ${at}::timestamptz else closed_at end where id = ${hearingId}`,
  'hearing-room': (tx, { hearingId, state }) =>
    state === 'provisioned'
      ? tx`update hearings set state = 'open', phase = 'preparing' where id = ${hearingId}`
      : tx`update hearings set recording = ${state === 'recording'} where id = ${hearingId}`,
  'presence-changed': (tx, { hearingId, participantId, state, cause }, { at }) =>
    tx`update hearings set presence = presence || ${json(tx, { [participantId]: { state, since: at, ...(cause === undefined ? {} : { cause }) } })}
      where id = ${hearingId}`,
  'interruption-opened': (tx, { hearingId, interruptionId, participantId, cause, suspendedBySystem }, { at }) =>
    tx`update hearings set interruption = ${json(tx, { interruptionId, participantId, cause, since: at, suspendedBySystem })} where id = ${hearingId}`,
  'interruption-ended': (tx, { hearingId }) => tx`update hearings set interruption = null where id = ${hearingId}`,
  // What the case cancelled stays cancelled: the hearing's own journal may come later.
  'hearing-ended': (tx, { hearingId, ending }) =>
    tx`update hearings set state = case when state = 'cancelled' then state else ${ending} end, interruption = null where id = ${hearingId}`,
  'recording-composed': timelineOnly,
  'session-document': timelineOnly,
  'document-served': timelineOnly,
  'recordings-requested': (tx, { requestId, hearingId, participantId, how, why, by }, { caseId, at }) =>
    tx`insert into recordings_requests (id, case_id, hearing_id, participant_id, person_id, how, reason, state, requested_at)
      values (${requestId}, ${caseId}, ${hearingId}, ${participantId}, ${by}, ${how}, ${why}, 'asked', ${at})`,
  'recordings-decided': (tx, { requestId, decision, how, days, why, by }, { at }) =>
    tx`update recordings_requests set state = ${decision === 'grant' ? 'preparing' : 'refused'}, how = ${how}, days = ${decision === 'grant' ? days : null},
      decided_by = ${by}, decided_at = ${at}, decision_reason = ${why} where id = ${requestId}`,
  'recordings-ready': (tx, { requestId, fileId, until }) =>
    tx`update recordings_requests set state = 'ready', file_id = ${fileId}, until = ${until} where id = ${requestId}`,
  'recordings-access-ended': (tx, { requestId, how }) => tx`update recordings_requests set state = ${how} where id = ${requestId}`,
  'recording-extract-asked': timelineOnly,
  'recording-extracted': timelineOnly,
  'unavailable-weighed': timelineOnly,
  'archive-supplemented': timelineOnly,
  'transcript-frozen': timelineOnly,
  'transcript-reopened': (tx, { hearingId, version }, { at }) =>
    tx`update transcript_versions set voided_at = ${at} where hearing_id = ${hearingId} and version = ${version}`,
  'transcript-signed': (tx, { hearingId, version, sha256, by, as, signatureFileId, verifiedBy }, { caseId, at }) =>
    tx`insert into signatures (hearing_id, version, person_id, "as", case_id, signature_file_id, sha256, verified_by, signed_at)
      values (${hearingId}, ${version}, ${by}, ${as}, ${caseId}, ${signatureFileId}, ${sha256}, ${verifiedBy}, ${at})`,
  'signature-refused': (tx, { hearingId, version, by, as, why }, { caseId, at }) =>
    tx`insert into signatures (hearing_id, version, person_id, "as", case_id, sha256, verified_by, refused, signed_at)
      values (${hearingId}, ${version}, ${by}, ${as}, ${caseId}, '', '', ${why}, ${at}) on conflict do nothing`,
  'livestream-intended': timelineOnly,
  'livestream-begun': timelineOnly,
  'livestream-screened': timelineOnly,
  'livestream-event': timelineOnly,
  'livestream-decided': timelineOnly,
  'livestream-notice-sent': timelineOnly,
  'livestream-form-kept': timelineOnly,
  'recusal-asked': (tx, { recusalId, of, seat, ground, reason, by, again }, { caseId, at }) =>
    tx`insert into recusals (id, case_id, of_person, seat, ground, reason, asked_by, again, asked_at, state)
      values (${recusalId}, ${caseId}, ${of}, ${seat}, ${ground}, ${reason}, ${by}, ${again}, ${at}, 'open')
      on conflict (id) do update set ground = excluded.ground, reason = excluded.reason, again = excluded.again, asked_at = excluded.asked_at, state = 'open', decided_at = null`,
  'recusal-decided': (tx, { recusalId, sustained, reason }, { at }) =>
    tx`update recusals set state = ${sustained ? 'sustained' : 'rejected'}, decision_reason = ${reason}, decided_at = ${at} where id = ${recusalId}`,
  'replacement-asked': timelineOnly,
  'bench-changed': (tx, { bench }, { caseId }) =>
    tx`update cases set presiding_judge = ${bench.presidingJudge}, panel = ${bench.panel ?? []}::uuid[], clerk = ${bench.clerk}, technician = ${bench.technician ?? null} where id = ${caseId}`,
  'assessor-invited': (tx, { of, taskId }, { caseId, at }) =>
    tx`insert into assessor_invitations (case_id, person_id, task_id, state, invited_at) values (${caseId}, ${of}, ${taskId}, 'invited', ${at})
      on conflict (case_id, person_id) do update set task_id = excluded.task_id, state = 'invited', invited_at = excluded.invited_at, answered_at = null`,
  'assessor-answered': (tx, { of, how }, { caseId, at }) => tx`update assessor_invitations set state = ${how}, answered_at = ${at} where case_id = ${caseId} and person_id = ${of}`,
  'task-reassigned': (tx, { taskId, to }) => [
    tx`update tasks set person_id = ${to}, claimed_by = null, claimed_at = null where id = ${taskId}`,
    tx`delete from claim_seals where task_id = ${taskId}`,
  ],
  'person-invited': (tx, { participant: { participantId, personId, role } }, { caseId, at }) =>
    tx`insert into invitations (participant_id, case_id, person_id, role, state, invited_at) values (${participantId}, ${caseId}, ${personId}, ${role}, 'open', ${at}) on conflict (participant_id) do nothing`,
  'invitation-ended': (tx, { participant, how }) => tx`update invitations set state = ${how} where participant_id = ${participant.participantId}`,
  'representative-asked': (tx, { powerOfAttorney }, { caseId }) =>
    powerOfAttorney === undefined ? [] : tx`update files set case_id = ${caseId} where id = ${powerOfAttorney} and case_id is null`,
  'representative-refused': timelineOnly,
  'participant-joined': (tx, { participant: { participantId, personId, role, agency } }, { caseId }) => [
    tx`insert into participants (id, case_id, person_id, role, agency)
      values (${participantId}, ${caseId}, ${personId}, ${role}, ${agency ? json(tx, agency) : null}) on conflict (id) do nothing`,
    tx`update invitations set state = 'accepted' where participant_id = ${participantId}`,
    ...searchTextAnew(tx, caseId),
  ],
  // Who has left is still found: one asks for the case by the name that one knows.
  'participant-left': (tx, { participant }, { at }) => tx`update participants set left_at = ${at} where id = ${participant.participantId}`,
  'step-parked': timelineOnly,
  'step-repaired': timelineOnly,
  'repair-not-confirmed': timelineOnly,
  // What was opened after the point is gone with the run that opened it; what was answered after it is open again.
  'workflow-reset': (tx, { afterSeq }, { stream, seq, at, caseId }) => {
    const openedSince = tx`select data -> 'task' ->> 'taskId' from journal where stream = ${stream} and seq > ${afterSeq} and seq < ${seq} and kind = 'task-opened'`;
    return [
      tx`update tasks set state = 'withdrawn', completed_at = ${at} where stream = ${stream} and state = 'open' and id::text in (${openedSince})`,
      tx`update tasks set state = 'open', outcome = null, completed_by = null, completed_at = null where stream = ${stream} and id::text not in (${openedSince}) and id::text in (
        select data ->> 'taskId' from journal where stream = ${stream} and seq > ${afterSeq} and seq < ${seq} and kind in ('task-completed', 'task-withdrawn'))`,
      tx`update cases set stage = e.data ->> 'stage', stage_since = e.at::timestamptz from (
        select data, at from journal where stream = ${stream} and seq <= ${afterSeq} and kind = 'stage-entered' order by seq desc limit 1) e
        where id = ${caseId} and ${stream} = 'case-' || id::text`,
    ];
  },
  'clock-moved': timelineOnly,
  happened: timelineOnly,
  'happening-decided': timelineOnly,
  'facts-changed': (tx, { facts }, { caseId }) => tx`update cases set facts = facts || ${json(tx, facts)} where id = ${caseId}`,
  'ruling-issued': timelineOnly,
  'case-suspended': (tx, { ground, reason, participantId, articles }, { caseId, at }) =>
    tx`update cases set suspension = ${json(tx, { ground, reason, participantId: participantId ?? null, articles, since: at })} where id = ${caseId}`,
  'case-resumed': (tx, _resumed, { caseId }) => tx`update cases set suspension = null where id = ${caseId}`,
  'participant-succeeded': (tx, { out, participant }, { caseId, at }) => [
    tx`update participants set left_at = ${at} where id = ${out}`,
    tx`insert into participants (id, case_id, person_id, role)
      values (${participant.participantId}, ${caseId}, ${participant.personId}, ${participant.role}) on conflict (id) do nothing`,
    // Its agents act for the successor (domain/case/succession.ts).
    tx`update participants set agency = jsonb_set(agency, '{principals}', (
        select jsonb_agg(case when principal = ${out} then ${participant.participantId}::text else principal end order by place)
        from jsonb_array_elements_text(agency->'principals') with ordinality as p (principal, place)))
      where case_id = ${caseId} and agency->'principals' @> to_jsonb(${out}::text)`,
    ...searchTextAnew(tx, caseId),
  ],
  'archive-sealed': (tx, { archiveId, mainVolume, confidentialVolume, disc }, { caseId, at }) =>
    tx`insert into archives (id, case_id, main_volume, confidential_volume, disc, sealed_at)
      values (${archiveId}, ${caseId}, ${mainVolume}, ${confidentialVolume}, ${disc}, ${at}) on conflict (case_id) do nothing`,
  'case-closed': (tx, { how, reason }, { caseId, at }) =>
    tx`update cases set stage = 'closed', stage_since = ${at}, closed_how = ${how}, closed_reason = ${reason ?? null}, closed_at = ${at}, suspension = null where id = ${caseId}`,
};

/** The statements of one entry, in the order in which they must be sent. */
export function projected<K extends EntryKind>(tx: Tx, entry: Extract<JournalEntry, { kind: K }>, stream: string): Statement[] {
  const projection = projections[entry.kind] as Projection<K>;
  return [projection(tx, entry.data as EntryData[K], { caseId: entry.caseId, stream, at: entry.at, seq: entry.seq })].flat();
}

/** Tables that `kaiting rebuild` empties and makes again from the journal alone. */
export const projectedTables = ['tasks', 'cases', 'participants', 'recusals', 'invitations', 'assessor_invitations', 'hearings', 'notices', 'self_tests', 'evidence', 'signatures', 'archives', 'recordings_requests', 'escalations'] as const;
