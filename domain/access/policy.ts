/**
 * Who may do what: one function over the person, what they are to the case, and the operation. The API asks it before
 * every operation and does nothing that it does not allow. `hide` is its second answer: who may not see a thing is told
 * that there is none (404); who may see it but not do this is told why (422).
 */
import { specialNeeded as needsSpecial } from '#domain/filing/acting.ts';
import type { Authority } from '#domain/filing/kinds.ts';
import type { CaseId, PersonId } from '#domain/case/ids.ts';
import type { EvidenceActName } from '#domain/evidence/acts.ts';
import type { StageOrClosed } from '#domain/case/stages.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import type { CaseRelation, StaffRole, TaskRole } from '#domain/people/roles.ts';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';
import { escalationRoles, type EscalationRole } from '#domain/tasks/escalation.ts';
import { isOfOperations } from '#domain/tasks/repair-step.ts';
import type { TaskKind } from '#domain/tasks/task-kind.ts';

/** The person who asks. `verified`: real-name verification (G3), or the court's own staff. */
export interface Viewer {
  personId: PersonId;
  roles: readonly StaffRole[];
  verified: boolean;
}

/** What the person is to the case, and where the case stands (a filing clerk sees it while it is being filed). */
export interface Standing {
  relation: CaseRelation;
  stage: StageOrClosed;
  /** Takes part as a witness and as nothing else. */
  witness?: boolean;
  /** Absent people of the court in whose place the person stands now, and what those are to the case. */
  deputyFor?: readonly { personId: PersonId; relation: CaseRelation }[];
  /** Heads the division that the case belongs to. */
  headOfDivision?: boolean;
  /** Of the court's staff: belongs to the division of the case. */
  ownDivision?: boolean;
}

export interface TaskSubject {
  kind: TaskKindName;
  role: TaskRole;
  personId: PersonId | null;
  /** Agents of the party whom it is for, where the kind lets them answer. */
  agents?: readonly { personId: PersonId; authority: Authority }[] | null;
}

export interface FileSubject {
  purpose: string;
  uploadedBy: PersonId | null;
  caseId: CaseId | null;
  /** The one participant that the document was made for (a notice); null or absent for what concerns everybody. */
  madeFor?: PersonId | null;
  /** False for evidence that was uploaded and not submitted yet: until then it is the uploader's alone. */
  submitted?: boolean;
  /** Of a recording that was made for one person (G10): the access that the judge granted lasts. */
  accessInForce?: boolean;
}

/** Everything that the policy is asked about. A new operation is a line here and does not compile until it is decided. */
export type Operation =
  // of the court as a whole
  | { do: 'file-case' }
  | { do: 'list-all-cases' }
  | { do: 'see-failed-steps' }
  | { do: 'reset-workflow' }
  | { do: 'see-health' }
  | { do: 'see-statistics' }
  | { do: 'see-looks' }
  | { do: 'see-calendar' }
  | { do: 'change-calendar' }
  | { do: 'see-home' }
  | { do: 'enter-absence' }
  | { do: 'see-absences' }
  | { do: 'see-escalated' }
  | { do: 'use-queue' }
  // of a case
  | { do: 'see-case' }
  | { do: 'see-timeline' }
  | { do: 'see-history' }
  | { do: 'audit-case' }
  | { do: 'see-slots' }
  | { do: 'name-unavailable-days' }
  | { do: 'confirm-notice' }
  | { do: 'tell-case' }
  | { do: 'name-successor' }
  // of a task
  | { do: 'see-task'; task: TaskSubject }
  | { do: 'answer-task'; task: TaskSubject }
  | { do: 'claim-task'; task: TaskSubject }
  | { do: 'assign-task'; task: TaskSubject }
  /** `escalatedTo`: the office that its being overdue went up to. */
  | { do: 'remind-of-task'; escalatedTo: EscalationRole }
  | { do: 'snooze-task'; task: TaskSubject }
  /** What the court's people say to each other about it. */
  | { do: 'read-comments'; task: TaskSubject }
  | { do: 'comment-task'; task: TaskSubject }
  // of a hearing
  | { do: 'see-hearing' }
  | { do: 'enter-hearing'; seated: boolean }
  | { do: 'move-phase' }
  | { do: 'change-hearing' }
  | { do: 'report-self-test' }
  /** `frozen`: a version is fixed for signing. */
  | { do: 'see-transcript'; frozen?: boolean }
  | { do: 'write-transcript' }
  | { do: 'reopen-transcript' }
  // of a recording
  | { do: 'see-recording' }
  | { do: 'apply-for-recording' }
  | { do: 'extract-recording' }
  // of evidence
  | { do: 'act-on-evidence'; act: EvidenceActName }
  // of the people of a case
  | { do: 'apply-for-recusal' }
  | { do: 'ask-replacement' }
  | { do: 'invite' }
  | { do: 'change-representative' }
  // of a livestream
  | { do: 'intend-livestream' }
  | { do: 'object-to-livestream' }
  | { do: 'report-livestream-facts' }
  | { do: 'see-livestream-approval' }
  // of a file
  | { do: 'see-file'; file: FileSubject };

