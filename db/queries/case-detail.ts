/**
 * Everything that a case's page shows to one person, read in one snapshot, so that its parts belong together. Parties
 * see only what concerns them; phones and identity numbers are not read here at all.
 */
import type postgres from 'postgres';
import type { Sql } from '#db/connect.ts';
import type { AssessorAnswer } from '#db/queries/assessor-invitation.ts';
import { evidenceFrom, guidanceFrom, periodFrom, selectEvidence, selectGuidance } from '#db/queries/case-evidence.ts';
import { fileCircumstances } from '#db/queries/file-subject.ts';
import { filingFrom, selectFiling } from '#db/queries/filing-text.ts';
import type { FilingParticulars } from '#db/schema/cases.ts';
import { iso, selectTasks, subjectOf, taskRowFrom, type TaskRecord } from '#db/queries/task-row.ts';
import { isOfOperations } from '#domain/tasks/repair-step.ts';
import { isInternal, may, type FileSubject, type Standing, type Viewer } from '#domain/access/policy.ts';
import type { EvidencePeriod } from '#domain/evidence/period.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { actOf, offeredHappenings, undecidedBy, type HappeningKind, type Situation, type Teller } from '#domain/case/happenings.ts';
import { suffices } from '#domain/filing/acting.ts';
import type { CaseFacts, Participant } from '#domain/case/types.ts';
import { caseWorkflowId } from '#domain/case/ids.ts';
import { stageArticles, type StageOrClosed } from '#domain/case/stages.ts';

interface CaseRecord {
  id: string;
  case_number: string | null;
  cause_of_action: string | null;
  claims: string | null;
  facts_and_reasons: string | null;
  filed_at: Date;
  filed_by: string;
  stage: StageOrClosed;
  stage_since: Date;
  closed_how: string | null;
  closed_reason: string | null;
  closed_at: Date | null;
  presiding_judge: string | null;
  judge_name: string | null;
  panel: { personId: string; name: string; assessor: boolean; answered: AssessorAnswer }[];
  division: string | null;
  clerk: string | null;
  clerk_name: string | null;
  technician: string | null;
  technician_name: string | null;
  main_volume: string | null;
  confidential_volume: string | null;
  disc: string | null;
  sealed_at: Date | null;
  evidence_period: EvidencePeriod | null;
  facts: CaseFacts;
  particulars: FilingParticulars | null;
  suspension: { ground: string; reason: string; participantId: string | null; articles: string[]; since: string } | null;
  session_opened: boolean;
  seq: number;
}
interface OrganisationRecord { kind: 'company' | 'agency' | 'organisation'; name: string; creditCode: string | null; address: string; office: string }
interface ParticipantRecord { id: string; person_id: string; name: string; role: string; left: boolean; organisation: OrganisationRecord | null; agency: Participant['agency'] | null }
interface NoticeRecord { participantId: string; issuedAt: string; provenHow: string | null; provenAt: string | null; documentFileId: string | null; provenNote: string | null; sms: SmsRecord | null }
interface SmsRecord { state: 'intended' | 'done' | 'ambiguous' | 'failed'; sentAt: string | null; deliveredAt: string | null; receipt: 'delivered' | 'failed' | null; receiptAt: string | null; detail: string | null }
interface SelfTestRecord { participantId: string; at: string; score: number; verdict: 'passed' | 'weak' | 'failed'; channel: string; deductions: { code: string; points: number; fatal: boolean; found?: number }[] }
interface HearingRecord {
  id: string; session_number: number; kind: string; starts_at: Date; ends_at: Date; courtroom: string; meeting_number: string; state: string; phase: string;
  provisional: boolean;
  notices: NoticeRecord[];
  self_tests: SelfTestRecord[];
}
interface FileRecord { id: string; name: string; purpose: string; media_type: string; bytes: number; created_at: Date; sha256: string; uploaded_by: string | null; madeFor: string | null; submitted: boolean }

