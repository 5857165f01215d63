import type { SameKeys } from '#web/i18n/shape.ts';
import type { recordings as chinese } from '#web/i18n/zh/recordings.ts';

export const recordings: SameKeys<typeof chinese> = {
  title: 'Recording of the hearing', page: 'Recording', session: 'Session {{number}} · {{kind}}', back: 'Case',
  download: 'Download', downloadLogged: 'Every look and every download is on record.', none: 'This hearing has no recording: it was never opened.', composing: 'The recording is being composed; it will be here when it is done.',
  length: 'Length', span: 'From and to', size: 'Size', hash: 'SHA-256',
  marks: 'Time line', marksExplained: 'Choose one to play from there.', noMarks: 'Nothing is marked.', kinds: { phase: 'Phase', pause: 'Pause', gap: 'Gap' },
  extracts: 'Extracts (evidence of breaches)', extractWhy: 'The recording can be evidence of a breach of discipline. Set beginning and end and say why: a file of its own is made and kept in the confidential volume.', from: 'From', to: 'To', setFrom: 'Begin at this moment', setTo: 'End at this moment',
  reason: 'Reason', reasonHint: 'At least two characters; it goes on record', takeExtract: 'Make the extract', taking: 'Sending…', making: 'Being made…', failed: 'Could not be made', inSupplement: 'Made after archiving: filed in a supplement to the confidential volume', noExtracts: 'No extracts yet.', open: 'Open', timeFormat: 'Hours:minutes:seconds, for example 0:12:30',
  requests: 'Applications of parties', noRequests: 'No applications.', decide: 'Decide', viewings: 'Looks and downloads', noViewings: 'Nobody has looked yet.', column: { who: 'Who', what: 'What', at: 'Began', until: 'Last asked for' },
  how: { view: 'View the recording', copy: 'Copy its sound' }, howHint: { view: 'Watched online, with your name and the time of your access in the picture', copy: 'A file with the sound; the picture is not copied' },
  state: { asked: 'The judge decides', preparing: 'Granted, being prepared', ready: 'Ready', refused: 'Refused', expired: 'Access has ended', 'not-made': 'Could not be made' },
  byWhom: '{{name}} · {{how}}',
  mine: {
    lead: 'After a hearing you may apply to view its recording or to copy its sound. The judge decides.', apply: 'Apply', which: 'Which hearing', howLegend: 'What you apply for', reason: 'Your reason', send: 'Send the application', sending: 'Sending…', sent: 'Your application was sent. You get an SMS when the judge has decided.',
    nothing: 'No hearing has ended yet.', notRecorded: 'The recording is being made; apply when it is done.', notYours: 'Parties, defenders and agents may apply.', requests: 'My applications', none: 'No applications yet.', until: 'Open to you until {{time}}', askedAt: 'Applied {{time}}', preparing: 'Being prepared: a recording with your name in it. You get an SMS when it is ready.',
    decision: 'The judge’s reasons: {{reason}}', watch: 'Watch', save: 'Download the sound', logged: 'Every look of yours is on record. Do not record it or pass it on.', again: 'When the access has ended, you may apply again.', link: 'Apply for the recording',
  },
};