export type OperationName = Operation['do'];

export type Permission = { allowed: true } | { allowed: false; hide: boolean; refusal: Refusal };

const allowed: Permission = { allowed: true };
const hidden: Permission = {
  allowed: false, hide: true,
  refusal: { code: 'not-found', articles: [], message: { zh: '没有找到。', en: 'Not found.' } },
};
const refuse = (code: string, zh: string, en: string, articles: Refusal['articles'] = []): Permission =>
  ({ allowed: false, hide: false, refusal: { code, articles, message: { zh, en } } });

const specialNeeded: Permission = { allowed: false, hide: false, refusal: needsSpecial('civil') };
const notYours = refuse('not-your-task', '这项任务不由您处理。', 'This task is not yours to answer.');
const notYourPart = refuse('not-your-part', '您在本案中的身份不能进行此操作。', 'Your part in this case does not allow this.');
const notYourOffice = refuse('not-your-office', '只有管理人员可以设置本院休息日。', 'Only a manager sets the court’s closing days.');
const notVerified = refuse('identity-not-verified', '请先完成实名认证。', 'Verify your real name first.', ['G3']);

/** Answers whether the person may do it. `standing` is null for what belongs to no case, and for a case that there is not. */
export function may(viewer: Viewer, standing: Standing | null, operation: Operation): Permission {
  const is = (...relations: CaseRelation[]) => standing !== null && relations.includes(standing.relation);
  const has = (...roles: StaffRole[]) => roles.some((role) => viewer.roles.includes(role));

  const bench = is('presidingJudge', 'panelMember');
  const participant = is('participant');
  // A witness tells what they know, and does not hear or read what others say before (CPL-75): the notice, the seat, the text to sign.
  const witness = participant && standing?.witness === true;
  // Who takes part in a case supervises it no more than anybody else does.
  const supervisor = has('manager', 'trialManagementOffice') && !participant;
  const filingClerk = has('filingClerk') && standing?.stage === 'filing';
  // Who stands in for an absent one of the case sees what that one sees to prepare, and answers their tasks; no more.
  const standsFor = (...relations: CaseRelation[]) => !participant && (standing?.deputyFor ?? []).some(({ relation }) => relations.includes(relation));
  const deputy = standsFor('presidingJudge', 'panelMember', 'clerkOfCase', 'technicianOfCase');
  const seesCase = standing !== null && (bench || participant || is('clerkOfCase', 'technicianOfCase') || supervisor || filingClerk || deputy);
  /** Allowed, or refused openly to whom the case is known, or hidden. */
  const only = (condition: boolean, otherwise: Permission = notYourPart) => (condition ? allowed : seesCase ? otherwise : hidden);

  switch (operation.do) {
    case 'file-case': // G3: real-name verification before filing; the court's staff do not file with their office
      if (viewer.roles.length > 0) return notYourPart;
      return viewer.verified ? allowed : notVerified;
    case 'list-all-cases':
    case 'see-statistics':
    case 'see-looks': // who looked at what (G10): for those who supervise
      return has('manager', 'trialManagementOffice') ? allowed : hidden;
    case 'see-failed-steps':
    case 'reset-workflow':
    case 'see-health':
      return has('operations') ? allowed : hidden;

    case 'see-calendar':
      return viewer.roles.length > 0 ? allowed : hidden;
    case 'change-calendar':
      return has('manager') ? allowed : viewer.roles.length > 0 ? notYourOffice : hidden;

    case 'see-home':
    case 'enter-absence':
      return viewer.roles.length > 0 ? allowed : hidden;
    case 'see-absences': // of others; one's own everybody of the court sees
      return has('divisionHead', 'manager') ? allowed : hidden;
    case 'see-escalated':
      return has(...escalationRoles) ? allowed : hidden;
    case 'use-queue':
      return viewer.roles.length > 0 ? allowed : hidden;

    case 'see-case':
      return only(seesCase);
    case 'see-timeline':
      return only(seesCase && !witness);
    case 'see-history':
    case 'audit-case': // reads only; that it was run, and what it found, is on record
      return standing !== null && supervisor ? allowed : seesCase ? notYourPart : hidden;
    case 'see-slots':
      return only(is('clerkOfCase', 'presidingJudge') || standsFor('clerkOfCase'));
    case 'name-unavailable-days': // CPL-149
    case 'confirm-notice':
      return only(participant && viewer.verified, participant ? notVerified : notYourPart);

    case 'tell-case': // what each may tell, and until when, the case decides by law (domain/case/happenings.ts)
      return only(participant ? viewer.verified : bench || is('clerkOfCase'), participant ? notVerified : notYourPart);
    case 'name-successor': // INT-55
      return only(is('presidingJudge', 'clerkOfCase'));

    case 'see-task':
      return standing !== null && maySeeTask(viewer, standing, operation.task, supervisor) ? allowed : hidden;
    case 'answer-task':
    case 'claim-task':
      if (standing === null || !maySeeTask(viewer, standing, operation.task, supervisor)) return hidden;
      if (!isFor(viewer, standing, operation.task)) return agentOf(viewer, operation.task) ? specialNeeded : notYours;
      return viewer.verified ? allowed : notVerified;
    case 'snooze-task':
      if (viewer.roles.length === 0 || standing === null || !maySeeTask(viewer, standing, operation.task, supervisor)) return hidden;
      return isFor(viewer, standing, operation.task) ? allowed : notYours;
    case 'read-comments':
      return viewer.roles.length > 0 && standing !== null && !participant && maySeeTask(viewer, standing, operation.task, supervisor) ? allowed : hidden;
    case 'comment-task': // who supervises reads, and changes nothing
      if (viewer.roles.length === 0 || standing === null || participant || !maySeeTask(viewer, standing, operation.task, supervisor)) return hidden;
      return maySeeTask(viewer, standing, operation.task, false) ? allowed : notYourPart;

    case 'assign-task':
      return standing !== null && mayAssign(viewer, standing, operation.task) ? allowed : hidden;
    case 'remind-of-task': // who supervises it: the head of the case's division, or the office further up
      if (standing === null || participant || !has(operation.escalatedTo)) return hidden;
      return operation.escalatedTo !== 'divisionHead' || standing.headOfDivision === true ? allowed : hidden;

    case 'see-hearing':
      return only(seesCase);
    case 'enter-hearing':
      return only(operation.seated && viewer.verified, operation.seated ? notVerified : notYourPart);
    case 'move-phase':
      return only(is('presidingJudge', 'clerkOfCase'));
    case 'change-hearing': // G4
      return only(is('clerkOfCase', 'presidingJudge'));
    case 'report-self-test': // G2
      return only(participant && viewer.verified, participant ? notVerified : notYourPart);
    case 'see-transcript': // G9: participants confirm the text, so they may read it
      return only(bench || (participant && (!witness || operation.frozen === true)) || is('clerkOfCase') || supervisor);
    case 'write-transcript': // G7: the clerk writes, the judge amends
      return only(is('clerkOfCase', 'presidingJudge'));
    case 'reopen-transcript':
      return only(is('presidingJudge'));

    case 'see-recording': // G10: the judge views and downloads; who supervises looks too, each look on record
      return only((bench || supervisor) && !participant);
    case 'apply-for-recording': // G10, REC-10: parties apply
      return only(participant && viewer.verified, participant ? notVerified : notYourPart);
    case 'extract-recording': // G6 (3)
      return only(is('presidingJudge'));
    case 'act-on-evidence': // G8; whether the person is a party, and whose the item is, the case's workflow knows
      return mayActOnEvidence(operation.act, is, only, participant && !viewer.verified);
    case 'apply-for-recusal': // CPL-47: the parties and who acts for them; the bench asks for its own
      return only(bench || is('clerkOfCase') || (participant && !witness && viewer.verified), participant && !witness ? notVerified : notYourPart);
    case 'ask-replacement':
      return only(bench || is('clerkOfCase'));
    case 'invite':
      return only(is('presidingJudge', 'clerkOfCase'));
    case 'change-representative': // CPL-63: which party, the operation finds out
      return only(participant && !witness && viewer.verified, participant && !witness ? notVerified : notYourPart);

    case 'intend-livestream': // N2: by the judge in charge
      return only(is('presidingJudge'));
    case 'object-to-livestream': // N4 (3), (4)
      return only(participant && viewer.verified, participant ? notVerified : notYourPart);
    case 'report-livestream-facts': // N6: the trial management office supervises
      return only(bench || is('clerkOfCase') || (has('trialManagementOffice') && !participant));

    case 'see-livestream-approval': // N2: 副卷; for the bench, its clerk, whoever supervises, and who decides a step of the chain
      if (participant) return notYourPart;
      return only(bench || is('clerkOfCase', 'technicianOfCase') || supervisor || (standing !== null && livestreamOffices.some((office) => holds(viewer, standing, office))));

    case 'see-file':
      return maySeeFile(viewer, standing, operation.file, { bench, participant, witness, supervisor, seesCase }) ? allowed : hidden;
  }
}