/** Null if there is no such case. `standing` has been allowed to see the case before. */
export async function caseDetail(sql: Sql, viewer: Viewer, standing: Standing, caseId: string) {
  const [[record], [filing], participants, hearings, evidence, files, tasks, guidance] = await sql.begin('isolation level repeatable read read only', (read) => [
    selectCase(read, caseId), selectFiling(read, caseId), selectParticipants(read, caseId), selectHearings(read, caseId), selectEvidence(read, caseId), selectFiles(read, caseId),
    read<TaskRecord[]>`${selectTasks(read)} where t.case_id = ${caseId} order by t.opened_at, t.id`,
    selectGuidance(read, caseId),
  ] as const);
  if (!record) return null;

  const mine = new Set(participants.filter((participant) => participant.person_id === viewer.personId).map((participant) => participant.id));
  // CPL-88: notices of those for whom the viewer acts.
  const principals = participants.filter(({ person_id: personId, left }) => personId === viewer.personId && !left).flatMap(({ agency }) => agency?.principals ?? []);
  const party = standing.relation === 'participant';
  // A witness reads what concerns them: notices, hearings, tasks; nothing of the file (CPL-75).
  const { witness = false } = standing;
  const visibleTasks = tasks.filter((task) => may(viewer, standing, { do: 'see-task', task: subjectOf(task) }).allowed);
  return {
    caseId: record.id,
    caseNumber: record.case_number,
    causeOfAction: record.cause_of_action ?? '',
    claims: witness ? '' : record.claims ?? '',
    factsAndReasons: witness ? '' : record.facts_and_reasons ?? '',
    filedAt: record.filed_at.toISOString(),
    ...filingFrom(filing, !party || record.filed_by === viewer.personId),
    standing: {
      stage: record.stage,
      since: record.stage_since.toISOString(),
      articles: record.stage === 'closed' ? [] : [...stageArticles[record.stage]],
      repairing: tasks.some((task) => task.state === 'open' && isOfOperations(task.kind)),
      waitingFor: tasks.filter((task) => task.state === 'open' && (visibleTasks.includes(task) || (!witness && !isInternal(task.kind)))).map(waitingFrom),
    },
    closed: record.closed_how === null ? null : { how: record.closed_how, reason: record.closed_reason, at: (record.closed_at ?? record.stage_since).toISOString() },
    suspension: record.suspension === null ? null : { ...record.suspension, since: new Date(record.suspension.since).toISOString() },
    mayTell: mayTell(viewer, standing, record, participants, tasks),
    tellsFor: tellsFor(viewer, standing, record, participants, tasks),
    facts: party ? null : { ...record.facts },
    bench: {
      presidingJudge: personRef(record.presiding_judge, record.judge_name),
      clerk: personRef(record.clerk, record.clerk_name),
      technician: personRef(record.technician, record.technician_name),
      panel: party ? record.panel.map((member) => ({ ...member, answered: null })) : record.panel,
      division: record.division,
    },
    participants: participants.filter((participant) => !witness || mine.has(participant.id)).map((participant) => ({
      participantId: participant.id, personId: participant.person_id, name: participant.name, role: participant.role, me: participant.person_id === viewer.personId, left: participant.left,
      organisation: participant.organisation, agency: participant.agency ? { ...participant.agency, principals: [...participant.agency.principals] } : null,
    })),
    hearings: hearings.map((hearing) => hearingFrom(hearing, ({ participantId }) => !party || mine.has(participantId) || principals.includes(participantId), party)),
    evidence: witness ? [] : evidence.map(evidenceFrom),
    evidencePeriod: periodFrom(record.evidence_period),
    // What a technician is asked for and did: for the court, and for the party that asked (G8).
    guidance: guidance.filter((asked) => !party || mine.has(asked.participant_id)).map(guidanceFrom),
    documents: files.filter((file) => may(viewer, standing, { do: 'see-file', file: fileSubject(caseId, file) }).allowed).map((file) => ({
      fileId: file.id, name: file.name, purpose: file.purpose, mediaType: file.media_type, bytes: file.bytes, at: file.created_at.toISOString(), sha256: file.sha256,
    })),
    tasks: visibleTasks.map((task) => taskRowFrom(task, viewer)),
    relation: standing.relation,
    // G10: where the volumes lie is for the court; a party is told that the case is sealed, and when.
    archive: record.sealed_at === null ? null : {
      mainVolume: party ? '' : record.main_volume ?? '',
      confidentialVolume: party ? '' : record.confidential_volume ?? '',
      disc: party ? '' : record.disc ?? '',
      sealedAt: record.sealed_at.toISOString(),
    },
    seq: record.seq,
  };
}

