import type { SameKeys } from '#web/i18n/shape.ts';
import type { happenings as chinese } from '#web/i18n/zh/happenings.ts';

export const happenings: SameKeys<typeof chinese> = {
  title: 'Something has changed',
  lead: 'Tell the court when one of these happens. Each goes on the record of the case.',
  forWhom: 'For which party do you act?', needsSpecial: 'Your authority is general. Not for you to do: {{what}}. It needs a special authority, or the party does it.', choose: 'What it is',
  none: 'There is nothing of this kind to be told now.',
  action: {
    factRecorded: 'Record a new fact', factClaimed: 'Claim a new fact', consentWithdrawn: 'Withdraw my consent to the online hearing', withdrawalOfAppeal: 'Apply to withdraw the appeal', withdrawalOfProsecution: 'Apply to withdraw the private prosecution', withdrawalOfPublicProsecution: 'Ask to withdraw the prosecution', withdrawalApplied: 'Apply to withdraw the action', settled: 'Tell the court that we settled', groundReported: 'Report a ground for suspension',
  },
  follows: {
    factRecorded: 'Whether the case may be heard online is decided again at once. If it may not, it goes offline: open tasks are taken back, a hearing that is fixed is cancelled and everybody told; a running session closes, and what was held is signed and archived.',
    factClaimed: 'The judge decides on it. If it is so, whether the case may be heard online is decided again at once, and it may go offline.',
    consentWithdrawn: 'The case goes offline at once; a hearing that is fixed is cancelled and everybody told. This cannot be undone. Once the hearing has opened, consent cannot be withdrawn.',
    withdrawalApplied: 'The judge rules whether it is permitted; everybody gets the ruling. If so, the case is closed; what was held is archived. Before the case is accepted, the filing ends at once.',
    settled: 'The other side confirms, then the judge decides: the withdrawal is permitted, or a mediation agreement is made, which takes effect when all have signed for it. Until then the case goes on.',
    groundReported: 'The judge rules. If the proceedings are suspended, periods stop, open tasks are taken back, a hearing that is fixed is cancelled and everybody told; when the ground has ceased, the stage begins again.',
  },
  toldBy: 'Told by',
  field: { fact: 'Fact', holds: 'Is it so?', yes: 'Yes', no: 'No (not so, or not any more)', reason: 'Explanation', terms: 'Terms of the settlement', wish: 'What you ask of the court', ground: 'Ground', participantId: 'Whom it is about', documents: 'Supporting documents' },
  factMark: 'Facts on record: {{facts}}', noFacts: 'No fact is on record that bears on the online hearing.',
  wishes: { withdrawal: 'Permit the withdrawal', mediationAgreement: 'Make a mediation agreement' },
  understood: 'I understand what follows, and confirm.',
  submit: 'Submit', submitting: 'Submitting…', cancel: 'Cancel', fillIn: 'Please fill in every field (an explanation of at least two characters).',
  done: 'The court has it. The case’s page shows what becomes of it.', toCase: 'Back to the case',
  suspended: 'Suspended', suspendedSince: 'Suspended since {{time}}', suspendedBecause: 'Ground: {{ground}}', suspendedReason: 'Reason: {{reason}}',
  suspendedMeans: 'No period runs and no hearing is held meanwhile; when the ground has ceased, the judge resumes the proceedings.',
  successor: 'Name a successor', successorLead: 'Heirs, or who takes over rights and duties, are named here; what the party did before is binding on them. The judge resumes the proceedings afterwards.', successorOf: 'Takes the place of {{name}}', name: 'Name', identityNumber: 'Identity number', phone: 'Mobile phone', successorDone: 'Named.', successorSubmit: 'Name',
  left: 'Succeeded by another',
};
