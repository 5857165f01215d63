import type { SameKeys } from '#web/i18n/shape.ts';
import type { scheduling as chinese } from '#web/i18n/zh/scheduling.ts';

export const scheduling: SameKeys<typeof chinese> = {
  provisional: 'Provisional',
  provisionalWhy: 'The holidays of that year are not published yet: the date is looked at again when they are.',
  slots: { earliest: 'Earliest time at which everybody is free', pickEarliest: '{{day}} {{time}}, {{room}}', week: 'See the week', noneFree: 'Soon there is no time at which everybody is free.' },
  change: {
    open: 'Move or cancel', move: 'Move', cancel: 'Cancel this hearing', what: 'What to do', reason: 'Reason', duration: 'Duration (minutes)', day: 'Day', time: 'Start', room: 'Courtroom',
    moveExplained: 'The old time is free at once. Everybody gets a new notice and SMS; the period of notice is counted anew, what was confirmed is void, and the preparation begins again.', cancelExplained: 'Everybody is told by SMS, and the case goes back to scheduling.',
    doMove: 'Move and tell everybody', doCancel: 'Cancel and tell everybody', movedTo: 'Moved: not held at this time',
  },
  sms: { label: 'SMS', sending: 'being sent', sent: 'sent', delivered: 'delivered', failed: 'not delivered', unknown: 'not known whether it went out', none: 'no SMS', at: '{{what}}, {{time}}', note: 'Record: {{note}}' },
  tests: { title: 'Device tests', points: '{{score}} points', passed: 'Good', weak: 'Poor, but usable', failed: 'Not good enough', minus: '{{what}} (−{{points}})', earlier: 'Tested {{count}} times', none: 'Not tested yet' },
  calendar: {
    nav: 'Calendar', title: 'The week', week: '{{from}} to {{to}}', previous: 'Week before', next: 'Week after', today: 'This week', caption: 'Hearings and free times of each courtroom in this week', courtroom: 'Courtroom',
    why: { workday: 'working day', makeUp: 'make-up day', weekend: 'weekend', holiday: 'public holiday', closing: 'court closed' },
    taken: 'Taken', judge: 'Judge {{name}}', clerk: 'Clerk {{name}}', free: 'Book {{time}}', freeAt: 'Book in {{room}}: {{day}} {{time}}', none: '—',
    forCase: 'Scheduling {{number}}: choose a free time.', back: 'Back to the task', days: 'Working days and closing days', loading: 'Reading…',
    openCase: '{{number}}, {{cause}}',
  },
  closing: {
    title: 'Working days and closing days of {{year}}', previous: 'Year before', next: 'Year after', source: 'Published as', publishedNot: 'The holidays of {{year}} are not published yet: these are the days that the law names, and make-up days are unknown. When they are published, dates that were set are looked at again by themselves.',
    own: 'The court’s own closing days', none: 'There are none.', day: 'Day', reason: 'Reason', by: 'Set', removed: 'Taken back', state: 'State', inForce: 'In force', takenBack: 'Taken back',
    add: 'Add a closing day', addDo: 'Add', addExplained: 'Every open case looks at its dates again at once: periods that end on the day end on the next working day, and the clerk decides about a hearing whose date no longer holds.', remove: 'Take back {{day}}', removeReason: 'Reason for taking it back', removeDo: 'Take back',
    holidays: 'Days off', makeUp: 'Make-up days', range: '{{from}} to {{to}}', readOnly: 'A manager sets them.', week: 'The week',
  },
  retest: { title: 'Test your device', link: 'Test the device again', lead: 'Test as often as you like before the hearing; each result goes into the file.', channel: 'How will you attend?', send: 'Submit the result', sending: 'Sending…', done: 'In the file: {{score}} points, {{verdict}}.', help: 'This is not good enough: a technician will call you. You can also change something and test again.', toCase: 'Back to the case', incomplete: 'Run the test, and answer about the speaker and the place.', last: 'Last test: {{score}} points, {{verdict}}' },
  away: {
    title: 'Days when you cannot attend', lead: 'Tell the court before it schedules on which days you cannot attend, and why. The clerk sees them and avoids them where possible; the court sets the date, and telling is not leave to stay away.', day: 'Day', add: 'Another day', reason: 'Reason', send: 'Tell the court', sending: 'Sending…',
    named: 'Days that you told', none: 'You have told none.', takeBack: 'Take back {{day}}', takeBackDo: 'Take back', fillIn: 'Please give day and reason.', flag: '{{name}} cannot attend: {{reason}}', weighed: 'The court weighs the days that parties name; they do not bind it as such.', toCase: 'Back to the case',
  },
  helpFacts: { test: 'Test', found: 'Deductions' },
};