/** A filing that the journal has not brought to the readers yet, as the same page: filed, and nothing more. */
export async function filingDetail(sql: Sql, viewer: Viewer, caseId: string): Promise<NonNullable<Awaited<ReturnType<typeof caseDetail>>> | null> {
  const [filing] = await sql<{ cause_of_action: string; claims: string; facts_and_reasons: string; filed_at: Date }[]>`
    select cause_of_action, claims, facts_and_reasons, filed_at from filings where case_id = ${caseId} and filed_by = ${viewer.personId}`;
  if (!filing) return null;
  const filedAt = filing.filed_at.toISOString();
  const [text] = await selectFiling(sql, caseId);
  return {
    ...filingFrom(text, true),
    caseId, caseNumber: null, causeOfAction: filing.cause_of_action, claims: filing.claims, factsAndReasons: filing.facts_and_reasons, filedAt,
    standing: { stage: 'filing', since: filedAt, articles: [...stageArticles.filing], waitingFor: [], repairing: false },
    closed: null, suspension: null, mayTell: [], tellsFor: [], facts: null, bench: { presidingJudge: null, clerk: null, technician: null, panel: [], division: null },
    participants: [], hearings: [], evidence: [], evidencePeriod: null, guidance: [], documents: [], tasks: [], relation: 'participant', archive: null, seq: 0,
  };
}

/** What the page offers: by the same rule that the case's workflow decides by. */
function mayTell(viewer: Viewer, standing: Standing, record: CaseRecord, participants: readonly ParticipantRecord[], tasks: readonly TaskRecord[]): string[] {
  if (record.stage === 'closed') return [];
  const mine = participants.find(({ person_id: personId, left }) => personId === viewer.personId && !left);
  const teller = tellers[standing.relation] ?? (mine?.role as Teller | undefined);
  if (teller === undefined || !may(viewer, standing, { do: 'tell-case' }).allowed) return [];
  return offeredHappenings(teller, situationOf(record, tasks), dayOf(Date.now()));
}

const situationOf = (record: CaseRecord, tasks: readonly TaskRecord[]): Situation => ({
  stage: record.stage as Situation['stage'], caseType: record.facts.caseType, instance: record.facts.instance, prosecutionGround: record.particulars?.prosecutionGround, publicProsecution: record.facts.publicProsecution, suspended: record.suspension !== null, sessionOpened: record.stage === 'hearing' && record.session_opened, ending: false,
  undecided: undecidedBy(tasks.filter(({ state }) => state === 'open').map(({ kind }) => kind)),
});

