import type { SameKeys } from '#web/i18n/shape.ts';
import type { audit as chinese } from '#web/i18n/zh/audit.ts';

export const audit: SameKeys<typeof chinese> = {
  nav: { cases: 'All cases', statistics: 'Statistics', looks: 'Who looked', history: 'History', audit: 'Audit', label: 'Supervision' },
  onRecord: 'Looking at this page is itself on record.',
  source: { journal: 'Journal', commands: 'Commands', refusals: 'Refused attempts', claims: 'Claims', messages: 'SMS', media: 'Media events', looks: 'Looks', workflow: 'Workflow' },
  filter: { sources: 'Sources', person: 'Person', article: 'Article', kind: 'Kind', from: 'From', to: 'To', about: 'Id', refused: 'Refused only', clear: 'Clear', any: 'Any' },
  entries: '{{count}} in all', shown: '{{count}} shown', more: 'Earlier entries', none: 'Nothing fits.', court: 'court time {{time}}', system: 'System', unread: 'The histories of these workflows cannot be read now: {{streams}}',
  detail: 'Content', related: 'Ids', relatedHint: 'Choose an id to see only what bears it', task: 'Open the task', moment: 'Recording {{clock}}', event: 'Workflow event #{{id}}', attributes: 'The event, opened with the court’s keys', reading: 'Reading…', exported: 'from the exported history',
  check: {
    explained: 'Compares the journal with its hash chain, the sealed anchors and the workflow server’s own history, entry by entry; the tables with the journal; the commands with the Updates that workflows accepted and with the court’s keyed hashes. Reads only, changes nothing.',
    start: 'Begin the audit', fromExport: 'From the exported history', running: 'Auditing', again: 'Audit again', whole: 'The record is whole: no differences.', differs: '{{count}} differences', stopped: 'The audit was interrupted: begin again.', failed: 'The audit could not be finished', earlier: 'Earlier audits', by: '{{name}} · {{time}}', noEarlier: 'None yet.',
    step: { anchors: 'Reading the anchors', journals: 'Comparing journals and workflow histories', commands: 'Checking the seals of commands', tables: 'Comparing the tables' }, progress: '{{step}} ({{done}}/{{of}})',
    source: { live: 'workflow server', export: 'exported history', both: 'export and server' }, stream: 'Workflow', count: 'Entries', events: 'Events', anchors: 'Anchors', history: 'History', state: { complete: 'complete', partly: 'in part', gone: 'none' },
    commands: '{{count}} commands, {{sealed}} of them sealed', anchored: 'Anchored until {{time}}', notAnchored: 'No anchor yet', exports: '{{exported}} of {{streams}} workflows exported', expected: 'Expected', found: 'Found', nothing: 'nothing', subject: 'Number',
    result: { whole: 'whole', differs: '{{count}} differences', running: 'running', failed: 'not finished', stopped: 'interrupted' },
    reset: { title: 'The workflow was reset (entry {{seq}})', by: 'Asked for by {{by}}, confirmed by {{confirmedBy}}:', compared: 'Entries after the point ({{which}}) were written by the run before the reset, and compared with its history.', uncompared: 'Entries after the point ({{which}}) were written by the run before the reset; its history is gone, and the hash chain and the anchors alone speak for them.' },
    uncovered: 'Not compared: who has claimed a task, how often a command was sent, and commands deleted together with their count after the last anchor.',
    kind: {
      gap: 'A number is missing or stands twice', 'chain-broken': 'The hash does not follow', 'head-differs': 'The head names another last entry', 'entry-differs': 'Not what the workflow wrote', 'entry-missing': 'Written by the workflow, not in the database', 'entry-foreign': 'In the database, never written by the workflow', 'written-at-another-time': 'Written at another time',
      'command-differs': 'Not the command that the workflow accepted', 'command-missing': 'An accepted command is gone', 'command-foreign': 'A command that no workflow accepted', 'command-unsealed': 'The command bears no seal', 'command-forged': 'The command is not what was sealed', 'command-gap': 'A person’s commands lack a number', 'claim-forged': 'The claim of a task is not what was sealed',
      'anchor-differs': 'Not what the anchor says', 'anchor-broken': 'An anchor is missing or not sealed by the court', 'export-broken': 'The exported history is another file', table: 'The table differs from the journal',
    },
  },
  looks: {
    title: 'Who looked', lead: 'Who looked at what, when, and as what they were allowed to.', who: 'Person', what: 'What', at: 'When', case: 'Case', why: 'Allowed as', unknown: 'not kept', staffOnly: 'Staff only', none: 'Nothing fits.', more: 'Earlier looks',
  },
  statistics: {
    title: 'Statistics', lead: 'Choose any number to list its cases.', from: 'From', to: 'To', csv: 'Export CSV', pdf: 'Export PDF', making: 'Making…', table: 'Table', none: 'Nothing in this period.', cases: '{{title}} · {{key}}: {{count}} cases', open: 'Open the case', close: 'Close', total: 'Total', item: 'Item', count: 'Number', caseCount: 'Cases', days: 'Average (days)', longest: 'Longest (days)', seconds: 'Average (s)', longestSeconds: 'Longest (s)', value: 'Value', now: 'as of now', period: 'in the period',
  },
};
