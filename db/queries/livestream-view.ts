/**
 * One hearing's livestream as a person may read it: told again from its journal, with names looked up. Who takes part
 * reads that it is intended or decided, and their own objection with its decision; the rest is of the confidential
 * volume (N2).
 */
import type { CaseType } from '#domain/case/types.ts';
import type { Instance } from '#domain/filing/kinds.ts';
import type { CaseKind } from '#domain/filing/party-words.ts';
import { caseKindOf } from '#db/queries/task-row.ts';
import type { Sql } from '#db/connect.ts';
import { livestreamWorkflowId } from '#domain/case/ids.ts';
import type { Participant } from '#domain/case/types.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import {
  applicationInForce, approvalInForce, isReturned, lacking, riskOf, screeningOf, statusOf, statusWords, stepNow, stepsOf, type Approval, type Lack, type Objection,
} from '#domain/livestream/approval-state.ts';
import { approvalFrom } from '#domain/livestream/told-again.ts';
import { wordEnd, wordEndForParticipant } from '#domain/livestream/wording.ts';
import type { Words } from '#domain/law/ruled.ts';

export interface LivestreamHearing {
  hearingId: string; caseId: string; caseNumber: string | null; causeOfAction: string; caseType: CaseType; instance: Instance; kind: string; startsAt: string; courtroom: string; state: string;
}
export interface LivestreamFound {
  hearing: LivestreamHearing;
  approval: Approval | null;
  names: ReadonlyMap<string, string>;
  forms: { fileId: string; version: number; at: string }[];
  /** Of the viewer, while they are open. */
  tasks: { taskId: string; kind: string; personId: string | null; role: string }[];
}

/** Null if there is no such hearing. */
export async function findLivestream(sql: Sql, hearingId: string): Promise<LivestreamFound | null> {
  const [[hearing], entries, tasks] = await Promise.all([
    sql<(Omit<LivestreamHearing, 'startsAt' | 'caseType' | 'instance'> & { startsAt: Date; particulars: CaseKind })[]>`
      select h.id as "hearingId", h.case_id as "caseId", c.case_number as "caseNumber", coalesce(f.cause_of_action, '') as "causeOfAction", h.kind, h.starts_at as "startsAt",
        coalesce(r.name, h.courtroom_id) as courtroom, h.state, ${caseKindOf(sql)} as particulars
      from hearings h join cases c on c.id = h.case_id left join filings f on f.case_id = h.case_id left join courtrooms r on r.id = h.courtroom_id where h.id = ${hearingId}`,
    sql<(JournalEntry & { at: string })[]>`
      select kind, at, data, case_id as "caseId", seq from journal where stream = ${livestreamWorkflowId(hearingId)}
        and kind in ('livestream-begun', 'livestream-event', 'livestream-decided', 'livestream-form-kept') order by seq`,
    sql<LivestreamFound['tasks']>`
      select id as "taskId", kind, person_id as "personId", role from tasks where stream = ${livestreamWorkflowId(hearingId)} and state = 'open' order by opened_at, id`,
  ]);
  if (!hearing) return null;
  const { particulars, ...shown } = hearing;
  const approval = approvalFrom(entries);
  const people = await sql<{ id: string; name: string }[]>`
    select p.id, p.name from persons p where p.id in (select person_id from participants where case_id = ${hearing.caseId}) or p.kind = 'staff'`;
  return {
    hearing: { ...shown, caseType: particulars.caseType, instance: particulars.instance ?? 'first', startsAt: hearing.startsAt.toISOString() }, approval, names: new Map(people.map(({ id, name }) => [id, name])), tasks: [...tasks],
    forms: entries.flatMap((entry) => (entry.kind === 'livestream-form-kept' ? [{ fileId: entry.data.fileId, version: entry.data.version, at: entry.at }] : [])),
  };
}

/** What a participant reads. */
export function ownPart({ approval, tasks }: LivestreamFound, personId: string) {
  const mine = approval?.participants.filter((one) => one.personId === personId) ?? [];
  const isMine = (participantId: string) => mine.some((one) => one.participantId === participantId);
  return {
    state: stateOf(approval),
    words: approval === null ? null : approval.end ? wordEndForParticipant(approval.end) : intended,
    told: mine.length > 0 && mine.every(({ participantId }) => approval?.told.includes(participantId)),
    noteTaskId: tasks.find((task) => task.kind === 'note-livestream' && task.personId === personId)?.taskId ?? null,
    objections: (approval?.objections ?? []).filter(({ participantId }) => isMine(participantId)).map(({ objectionId, at, grounds, decided }) => ({
      objectionId, at, grounds, decided: decided ? { wellFounded: decided.wellFounded, reason: decided.reason, at: decided.at } : null,
    })),
  };
}

