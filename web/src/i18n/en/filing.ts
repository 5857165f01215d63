import type { SameKeys } from '#web/i18n/shape.ts';
import type { filing as chinese } from '#web/i18n/zh/filing.ts';

export const filing: SameKeys<typeof chinese> = {
  role: {
    caseType: 'Kind of case', instance: 'Instance', actsFor: 'For whom do you file?', myself: 'For myself', organisation: 'For a company, agency or other organisation',
    organisationHint: 'You are its legal representative or principal', asParty: '{{party}} (or its legal representative or principal)', agentOf: 'Instructed by the {{party}}: name whom you act for, and your authority, with the parties',
    invited: 'Judges, clerks and others of the court sign in at the desk. Defenders, witnesses, interpreters and people’s assessors are invited by the court and do not file here.',
    ground: 'Ground of the private prosecution', groundHint: 'What needs public prosecution comes from the people’s procuratorate.',
  },
  organisation: {
    kind: 'Kind', name: 'Name of the organisation', creditCode: 'Unified social credit code', creditCodeHint: '18 characters, on the licence or certificate', creditCodeIfKnown: 'May be left empty if you do not know it',
    address: 'Registered address', office: 'Office of its representative', officeHint: 'For example legal representative, principal, director; in Chinese, as on the licence', acting: 'Name of its representative', actingNumber: 'Identity number of its representative', actingNumberHint: 'May be left empty if you do not know it',
  },
  agency: {
    heading: 'Agency', mine: 'Your authority', principals: 'Acts for', kind: 'Kind of agent', authority: 'Authority', authorityHint: 'Admitting, waiving or changing claims, settling, counterclaiming, appealing, and consenting to an online hearing need a special authority.',
    power: 'Power of attorney', powerHint: 'Signed or sealed by the principal', youNamed: '{{name}} (yourself)', add: 'Add an agent', unnamed: 'Person {{n}} (no name yet)',
  },
  appeal: {
    step: 'Decision appealed against', lead: 'As the judgment or ruling says.', number: 'Case number of first instance', numberHint: 'For example （2026）豫0611民初123号', decision: 'Kind of decision', decidedOn: 'Day of the decision', servedOn: 'Day you received it', servedHint: 'The time for appeal begins on the day after',
    was: 'In the first instance you (or your principal) were', publiclyProsecuted: 'This is a case of public prosecution', noDomicile: 'The appellant has no domicile in the People’s Republic (thirty days for the appeal)', lateBecause: 'Why the appeal is late', lateHint: 'Leave it empty if it is in time', need: 'Tell the decision that is appealed against',
    facts: '{{number}}, {{decision}} of {{decided}}, received {{served}}', until: 'Time for appeal until {{day}}', late: 'The appeal is late: {{why}}',
  },
  prosecution: {
    as: 'Public prosecutor', asHint: 'Sent by the people’s procuratorate to prosecute and to attend', lead: 'Name the procuratorate that prosecutes. You attend as its officer.', public: 'Public prosecution by a people’s procuratorate', desk: 'Prosecution', deskHeld: 'Held', deskOnline: 'Online because',
    held: 'Is the accused held?', isHeld: 'Held', notHeld: 'Not held', heldAt: 'The accused is held: {{place}}', place: 'Place of detention', placeHint: 'Of several accused, for each', online: 'Is it one of the criminal cases that may be heard online?',
    charge: 'Charge', chargeHint: 'In Chinese, for example 盗窃罪', claims: 'What is asked, and on what it rests', claimsHint: 'The law that applies, the sentence proposed', facts: 'Facts charged', factsHint: 'As in the indictment: time, place, what happened, what followed',
    materials: 'The indictment, the case file, the evidence, and the paper that sends you to court.',
  },
  materials: { required: 'Required', optional: 'If there is any' },
  check: { agentFor: 'Acts for: {{who}}' },
  correct: {
    lead: 'Please correct each of these; nothing else can be changed. What was there before is kept.', item: 'Correction {{n}}', why: 'Why: {{why}}', now: 'As it is now', nowIs: 'Now: {{text}}', instead: 'Change to', newFile: 'New file', untouched: 'Not changed yet', explanation: 'What was corrected', explanationHint: 'Say what you changed; if something cannot be corrected, say why',
    cause: 'Cause of action', submit: 'Submit the corrections',
  },
  desk: {
    kind: 'Case', materials: 'Filed materials', preview: 'Preview', noPreview: 'This kind of file cannot be shown here; download it.', open: 'Open in a new window', changed: 'What the corrections changed', version: 'Version {{n}}', before: 'Before', after: 'After', notChanged: 'Not changed', asked: 'Asked for: {{why}}', newMaterial: 'New',
    acting: '{{office}}: {{name}}', agentFor: 'For {{who}}; {{kind}}; {{authority}}', power: 'Power of attorney', code: 'Credit code {{code}}', ground: 'Ground of prosecution', appeal: 'Decision appealed against',
  },
};