/** CPL-62: what an agent may tell as the word of each of its principals, and what would need a special authority. */
function tellsFor(viewer: Viewer, standing: Standing, record: CaseRecord, participants: readonly ParticipantRecord[], tasks: readonly TaskRecord[]) {
  if (record.stage === 'closed' || !may(viewer, standing, { do: 'tell-case' }).allowed) return [];
  const me = participants.find(({ person_id: personId, left }) => personId === viewer.personId && !left);
  return participants.filter(({ id, left }) => !left && me?.agency?.principals.includes(id)).map(({ id, role }) => {
    const kinds = offeredHappenings(role as Teller, situationOf(record, tasks), dayOf(Date.now())).filter((kind) => actOf[kind] !== undefined);
    const enough = (kind: HappeningKind) => { const act = actOf[kind]; return act !== undefined && me?.agency !== null && me?.agency !== undefined && suffices(me.agency.authority, act); };
    return { participantId: id, kinds: kinds.filter(enough), needsSpecial: kinds.filter((kind) => !enough(kind)) };
  });
}
const tellers: Partial<Record<Standing['relation'], Teller>> = { presidingJudge: 'judge', panelMember: 'judge', clerkOfCase: 'clerk' };

type Read = postgres.TransactionSql;

const selectCase = (sql: Read, caseId: string) => sql<CaseRecord[]>`
  select c.id, c.case_number, f.cause_of_action, f.claims, f.facts_and_reasons, c.filed_at, c.filed_by, c.stage, c.stage_since,
    c.facts, f.particulars, c.suspension, c.closed_how, c.closed_reason, c.closed_at, c.presiding_judge, judge.name as judge_name, c.division, c.clerk,
    coalesce((
      select jsonb_agg(jsonb_build_object('personId', m.id, 'name', m.name, 'assessor', not exists (select from staff_roles r where r.person_id = m.id and r.role = 'judge'), 'answered', i.state) order by array_position(c.panel, m.id))
      from persons m left join assessor_invitations i on i.case_id = c.id and i.person_id = m.id where m.id = any(c.panel)), '[]') as panel,
    clerk.name as clerk_name,
    c.technician, technician.name as technician_name, a.main_volume, a.confidential_volume, a.disc, a.sealed_at, c.evidence_period, coalesce(head.seq, 0)::int as seq,
    exists (select from hearings h where h.case_id = c.id and h.state = 'open' and h.opened_at is not null) as session_opened
  from cases c
    left join filings f on f.case_id = c.id
    left join persons judge on judge.id = c.presiding_judge
    left join persons clerk on clerk.id = c.clerk
    left join persons technician on technician.id = c.technician
    left join archives a on a.case_id = c.id
    left join journal_heads head on head.stream = ${caseWorkflowId(caseId)}
  where c.id = ${caseId}`;

const selectParticipants = (sql: Read, caseId: string) => sql<ParticipantRecord[]>`
  select x.id, x.person_id, p.name, x.role, x.agency, x.left_at is not null as left,
    case when o.id is null then null else jsonb_build_object('kind', o.kind, 'name', o.name, 'creditCode', o.credit_code, 'address', o.address, 'office', o.office) end as organisation
  from participants x join persons p on p.id = x.person_id left join organisations o on o.id = x.organisation_id
  where x.case_id = ${caseId} and x.left_at is null
  order by array_position(array['plaintiff', 'defendant', 'thirdParty', 'agent', 'defender', 'prosecutor', 'witness', 'interpreter'], x.role), p.name`;

const selectHearings = (sql: Read, caseId: string) => sql<HearingRecord[]>`
  select h.id, h.session_number, h.kind, h.starts_at, h.ends_at, coalesce(room.name, h.courtroom_id) as courtroom, h.meeting_number, h.state, h.phase, h.provisional,
    coalesce((
      select jsonb_agg(jsonb_build_object('participantId', n.participant_id, 'issuedAt', n.issued_at, 'provenHow', n.proven_how, 'provenAt', n.proven_at, 'documentFileId', n.document_file_id,
        'provenNote', ${provenNote(sql)}, 'sms', ${smsOfNotice(sql)}) order by n.issued_at, n.participant_id)
      from notices n where n.hearing_id = h.id), '[]') as notices,
    coalesce((
      select jsonb_agg(jsonb_build_object('participantId', s.participant_id, 'at', s.at, 'score', s.score, 'verdict', s.verdict, 'channel', s.findings->>'channel', 'deductions', s.deductions) order by s.seq desc)
      from self_tests s where s.hearing_id = h.id), '[]') as self_tests
  from hearings h left join courtrooms room on room.id = h.courtroom_id
  where h.case_id = ${caseId} order by h.session_number, h.state not in ('cancelled', 'moved'), h.starts_at`;

