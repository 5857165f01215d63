/** The catalogue of everything that a person can be asked to do. */
import { acceptInvitation } from '#domain/tasks/accept-invitation.ts';
import { acknowledgeDiscipline } from '#domain/tasks/acknowledge-discipline.ts';
import { adjournHearing } from '#domain/tasks/adjourn-hearing.ts';
import { admitLateEvidence } from '#domain/tasks/admit-late-evidence.ts';
import { applyLivestream } from '#domain/tasks/apply-livestream.ts';
import { approveLivestreamDivisionHead } from '#domain/tasks/approve-livestream-division-head.ts';
import { approveLivestreamVicePresident } from '#domain/tasks/approve-livestream-vice-president.ts';
import { answerAssessorInvitation } from '#domain/tasks/answer-assessor-invitation.ts';
import { assessLivestreamRisk } from '#domain/tasks/assess-livestream-risk.ts';
import { chooseChannel } from '#domain/tasks/choose-channel.ts';
import { completeArchive } from '#domain/tasks/complete-archive.ts';
import { confirmEvidence } from '#domain/tasks/confirm-evidence.ts';
import { confirmRepair } from '#domain/tasks/confirm-repair.ts';
import { confirmSettlement } from '#domain/tasks/confirm-settlement.ts';
import { consentOnline } from '#domain/tasks/consent-online.ts';
import { correctFiling } from '#domain/tasks/correct-filing.ts';
import { decideFact } from '#domain/tasks/decide-fact.ts';
import { decideLivestreamObjection } from '#domain/tasks/decide-livestream-objection.ts';
import { decideRecordingsRequest } from '#domain/tasks/decide-recordings-request.ts';
import { decideRecusal } from '#domain/tasks/decide-recusal.ts';
import { decideReplacement } from '#domain/tasks/decide-replacement.ts';
import { explainGap } from '#domain/tasks/explain-gap.ts';
import { fillAssessorSeat } from '#domain/tasks/fill-assessor-seat.ts';
import { finishTranscript } from '#domain/tasks/finish-transcript.ts';
import { helpWithTest } from '#domain/tasks/help-with-test.ts';
import { guideEvidence } from '#domain/tasks/guide-evidence.ts';
import { noteLivestream } from '#domain/tasks/note-livestream.ts';
import { permitOnline } from '#domain/tasks/permit-online.ts';
import { phoneNotice } from '#domain/tasks/phone-notice.ts';
import { proposeOnline } from '#domain/tasks/propose-online.ts';
import { recheckDate } from '#domain/tasks/recheck-date.ts';
import { receiveMediationAgreement } from '#domain/tasks/receive-mediation-agreement.ts';
import { recordRefusalToSign } from '#domain/tasks/record-refusal-to-sign.ts';
import { repairStep } from '#domain/tasks/repair-step.ts';
import { reportLivestream } from '#domain/tasks/report-livestream.ts';
import { resumeCase } from '#domain/tasks/resume-case.ts';
import { resumeHearing } from '#domain/tasks/resume-hearing.ts';
import { reviewFiling } from '#domain/tasks/review-filing.ts';
import { ruleOnSettlement } from '#domain/tasks/rule-on-settlement.ts';
import { ruleOnSuspension } from '#domain/tasks/rule-on-suspension.ts';
import { ruleOnWithdrawal } from '#domain/tasks/rule-on-withdrawal.ts';
import { ruleOnDeparture } from '#domain/tasks/rule-on-departure.ts';
import { scheduleHearing } from '#domain/tasks/schedule-hearing.ts';
import { screenLivestream } from '#domain/tasks/screen-livestream.ts';
import { signTranscript } from '#domain/tasks/sign-transcript.ts';
import { submitEvidence } from '#domain/tasks/submit-evidence.ts';
import { suspendOrContinue } from '#domain/tasks/suspend-or-continue.ts';
import { testCourtroomTechnology } from '#domain/tasks/test-courtroom-technology.ts';
import { testCourtroom } from '#domain/tasks/test-courtroom.ts';
import { verifyCause } from '#domain/tasks/verify-cause.ts';
import { verifyIdentity } from '#domain/tasks/verify-identity.ts';
import { verifyRepresentative } from '#domain/tasks/verify-representative.ts';
import { waiveNotice } from '#domain/tasks/waive-notice.ts';
import { confirmMediationAgreement } from '#domain/tasks/confirm-mediation-agreement.ts';
import { enterJudgment } from '#domain/tasks/enter-judgment.ts';
import { listDocumentToServe } from '#domain/tasks/list-document-to-serve.ts';
import { receiveDocument } from '#domain/tasks/receive-document.ts';
import { recordService } from '#domain/tasks/record-service.ts';
import { settleIssues } from '#domain/tasks/settle-issues.ts';
import { signMediationAgreement } from '#domain/tasks/sign-mediation-agreement.ts';
import { writeMediationAgreement } from '#domain/tasks/write-mediation-agreement.ts';
import type { z } from 'zod';