/** G8: parties offer and give opinions; the clerk enters what is said in the room; judge and clerk show and examine; the judge sets the time. */
function mayActOnEvidence(act: EvidenceActName, is: (...relations: CaseRelation[]) => boolean, only: (condition: boolean, otherwise?: Permission) => Permission, unverified: boolean): Permission {
  const otherwise = unverified ? notVerified : notYourPart;
  switch (act) {
    case 'offer': case 'replace': case 'withdraw': case 'askGuidance': return only(is('participant') && !unverified, otherwise);
    case 'opinion': return only((is('participant') && !unverified) || is('clerkOfCase', 'presidingJudge'), otherwise);
    case 'present': case 'examine': return only(is('presidingJudge', 'clerkOfCase'));
    case 'setPeriod': return only(is('presidingJudge'));
  }
}

/** Does the task wait for this person: addressed to them, to a role that they hold, or answerable beside that one. */
function isFor(viewer: Viewer, standing: Standing, task: TaskSubject): boolean {
  if (task.personId === viewer.personId) return true;
  const agency = agentOf(viewer, task);
  if (agency && (agency.authority === 'special' || byAgent(task.kind) === 'general')) return true;
  // G9: nobody signs, consents or acknowledges for another person.
  if (task.kind === 'sign-transcript' || task.kind === 'sign-mediation-agreement' || task.kind === 'receive-document') return false;
  if (task.personId === null && task.role !== 'participant' && holds(viewer, standing, task.role)) return standing.relation !== 'participant';
  if (isDeputyFor(viewer, standing, task) && !(taskCatalogue[task.kind] as TaskKind).personal) return true;
  return (taskCatalogue[task.kind] as { alsoBy?: readonly TaskRole[] }).alsoBy?.some((role) => isAlsoBy(viewer, standing, role)) ?? false;
}

