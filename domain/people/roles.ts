/**
 * Who people are: a person of the court holds staff roles; a participant holds one role in one case.
 * The words are those of the glossary (docs/glossary.md).
 */
import type { Words } from '#domain/law/ruled.ts';

export const staffRoles = [
  'filingClerk', 'clerk', 'judge', 'peoplesAssessor', 'technician',
  'divisionHead', 'vicePresident', 'courtPresident', 'trialManagementOffice', 'manager', 'operations',
] as const;
export type StaffRole = (typeof staffRoles)[number];

export const participantRoles = [
  'plaintiff', 'defendant', 'thirdParty', 'agent', 'defender', 'prosecutor', 'witness', 'interpreter',
  /** The officer of the detention centre or prison where the person asked is held (ONL-37). */
  'detentionPlace',
] as const;
export type ParticipantRole = (typeof participantRoles)[number];

/** What a person is to one case, as the policy sees it. `none` sees nothing. */
export const caseRelations = ['presidingJudge', 'panelMember', 'clerkOfCase', 'technicianOfCase', 'participant', 'none'] as const;
export type CaseRelation = (typeof caseRelations)[number];

/** The roles that tasks are addressed to. */
export type TaskRole = StaffRole | 'participant';

export const roleWords: Record<StaffRole | ParticipantRole | 'participant' | 'presidingJudge' | 'panelMember', Words> = {
  filingClerk: { zh: '立案庭', en: 'Filing clerk' },
  clerk: { zh: '书记员', en: 'Clerk' },
  judge: { zh: '法官', en: 'Judge' },
  presidingJudge: { zh: '审判长', en: 'Presiding judge' },
  panelMember: { zh: '合议庭成员', en: 'Panel member' },
  peoplesAssessor: { zh: '人民陪审员', en: "People's assessor" },
  technician: { zh: '技术人员', en: 'Technician' },
  divisionHead: { zh: '庭长', en: 'Division head' },
  vicePresident: { zh: '主管院长', en: 'Vice president' },
  courtPresident: { zh: '院长', en: 'Court president' },
  trialManagementOffice: { zh: '审管办', en: 'Trial management office' },
  manager: { zh: '管理人员', en: 'Manager' },
  operations: { zh: '运维人员', en: 'Operations' },
  participant: { zh: '诉讼参与人', en: 'Participant' },
  plaintiff: { zh: '原告', en: 'Plaintiff' },
  defendant: { zh: '被告', en: 'Defendant' },
  thirdParty: { zh: '第三人', en: 'Third party' },
  agent: { zh: '诉讼代理人', en: 'Agent' },
  defender: { zh: '辩护人', en: 'Defender' },
  prosecutor: { zh: '公诉人', en: 'Prosecutor' },
  witness: { zh: '证人', en: 'Witness' },
  interpreter: { zh: '翻译', en: 'Interpreter' },
  detentionPlace: { zh: '羁押场所', en: 'Place of detention' },
};

/** Who comes into a case by the court's invitation, besides parties and their agents. */
export const invitedRoles = ['prosecutor', 'defender', 'witness', 'interpreter', 'detentionPlace'] as const satisfies readonly ParticipantRole[];
export type InvitedRole = (typeof invitedRoles)[number];

/** Parties consent (G1), exchange evidence (G8) and are summoned; the others attend. */
export const isParty = (role: ParticipantRole): boolean => role === 'plaintiff' || role === 'defendant' || role === 'thirdParty';
