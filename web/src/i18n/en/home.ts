import type { SameKeys } from '#web/i18n/shape.ts';
import type { home as chinese } from '#web/i18n/zh/home.ts';

export const home: SameKeys<typeof chinese> = {
  nav: { home: 'Today', escalated: 'Escalated', absences: 'Absences' },
  title: 'Today',
  loading: 'Loading…',
  counts: '{{open}} open, {{overdue}} overdue, {{roles}} unclaimed for your role',
  toQueue: 'Open the work queue',
  next: {
    title: 'Next',
    interrupted: '{{number}}: the session is interrupted, {{who}} is gone', room: '{{number}} is about to open: enter the courtroom', task: '“{{task}}” in {{number}}',
    overdue: '“{{task}}” is overdue in {{number}}', reminded: '{{by}} reminds you of “{{task}}” in {{number}}',
    waiting: '{{number}} still waits for others to get ready; nothing of it is yours to do', roles: 'For your role to claim: {{count}}', nothing: 'There is nothing for you to do at the moment.',
    toRoom: 'Enter the courtroom', toTask: 'Do it', toCase: 'See the case', toRoles: 'See what waits for your role',
  },
  hearings: {
    title: 'Hearings', none: 'You have no hearing in the next seven days.', today: 'Today', tomorrow: 'Tomorrow', opensIn: 'Opens in {{span}}', opening: 'It is time', running: 'Under way: {{phase}}', session: 'Session {{number}}',
    instead: 'For {{name}}', interrupted: 'Interrupted: {{who}}, {{cause}}, {{span}}', ready: 'Ready', missing: 'Missing: {{count}}', room: 'Enter the courtroom',
    table: 'How ready {{number}} is', who: 'Participant', courtroom: 'Courtroom',
    what: { notice: 'Notice', deviceTest: 'Device', identity: 'Identity', authority: 'Authority', courtroom: 'Courtroom test', technology: 'Technical test' },
    proven: { confirmed: 'Confirmed', phone: 'Told by phone', waived: 'Proof waived' }, score: '{{score}} points', verified: 'Verified', tested: 'Tested', notAgent: 'Not an agent',
    waiting: 'Missing', failed: 'Failed', mend: '{{what}}: do it', by: 'with {{who}}',
  },
  due: {
    title: 'Overdue, due today, given to you', none: 'Nothing is overdue or due today.', task: 'Task', case: 'Case', until: 'Due', note: 'Note', gone: 'Done', changes: 'The list has changed: {{fresh}} new, {{gone}} done.', putInOrder: 'Put in order',
    instead: 'For {{name}}', assigned: 'Given to you by {{by}}: {{reason}}', reminded: '{{by}} reminds: {{note}}', personal: 'In person only',
  },
  news: { title: 'Since you last looked', since: 'What others did in your cases since {{at}}', none: 'Nothing new.', seen: 'Seen', more: 'What is older stands in the cases.', noNumber: 'No number yet' },
  stands: { title: 'You stand in for', until: 'until {{day}}', explained: 'Their tasks stand among what is due; the record says that you answered as their deputy. What the law gives to them alone you can see, not answer.' },
  deputy: { acting: 'You act as deputy of {{name}}; the record says so.', personal: 'You stand in for {{name}}, but not in this: {{reason}}' },
  assign: {
    open: 'Assign', change: 'Assign to another', title: 'Assign the task', to: 'To', choose: 'Choose', reason: 'Reason', submit: 'Assign', away: '{{name}} (away)', person: '{{name}}, {{count}} open', none: 'There is nobody else to give it to.',
    given: 'Given to {{to}} by {{by}}, {{at}}: {{reason}}', takeBack: 'Take back', takeBackReason: 'Reason for taking it back', explained: 'It shows as claimed by them; colleagues who hold the role may still answer it. Who assigned it, when and why is on record.', cancel: 'Cancel',
  },
  escalated: {
    title: 'Escalated', explained: 'A task that is overdue and still waits comes here, once. You can remind whom it waits for, or give a task of a role to a colleague; the case itself stays with those who try it.',
    none: 'Nothing was escalated.', task: 'Task', case: 'Case', waits: 'Waits for', since: 'Escalated', due: 'Overdue', act: 'What you can do', roleWaits: 'Anybody: {{role}}', about: 'About {{who}}', remind: 'Remind', remindNote: 'What to say', remindSend: 'Send the reminder',
    reminded: 'Reminded by {{by}} ({{at}}): {{note}}', remindedTo: '{{by}} reminded {{to}} ({{at}}): {{note}}', openTitle: 'Tasks that nobody has claimed', openNone: 'Every task of a role is claimed.',
  },
  absences: {
    title: 'Absences', mine: 'Mine, and those in which I stand in', others: 'Others', none: 'None entered.', enter: 'Enter an absence',
    explained: 'While you are away a colleague of the same role answers what waits for you, and the record says who acted for whom. Afterwards, or when you come back earlier, everything is yours again.',
    not: 'What by law no deputy does:', from: 'From', until: 'Until', deputy: 'Deputy', reason: 'Reason', submit: 'Enter', end: 'Back earlier',
    column: { person: 'Away', deputy: 'Deputy', time: 'When', reason: 'Reason', state: 'State' }, range: '{{from}} to {{until}}',
    state: { now: 'Away now', planned: 'To come', over: 'Over', ended: 'Ended earlier' }, noDeputies: 'Nobody else holds your role.',
  },
};
