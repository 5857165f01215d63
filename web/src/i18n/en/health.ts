import type { SameKeys } from '#web/i18n/shape.ts';
import type { health as chinese } from '#web/i18n/zh/health.ts';

export const health: SameKeys<typeof chinese> = {
  title: 'Health', nav: 'Health', asked: 'Looked at {{time}}, again every 5 seconds', handbook: 'Handbook', chapter: 'In the handbook',
  alarms: 'Alarms ({{count}})', well: 'No alarm: all is well.', severity: { critical: 'critical', warning: 'warning' }, since: 'Since', means: 'What it means', todo: 'What to do',
  seen: 'Seen by {{name}}', see: 'I have seen it', seeing: 'Sending…', measured: 'Measured', showMeans: 'What it means, what to do',
  wedged: 'Wedged workflows', noWedged: 'No workflow is wedged.', round: '{{open}} open workflows, {{lookedAt}} looked at in this round.',
  workflow: 'Workflow', type: 'Type', attempts: 'Attempts', cause: 'Cause', build: 'Build', worker: 'Worker', message: 'Error',
  processes: 'Processes', process: 'Process', host: 'Machine', queue: 'Task queue', started: 'Started', seenAgo: 'Last sign', clock: 'Clock to the database', temporalClock: 'Clock to Temporal', disk: 'Free on disk', unknown: 'unknown', noBuild: 'not named',
  queues: 'Task queues', kind: 'Kind', kinds: { workflow: 'workflow', activity: 'activity' }, backlog: 'Waiting', oldest: 'Oldest has waited', rate: 'Tasks a second', pollers: 'Who takes from it', nobody: 'nobody',
  commands: 'Commands without an answer ({{count}})', noCommands: 'None.', operation: 'Operation', age: 'Waiting for',
  behind: 'Entries that are not written yet', noBehind: 'None: what people read is as the workflows have it.',
  media: 'Media server', version: 'Version', rooms: 'Rooms', room: 'Room', noRooms: 'No room is open now.', inRoom: 'Present',
  seal: "The court's seal", certificates: 'Certificates', noCertificates: 'No certificate to look at.', ends: 'Ends', days: '{{count}} days left',
  seconds: '{{count}} s', milliseconds: '{{count}} ms', gib: '{{free}} of {{total}} GiB', close: 'Back to health', inEnglish: 'The handbook is in English.',
};