export const taskCatalogue = {
  'accept-invitation': acceptInvitation,
  'acknowledge-discipline': acknowledgeDiscipline,
  'adjourn-hearing': adjournHearing,
  'admit-late-evidence': admitLateEvidence,
  'answer-assessor-invitation': answerAssessorInvitation,
  'apply-livestream': applyLivestream,
  'approve-livestream-division-head': approveLivestreamDivisionHead,
  'approve-livestream-vice-president': approveLivestreamVicePresident,
  'assess-livestream-risk': assessLivestreamRisk,
  'choose-channel': chooseChannel,
  'complete-archive': completeArchive,
  'confirm-evidence': confirmEvidence,
  'confirm-repair': confirmRepair,
  'confirm-settlement': confirmSettlement,
  'consent-online': consentOnline,
  'correct-filing': correctFiling,
  'decide-fact': decideFact,
  'decide-livestream-objection': decideLivestreamObjection,
  'decide-recordings-request': decideRecordingsRequest,
  'decide-recusal': decideRecusal,
  'decide-replacement': decideReplacement,
  'explain-gap': explainGap,
  'fill-assessor-seat': fillAssessorSeat,
  'finish-transcript': finishTranscript,
  'help-with-test': helpWithTest,
  'guide-evidence': guideEvidence,
  'note-livestream': noteLivestream,
  'permit-online': permitOnline,
  'phone-notice': phoneNotice,
  'propose-online': proposeOnline,
  'recheck-date': recheckDate,
  'receive-mediation-agreement': receiveMediationAgreement,
  'record-refusal-to-sign': recordRefusalToSign,
  'repair-step': repairStep,
  'report-livestream': reportLivestream,
  'resume-case': resumeCase,
  'resume-hearing': resumeHearing,
  'review-filing': reviewFiling,
  'rule-on-settlement': ruleOnSettlement,
  'rule-on-suspension': ruleOnSuspension,
  'rule-on-withdrawal': ruleOnWithdrawal,
  'rule-on-departure': ruleOnDeparture,
  'schedule-hearing': scheduleHearing,
  'screen-livestream': screenLivestream,
  'sign-transcript': signTranscript,
  'submit-evidence': submitEvidence,
  'suspend-or-continue': suspendOrContinue,
  'test-courtroom': testCourtroom,
  'test-courtroom-technology': testCourtroomTechnology,
  'verify-cause': verifyCause,
  'verify-identity': verifyIdentity,
  'verify-representative': verifyRepresentative,
  'waive-notice': waiveNotice,
  // What follows a session, by its kind (workflows/case/outcomes.ts).
  'confirm-mediation-agreement': confirmMediationAgreement,
  'enter-judgment': enterJudgment,
  'list-document-to-serve': listDocumentToServe,
  'receive-document': receiveDocument,
  'record-service': recordService,
  'settle-issues': settleIssues,
  'sign-mediation-agreement': signMediationAgreement,
  'write-mediation-agreement': writeMediationAgreement,
} as const;

export type TaskKindName = keyof typeof taskCatalogue;
export type OutcomeOf<K extends TaskKindName> = z.infer<(typeof taskCatalogue)[K]['outcome']>;
export const taskKindNames = Object.keys(taskCatalogue) as TaskKindName[];
export const isTaskKind = (name: string): name is TaskKindName => Object.hasOwn(taskCatalogue, name);