/** The head of a division is that over its cases alone; in another division's case they hold no office (N2: 庭长). */
function holds(viewer: Viewer, standing: Standing, role: StaffRole): boolean {
  return viewer.roles.includes(role) && (role !== 'divisionHead' || standing.headOfDivision === true);
}

/** The task waits for an absent person in whose place the viewer, who holds the role too, stands now. Who takes part in a case stands in for nobody in it. */
export function isDeputyFor(viewer: Viewer, standing: Standing, task: TaskSubject): boolean {
  if (standing.relation === 'participant' || task.role === 'participant' || !viewer.roles.includes(task.role)) return false;
  return (standing.deputyFor ?? []).some(({ personId }) => personId === task.personId);
}

/** Offices whose open work is given to one of them; those further up, and operations, see to their own. */
export const assignableRoles: readonly TaskRole[] = ['filingClerk', 'clerk', 'judge', 'technician'];

/** What waits for anybody of a role is given to one by the head of the case's division, or by its judge or clerk in charge. */
function mayAssign(viewer: Viewer, standing: Standing, task: TaskSubject): boolean {
  if (standing.relation === 'participant' || task.personId !== null || !assignableRoles.includes(task.role)) return false;
  const head = viewer.roles.includes('divisionHead') && standing.headOfDivision === true;
  return head || standing.relation === 'presidingJudge' || standing.relation === 'clerkOfCase';
}

const byAgent = (kind: TaskKindName): Authority | undefined => (taskCatalogue[kind] as { byAgent?: Authority }).byAgent;
/** CPL-62: the viewer acts for the party whom it is for, where the kind lets agents answer. */
const agentOf = (viewer: Viewer, task: TaskSubject) => (byAgent(task.kind) === undefined ? undefined : task.agents?.find(({ personId }) => personId === viewer.personId));

/** "Also the clerk" means the clerk of this case; other roles of the court answer by their office. */
function isAlsoBy(viewer: Viewer, standing: Standing, role: TaskRole): boolean {
  if (standing.relation === 'participant') return false;
  if (role === 'clerk') return standing.relation === 'clerkOfCase';
  if (role === 'judge') return standing.relation === 'presidingJudge';
  return role !== 'participant' && holds(viewer, standing, role);
}