const intended: Words = { zh: '本次庭审拟进行互联网直播', en: 'This hearing is to be livestreamed' };
export type LivestreamStateName = 'none' | 'open' | 'approved' | 'notStreamed';
export const stateOf = (approval: Approval | null): LivestreamStateName =>
  (approval === null ? 'none' : approval.end === undefined ? 'open' : approval.end.how === 'approved' ? 'approved' : 'notStreamed');

/** What the court reads. */
export function wholeApproval(approval: Approval, names: ReadonlyMap<string, string>) {
  const nameOf = (id: string): string => names.get(id) ?? id;
  const participantName = (participantId: string): string => nameOf(approval.participants.find((one) => one.participantId === participantId)?.personId ?? participantId);
  const { value: screening, articles } = screeningOf(approval);
  const risk = riskOf(approval);
  const status = statusOf(approval);
  const inForce = applicationInForce(approval);
  return {
    status, statusWords: approval.end ? wordEnd(approval.end) : statusWords[status],
    round: approval.round, risk: risk === 'none' ? null : risk, opening: approval.opening,
    judgeInCharge: nameOf(approval.judgeInCharge), panel: approval.panel.map(nameOf),
    facts: approval.facts as Record<string, unknown>,
    screening: { day: approval.day as string, streamable: screening.streamable, excluded: screening.excluded.map(ground), encouraged: screening.encouraged.map(ground), reportedUpward: screening.reportedUpward.map(ground), articles: [...articles] },
    assessments: approval.assessments.map(({ by, at, level, reasons, round }) => ({ name: nameOf(by), at, level, reasons, inForce: round === approval.round })),
    applications: approval.applications.map(({ by, at, version, round, ...content }) => ({ name: nameOf(by), at, version, inForce: inForce?.version === version, content: contentOf(content) })),
    returned: isReturned(approval),
    steps: stepsOf(approval).map((step) => ({
      step: step.id, kind: step.kind, role: step.role as string, title: step.title, articles: [...step.articles],
      state: approval.end?.how === 'refused' && approval.end.step === step.id ? 'refused' as const
        : approvalInForce(approval, step.id) ? 'approved' as const : stepNow(approval)?.id === step.id ? 'now' as const : 'waiting' as const,
      given: approval.approvals.filter((given) => given.step === step.id).map(({ by, at, opinion, reference, version, void: why }) => ({
        name: nameOf(by), at, opinion, reference: reference ?? null, version, void: why ?? null,
      })),
      returns: approval.returns.filter((back) => back.step === step.id).map(({ by, at, reason, version }) => ({ name: nameOf(by), at, reason, version })),
    })),
    told: approval.participants.map((one: Participant) => ({ participantId: one.participantId, name: nameOf(one.personId), role: one.role as string, told: approval.told.includes(one.participantId) })),
    objections: approval.objections.map((objection: Objection) => ({
      objectionId: objection.objectionId, name: participantName(objection.participantId), at: objection.at, grounds: objection.grounds,
      decided: objection.decided ? { wellFounded: objection.decided.wellFounded, reason: objection.decided.reason, at: objection.decided.at, name: nameOf(objection.decided.by) } : null,
    })),
    lacking: approval.end ? [] : lacking(approval).map((lack) => wordLack(lack, approval, nameOf, participantName)),
    end: approval.end ? {
      how: approval.end.how, at: approval.end.at, articles: [...approval.end.articles], reason: approval.end.how === 'approved' ? null : approval.end.reason,
      name: approval.end.how !== 'approved' && approval.end.by !== undefined ? nameOf(approval.end.by) : null,
    } : null,
  };
}

const ground = ({ code, message, article, facts }: { code: string; message: Words; article: ArticleId; facts: readonly string[] }) => ({ code, message, article: article as string, facts: [...facts] });
const contentOf = ({ divisionOfLabour, incidentPlan, outcomePlan, technicalArrangement, opinion }: Omit<Approval['applications'][number], 'by' | 'at' | 'version' | 'round'>) =>
  ({ divisionOfLabour, incidentPlan, outcomePlan, technicalArrangement, opinion });

function wordLack(lack: Lack, approval: Approval, nameOf: (id: string) => string, participantName: (id: string) => string): Words {
  switch (lack.lack) {
    case 'ended': return { zh: '已结束', en: 'It has ended' };
    case 'excluded': return { zh: '属于不得直播的情形', en: 'Excluded by law' };
    case 'assessment': return { zh: `待${nameOf(lack.of)}评估风险`, en: `${nameOf(lack.of)} is to assess the risk` };
    case 'application': return { zh: '待承办法官申报', en: 'The judge in charge is to apply' };
    case 'step': { const title = approval.chain.find(({ id }) => id === lack.step)?.title; return { zh: `待${title?.zh ?? lack.step}`, en: `Waiting: ${title?.en ?? lack.step}` }; }
    case 'notice': return { zh: `待告知${participantName(lack.of)}`, en: `${participantName(lack.of)} is to be told` };
    case 'objectionUndecided': return { zh: '有异议尚未审查', en: 'An objection is undecided' };
  }
}
