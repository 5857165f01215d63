import type { SameKeys } from '#web/i18n/shape.ts';
import type { staff as chinese } from '#web/i18n/zh/staff.ts';

export const staff: SameKeys<typeof chinese> = {
  skipToContent: 'Skip to the content',
  navigation: 'Main navigation',
  crumbs: 'You are here',
  loading: 'Reading…',
  none: '—',
  signOut: 'Sign out',
  articleLabel: 'Under {{id}}: {{citation}}',
  nav: { queue: 'Work queue', cases: 'Cases', supervision: 'All cases', operations: 'Operations' },
  connection: { connecting: 'Connecting', live: 'Live', lost: 'Connection lost, connecting again' },
  signIn: {
    title: 'Court staff sign-in', username: 'User name', password: 'Password', submit: 'Sign in', busy: 'Signing in…', toParties: 'For parties',
    code: 'Code of your device', wrongCode: 'The code is wrong.', missing: 'Please fill in everything.', wrong: 'User name or password is wrong.', tooMany: 'Too many tries. Please wait a moment.', unavailable: 'Signing in is not possible right now. Please try again later.',
    demonstrationHint: 'Demonstration accounts: filing, clerk, clerk2, judge, judge2, technician, manager, operations, operations2; password kaiting-demo.',
    setUp: {
      title: 'Set up your second factor', explained: 'Signing in here needs a second factor. Confirm your password, scan the code with an authenticator app on your phone, and enter the six digits that it shows.',
      begin: 'Go on', refused: 'The password is wrong, or this is not possible right now.', scan: 'Scan with an authenticator app', backup: 'Backup codes: each works once. Keep them safe.',
    },
    expiredTitle: 'Your session has ended', expiredExplained: '{{name}}, please sign in again. What you typed on this page is kept, and you go on where you were.',
  },
  due: { none: 'No limit', left: '{{span}} left', overdue: '{{span}} overdue', ago: '{{span}} ago', justNow: 'just now' },
  queue: {
    title: 'Work queue', mine: 'Mine', roles: 'My roles', done: 'Done', overdue: '{{count}} overdue', preview: 'Selected task',
    column: { task: 'Task', case: 'Case', about: 'About', due: 'Due', opened: 'Since', claimed: 'Claimed' },
    noNumber: 'No number yet', new: 'new', gone: 'done', goneExplained: 'This task was just answered or taken back.',
    open: 'Open', claim: 'Claim', release: 'Release',
    changes: 'Changed: {{fresh}} new, {{gone}} done.', putInOrder: 'Put in order (r)',
    state: { completed: 'Done', withdrawn: 'Taken back', open: 'Open' },
  },
  keys: { title: 'Keys' },
  task: {
    ifNobodyActs: 'If nobody acts', for: 'For', due: 'Due', since: 'Since', claimed: 'Claimed by', articles: 'Under',
    doneTitle: 'Done: {{title}}', next: 'Next: {{title}} · {{number}}', backToQueue: 'Back to the queue',
    lastRefusal: 'The last answer was refused: ',
    completedMeanwhile: '{{by}} completed this task at {{at}}. What you typed is still here.',
    withdrawnMeanwhile: 'The case has moved on; this task was taken back.',
    claimedMeanwhile: '{{by}} has just claimed this task.',
    notYours: 'Open', notYoursExplained: 'This task is for {{who}}; you may look at it.',
    answered: 'The answer', answeredBy: 'Answered by', answeredAt: 'Answered',
    signingPage: 'Answered on the signing page', signingExplained: 'Read the whole transcript first, then sign.', toSigning: 'Read and sign',
    transcriptPage: 'Answered on the transcript’s page', transcriptExplained: 'Check the whole text; then a fixed version is made for signing.', toTranscript: 'Open the transcript',
    roomPage: 'A task of the hearing', roomExplained: 'It is usually answered in the hearing room; you can answer it here as well.', toRoom: 'Enter the hearing',
  },
  facts: { lateReason: 'Why it is late', about: 'What is asked', title: 'The occasion', applied: 'Applied for', document: 'Document', name: 'Name', identityNumber: 'Identity number', verified: 'Real name verified', phone: 'Phone', why: 'Reason', level: 'This level', answered: 'Electronic service', answers: { paper: 'Wants it on paper', refused: 'Refuses to sign for it', none: 'Not signed for in time' }, address: 'Address for service', record: 'Record of the call', explanation: 'Explanation', audio: 'sound', video: 'picture', gap: '{{from}} to {{to}}, {{seconds}} s missing' },
  slots: {
    title: 'Day, time and courtroom', earliest: 'Earliest lawful day: {{day}} (three working days’ notice)', rooms: '{{count}} rooms', none: 'Nothing is free soon; choose by hand.', notOffered: 'This time is not among those offered; it is checked when you submit.',
  },
  supervision: { history: 'Full history' },
  operations: {
    health: 'Health', healthy: 'healthy', ill: 'trouble', pendingCommands: 'commands without an answer', ambiguousEffects: 'effects with an unknown result',
    failedSteps: 'Failed steps ({{count}})', noFailedSteps: 'No failed steps.', step: 'Step', case: 'Case', error: 'Error', attempts: 'Attempts', since: 'Since', input: 'Input', repair: 'Repair',
  },
  signingRound: {
    title: 'Signing the transcript', progress: '{{signed}} signed, {{waiting}} to sign', notFixed: 'The transcript is not fixed yet; signing starts when the clerk has finished it.', none: 'No one has to sign yet.',
    scan: 'QR code for {{name}} to sign on a phone', here: 'Sign on this computer', signed: 'Signed', refused: 'Refused to sign', recordRefusal: 'Record that {{name}} refused to sign',
  },
};