/** Parties see their own tasks alone; failed steps are for operations and for those who supervise. */
function maySeeTask(viewer: Viewer, standing: Standing, task: TaskSubject, supervisor: boolean): boolean {
  if (isFor(viewer, standing, task) || agentOf(viewer, task) || supervisor || isDeputyFor(viewer, standing, task)) return true;
  if (isOfOperations(task.kind)) return false;
  return ['presidingJudge', 'panelMember', 'clerkOfCase'].includes(standing.relation) || isOfDivision(viewer, standing, task);
}

/** The head of a division sees what waits in it; its people see what their own office has to do there. Neither sees the case for that. */
function isOfDivision(viewer: Viewer, standing: Standing, task: TaskSubject): boolean {
  if (standing.relation === 'participant') return false;
  return standing.headOfDivision === true || (standing.ownDivision === true && task.role !== 'participant' && viewer.roles.includes(task.role));
}

/** Work that concerns the court alone, or the court and one party: failed steps, the approval of a livestream (N2: 副卷), an application for a recording. Whoever may not see such a task is not told that it waits. */
const internalTasks: readonly TaskKindName[] = [
  'repair-step', 'confirm-repair', 'assess-livestream-risk', 'apply-livestream', 'screen-livestream', 'approve-livestream-division-head', 'approve-livestream-vice-president', 'report-livestream',
  'decide-livestream-objection', 'decide-recordings-request', 'decide-replacement', 'answer-assessor-invitation', 'fill-assessor-seat',
];
export const isInternal = (kind: TaskKindName): boolean => internalTasks.includes(kind);

/** Offices of the chain that decides a livestream (N2, N6). */
const livestreamOffices = ['technician', 'divisionHead', 'vicePresident', 'trialManagementOffice'] as const;

/** What goes into the confidential volume (副卷): recordings and the disc, N1; the journal and history of the case. */
const confidentialPurposes = ['recording', 'recording-extract', 'disc', 'archive-confidential', 'history', 'livestream-approval'];
export const isConfidential = (purpose: string): boolean => confidentialPurposes.includes(purpose);
/** A recording with the name of the one to whom the judge granted access (G10). */
export const grantedRecording = 'recording-access';
/** Files whose every look is on record. */
export const isLookKept = (purpose: string): boolean => isConfidential(purpose) || purpose === grantedRecording;

function maySeeFile(viewer: Viewer, standing: Standing | null, file: FileSubject, known: { bench: boolean; participant: boolean; witness: boolean; supervisor: boolean; seesCase: boolean }): boolean {
  // Until an operation has taken it, what somebody uploaded is theirs, and nobody else's.
  if (file.caseId === null) return file.uploadedBy === viewer.personId;
  // N-form: bound by the clerk, read by those who approve; never by who takes part.
  if (file.purpose === 'livestream-approval') {
    if (standing === null || known.participant) return false;
    const approves = holds(viewer, standing, 'divisionHead') || holds(viewer, standing, 'vicePresident');
    return known.bench || known.supervisor || approves || standing.relation === 'clerkOfCase';
  }
  if (isConfidential(file.purpose)) return standing !== null && !known.participant && (known.bench || known.supervisor); // G10
  if (file.purpose === grantedRecording) { // G10: the one to whom it was granted, as long as the access lasts
    return standing !== null && (known.participant ? file.madeFor === viewer.personId && file.accessInForce === true : known.bench || known.supervisor);
  }
  if (file.purpose === 'court-document') return known.bench || known.supervisor || standing?.relation === 'clerkOfCase'; // until it is served, it is the court's alone
  // What somebody uploaded is theirs to see as long as they have to do with the case.
  if (file.uploadedBy === viewer.personId && (standing === null || known.seesCase)) return true;
  if (known.witness) return file.madeFor === viewer.personId;
  if (standing === null || file.submitted === false) return false;
  if (file.purpose === 'signature') return known.bench || known.supervisor || standing.relation === 'clerkOfCase';
  // G5, G8: the technician helps with devices and with what is shown; pleadings and notices are not theirs.
  if (standing.relation === 'technicianOfCase' && !known.supervisor) return file.purpose === 'evidence';
  if (known.participant && file.madeFor) return file.madeFor === viewer.personId;
  return known.seesCase;
}

/** As whom a person moves a hearing's phases (G7), or null. */
export const movesAs = (relation: CaseRelation): 'judge' | 'clerk' | null =>
  relation === 'presidingJudge' ? 'judge' : relation === 'clerkOfCase' ? 'clerk' : null;