/** G4: the record of the phone call, or the judge's reason for the waiver: the last answer to the notice's own task. */
const provenNote = (sql: Read) => sql`(
  select coalesce(t.outcome->>'record', t.outcome->>'reason') from tasks t
  where t.hearing_id = n.hearing_id and t.participant_id = n.participant_id and t.kind in ('phone-notice', 'waive-notice') and t.state = 'completed'
  order by t.completed_at desc limit 1)`;

/** G4: what became of the notice's SMS: the effect ledger, and the platform's own receipt. */
const smsOfNotice = (sql: Read) => sql`(
  select jsonb_build_object('state', e.state, 'sentAt', e.response->>'sentAt', 'deliveredAt', e.response->>'deliveredAt', 'receipt', r.state, 'receiptAt', r.at, 'detail', r.detail)
  from effects e left join lateral (select state, at, detail from sms_receipts where key = e.key order by state = 'delivered' desc, at desc limit 1) r on true
  where e.key = n.effect_key and e.kind = 'sms')`;

const selectFiles = (sql: Read, caseId: string) => sql<FileRecord[]>`
  select f.id, f.name, f.purpose, f.media_type, f.bytes::float8 as bytes, f.created_at, f.sha256, f.uploaded_by, ${fileCircumstances(sql)}
  from files f where f.case_id = ${caseId} and f.purpose <> 'recording-access' order by f.created_at, f.id`;

const fileSubject = (caseId: string, file: FileRecord): FileSubject => ({ purpose: file.purpose, uploadedBy: file.uploaded_by, caseId, madeFor: file.madeFor, submitted: file.submitted });

const personRef = (personId: string | null, name: string | null) => (personId === null ? null : { personId, name: name ?? '' });

const instant = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());

const hearingFrom = (hearing: HearingRecord, isShown: (about: { participantId: string }) => boolean, party: boolean) => ({
  hearingId: hearing.id,
  sessionNumber: hearing.session_number,
  kind: hearing.kind,
  startsAt: hearing.starts_at.toISOString(),
  endsAt: hearing.ends_at.toISOString(),
  courtroom: hearing.courtroom,
  meetingNumber: hearing.meeting_number,
  state: hearing.state,
  phase: hearing.phase,
  provisional: hearing.provisional,
  notices: hearing.notices.filter(isShown).map(({ sms, provenNote: note, ...notice }) => ({
    ...notice, issuedAt: new Date(notice.issuedAt).toISOString(), provenAt: instant(notice.provenAt),
    // What the court wrote down of a call or a waiver is the court's.
    provenNote: party ? null : note, sms: sms && smsFrom(sms),
  })),
  selfTests: hearing.self_tests.filter(isShown).map((test) => ({ ...test, at: new Date(test.at).toISOString() })),
});

function smsFrom({ state, sentAt, deliveredAt, receipt, receiptAt, detail }: SmsRecord) {
  const arrived = receipt === 'delivered' ? receiptAt : deliveredAt;
  const told = receipt === 'failed' || state === 'failed' ? 'failed' as const
    : arrived !== null ? 'delivered' as const
      : ({ intended: 'sending', done: 'sent', ambiguous: 'unknown' } as const)[state];
  return { state: told, sentAt: instant(sentAt), deliveredAt: instant(arrived), detail };
}

const waitingFrom = (task: TaskRecord) => ({
  taskId: task.id,
  kind: task.kind as string,
  role: task.role as string,
  who: task.assignee_name ?? task.participant_name,
  since: task.opened_at.toISOString(),
  until: iso(task.due_at),
  overdue: task.overdue,
  articles: task.articles,
});
