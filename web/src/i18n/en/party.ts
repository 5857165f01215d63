import type { SameKeys } from '#web/i18n/shape.ts';
import type { party as chinese } from '#web/i18n/zh/party.ts';

export const party: SameKeys<typeof chinese> = {
  common: {
    back: 'Back', next: 'Next', previous: 'Previous', loading: 'Loading…',
    yes: 'Yes', no: 'No', signOut: 'Sign out',
    article: 'Under {{article}}', required: 'Please fill this in', saved: 'Draft saved', savedHere: 'Draft kept on this device, being saved…',
    signedOut: 'Your sign-in has expired. What you wrote is still here.', signInAgain: 'Sign in again',
    remove: 'Remove', optionalHint: 'May be left empty',
  },
  problem: { alreadyDoneShort: 'This was completed before.' },
  front: {
    title: 'Online hearings', heading: 'File and attend online', lead: 'Online services of {{court}}. By phone or computer; nothing to install.', desk: 'Desk', deskMore: '{{name}}, to your desk', file: 'File a case', fileMore: 'After real-name verification: write and upload', cases: 'My cases', casesMore: 'Where it is, what to do, documents, signing', attend: 'Attend a hearing', attendMore: 'With the meeting number from the SMS', how: 'How a case goes online',
    steps: { one: 'Filing: statement and materials; the filing division reviews.', two: 'Consent: all parties agree to go online and exchange evidence.', three: 'Hearing: told at least 3 working days before, then enter the courtroom.', four: 'Signing: read and sign the transcript; the file is sealed.' },
  },
  signIn: {
    title: 'Sign in by phone', lead: 'Parties, agents and whoever the court invites sign in with their phone number.', phone: 'Phone number', phoneWrong: 'Please enter the 11 digits of the phone number', sendCode: 'Get a code', sendAgain: 'Again in {{seconds}} s',
    sent: 'A code was sent to {{phone}}; it is valid for 5 minutes.', code: 'Code from the SMS', codeWrong: 'Please enter the 6 digits', enter: 'Sign in', staff: 'Court staff sign in here', outbox: 'Demonstration court: find the code in the SMS outbox', demonstration: 'Demonstration parties: 张三 13800000001, 李四 13800000002, 王五 13800000003, 赵六 13800000004.',
    error: {
      wrong: 'The code is wrong. Please compare it with the SMS.', reused: 'The code was used before or is no longer valid. Please get a new one.', expired: 'The code has expired. Please get a new one.',
      tooMany: 'Too many wrong tries. Please get a new code.', phone: 'The phone number is not valid.', network: 'No network; please try again.', other: 'Signing in did not work; please try again.',
    },
    why: 'Why sign in', whyText: 'Online filing and hearings need real-name verification. Your phone number is used for proceedings at this court only.',
  },
  identity: {
    title: 'Real-name verification', lead: 'Before filing or attending a hearing online, please verify who you are.', name: 'Name', nameHint: 'As on the identity card', number: 'Identity number', numberHint: '18 characters, the last may be X',
    wrongName: 'Please fill in the name', demonstration: 'Demonstration parties: 张三 410602198503071010, 李四 410802199005122028, 王五 410602197809233030, 赵六 410811199511054044.',
    submit: 'Verify',
  },
  home: {
    title: 'My cases', hello: 'Hello, {{name}}', todo: 'For you to do', nothingToDo: 'There is nothing for you to do now.', nothingToDoMore: 'We send an SMS when there is.',
    open: 'Open', closed: 'Closed', noneOpen: 'No open cases.', noneClosed: 'No closed cases.', file: 'File a case', meeting: 'Attend by meeting number', meetingNumber: 'Meeting number', meetingHint: 'In the SMS of the hearing’s notice', meetingWrong: 'A meeting number has 6 to 12 digits',
    enter: 'Enter', meetingNotFound: 'There is no hearing with this number, or you do not take part in it.', meetingCheck: 'Please compare it with the number in the SMS. Your hearings are also under “My cases”.', noNumber: 'No case number yet', filedOn: 'Filed {{date}}', nextHearing: 'Hearing {{time}}', mine: '{{count}} for you to do', until: 'by {{time}}', overdue: 'overdue since {{time}}',
    stageSince: '{{stage}}, since {{date}}', verifyFirst: 'Please verify your identity first', loadMore: 'More cases',
  },
  filing: {
    title: 'File a case', steps: { role: 'Who files', claim: 'Claims', others: 'Parties and agents', materials: 'Materials', scope: 'How it is heard', check: 'Check and submit' }, stepOf: 'Step {{step}} of {{count}}',
    resumed: 'What you wrote last time is back.', startOver: 'Start over', startOverConfirm: 'Clear everything you wrote?',
    role: {
      heading: 'As whom do you file?', plaintiff: 'As the plaintiff', plaintiffHint: 'For your own rights', agent: 'As an agent', me: 'Filed by', meHint: 'From the real-name verification; cannot be changed',
    },
    claim: {
      cause: 'Cause of action', causeHint: 'For example 买卖合同纠纷 (sales contract dispute)', claims: 'Claims', claimsHint: 'One a line, with amount and time', facts: 'Facts and reasons', factsHint: 'When, where, what happened, and why you claim this',
    },
    others: {
      lead: 'At least one other side ({{other}}). Name and identity number as on the card; the phone number is for notices.', add: 'Add another person', remove: 'Remove this person', role: 'Role', name: 'Name', identityNumber: 'Identity number', phone: 'Phone number', person: 'Person {{n}}',
      duplicate: 'This identity number is there already',
    },
    materials: { lead: 'Statement of claim, proof of identity, main evidence. Agents also upload the power of attorney.', need: 'Please upload at least one file', stillSending: 'A file is still being sent' },
    scope: {
      heading: 'Which of these are true?', lead: 'Cases with any of these are not heard online. Please answer truthfully.', stateSecret: 'State secrets', personalPrivacy: 'Personal privacy', divorce: 'Divorce where a party applied for a closed hearing', tradeSecret: 'Trade secrets', otherwise: 'Not public by law for another reason', nothing: 'None of these',
      excluded: 'With this the case is not heard online. It can still be filed.', online: 'Apply for an online hearing?', apply: 'Yes, online', applyHint: 'Attend from home by phone or computer; needs the court’s permission', notApply: 'No', notApplyHint: 'The court may still ask the parties',
    },
    check: {
      lead: 'The filing division reviews it next. Please check each part.', edit: 'Change', declare: 'All this is true, and I answer for it by law', needDeclare: 'Please tick the declaration', submit: 'Submit', submitting: 'Submitting…', fix: '{{count}} places still need something',
    },
    done: {
      title: 'Submitted', lead: 'The filing has arrived; the filing division reviews it within the time of the law: 7 days for civil and administrative cases and for a public prosecution, 15 for a private prosecution, 5 on appeal.', number: 'Reference', next: 'What follows', first: 'The filing division reviews it and tells you if something must be corrected.', second: 'Once accepted, every party is asked to consent to the online hearing.', third: 'Evidence is exchanged, and you get an SMS at least 3 working days before the hearing.', toCase: 'See the case', toHome: 'Back to my cases',
    },
  },
  files: {
    choose: 'Choose files or take a photo', limits: 'PDF, Word, pictures, sound, video; up to 200 MB each', sending: 'Sending {{percent}}%', sent: 'Sent', stop: 'Stop', retry: 'Send again', remove: 'Remove {{name}}', previewOf: 'View {{name}}',
    trouble: { tooLarge: 'Larger than 200 MB; please compress or split it.', empty: 'The file is empty; please choose another.', signedOut: 'Your sign-in has expired; sign in and send it again.', network: 'The network broke; the file did not arrive.', stopped: 'Stopped.', refused: 'Not accepted: the format is not supported, or the content is not what the name says.' },
  },
  stage: { filing: 'Filing', consent: 'Consent', evidence: 'Evidence', scheduling: 'Schedule', preparation: 'Prepare', hearing: 'Hearing', signing: 'Signing', archiving: 'Archive' },
  case: {
    title: 'Pocket courtroom', where: 'Where it is', waiting: 'Waiting for', since: 'Since', until: 'Until', noLimit: 'no limit', article: 'Under', sitting: 'The courtroom is open: enter it below. Nobody leaves without permission while the court sits.', waitingNobody: 'The court is working on it; nothing for you to do.', you: 'You', overdue: 'overdue', reason: 'Reason: {{reason}}', youNamed: '{{name}} (you)',
    parties: 'Who takes part', judge: 'Judge', clerk: 'Clerk', technician: 'Technician', claims: 'Claims', facts: 'Facts and reasons',
    hearing: 'Hearing', session: 'Session {{n}}', time: 'Time', courtroom: 'Courtroom', meetingNumber: 'Meeting number', notice: 'Notice of the hearing', noticeOf: 'Notice to your principal: {{who}}', noticeConfirmFor: 'Confirm for the principal that it was received', noticeConfirm: 'I have received the notice', noticeConfirmed: 'You confirmed it {{time}}', noticeToConfirm: 'Please confirm the notice of the hearing', noticeWhy: 'Please confirm that you received it; otherwise the clerk calls you.', noticeDocument: 'Read the notice',
    enterRoom: 'Enter the courtroom', roomNotOpen: 'Opens 30 minutes before the hearing', roomClosed: 'This hearing is over', postponed: 'Postponed', evidence: 'Evidence', evidenceBy: 'submitted by {{who}}', evidenceProves: 'Proves: {{what}}', documents: 'Documents', noDocuments: 'No documents yet.', timeline: 'What happened', archive: 'The case is archived and sealed',
    provenPhone: 'The clerk told you by phone', provenWaived: 'The judge waived the confirmation',
    purpose: { statement: 'Statement', ruling: 'Ruling', filing: 'Filed material', evidence: 'Evidence', notice: 'Notice', transcript: 'Transcript', 'session-document': 'Document of the court', 'service-receipt': 'Receipt of service', signature: 'Signature', archive: 'Archive', recording: 'Recording', other: 'Other' },
  },
  task: {
    why: 'Why', otherwise: 'If you do nothing: {{what}}', due: 'Please do this by {{time}}', overdue: 'Overdue since {{time}}; please do it soon', noDue: 'No time limit', submit: 'Submit', submitting: 'Submitting…', done: 'Submitted', doneLead: 'The court has it; the case goes on.', toCase: 'Back to the case', toHome: 'Back to my cases', nextTask: 'Do the next one',
    withdrawn: 'This was withdrawn; nothing to do any more.', notMine: 'This is not for you to do.', completed: 'Completed by {{by}}, {{at}}.', changed: 'This has just changed', refused: 'Not accepted', toRoom: 'Do it in the courtroom', toSigning: 'Read and sign', draftBack: 'What you wrote last time is back.', decision: 'Your decision', reason: 'Reason', reasonHint: 'At least two characters; it goes on record', reasonWrong: 'Please give a reason (at least two characters)',
  },
  service: { heading: 'The document', open: 'Read “{{title}}”', goesBack: 'It takes effect only when every party has signed for it. Who refuses goes back on it: it has no effect, and the case goes on.' },
  consent: { consentMeans: 'You attend by phone or computer, with the same effect as in the courtroom.', refuseMeans: 'The case continues offline; you attend at the court.', legal: 'The choice is free. If one party refuses, the whole case continues offline.', explanation: 'What the court explains' },
  evidence: {
    item: 'Item {{n}}', add: 'Add an item', remove: 'Remove item {{n}}', title: 'Title', titleHint: 'For example: sales contract of 5 March 2026', source: 'Source', sourceHint: 'Who has the original, how it was obtained', proves: 'What it proves', file: 'File', nothingHint: 'If you have none, submit an empty list', submitSome: 'Submit {{count}} item(s)', submitNone: 'Submit (no evidence)', sending: 'A file is still being sent',
  },
  opinion: {
    reasonOf: 'Why you dispute: {{aspect}}',
    lead: 'Look at each item of the other side and give your opinion.', none: 'The other side submitted no evidence; just submit.', authenticity: 'Authenticity', legality: 'Legality', relevance: 'Relevance', accept: 'Accept', deny: 'Dispute', remark: 'Remark', remarkHint: 'If you dispute it, say why', open: 'View the item', incomplete: '{{count}} item(s) not complete', remarkNeeded: 'Please say why you dispute it',
  },
  channel: {
    how: 'What do you attend with?', phone: 'A phone', phoneHint: 'On Wi-Fi, with the charger plugged in', pc: 'A computer', pcHint: 'With camera and microphone', test: 'Test your device', start: 'Start the test', again: 'Test again', allow: 'The browser asks for camera and microphone: please choose “Allow”.', testing: 'Testing…',
    camera: 'Camera', cameraSee: 'Do you see yourself?', microphone: 'Microphone', microphoneSpeak: 'Say a few words; the green bar moves.', speaker: 'Speaker', speakerPlay: 'Play a sound', speakerHear: 'Did you hear it?', network: 'Network', networkGood: 'Works, {{rtt}} ms there and back', networkBad: 'Does not work: {{why}}', yes: 'Yes', no: 'No', works: 'Works', fails: 'Does not work', waiting: 'Not tested yet',
    venue: 'Place', venueDeclare: 'During the hearing I am in a closed, quiet place, and nobody else is there', submit: 'Submit the result', incomplete: 'Please finish the test first', withFailure: 'Something does not work. After you submit, a technician gets in touch.',
    deviceFailure: '{{device}}: {{why}}',
    denied: 'The browser does not allow it. Please allow camera and microphone for this site in its settings, then test again.', missing: 'No device found; plug it in and test again.', busy: 'Another program uses the device; close it and test again.', insecure: 'Cameras do not work at this address: please use the https address from the SMS.', unknown: 'The test did not work: {{why}}',
    why: { signalling: 'the court’s server cannot be reached', ice: 'the network blocks calls (UDP)', other: 'unknown' },
  },
};
