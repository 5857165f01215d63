import type { SameKeys } from '#web/i18n/shape.ts';
import type { tasks as chinese } from '#web/i18n/zh/tasks.ts';

export const tasks: SameKeys<typeof chinese> = {
  options: {
    pc: 'Computer', phone: 'Phone',
    phoneCode: 'SMS code', password: 'Password',
    archive: 'Archive', anotherSession: 'Another session',
    network: 'Network failure', device: 'Device damage', power: 'Power cut', forceMajeure: 'Other force majeure',
    leftWithoutReason: 'Left without good reason', leftWithPermission: 'Left with permission', other: 'Other',
    low: 'Low risk', general: 'General risk', high: 'High risk',
  },
  decision: 'Decision',
  yes: 'Yes',
  no: 'No',
  optional: '(optional)',
  confirmTick: 'Confirmed',
  form: {
    problem: {
      required: 'Please fill this in',
      choose: 'Please choose',
      confirm: 'Please confirm',
      tooShort: 'At least {{count}} characters',
      tooLong: 'At most {{count}} characters',
      tooFew: 'At least {{count}}',
      tooMany: 'At most {{count}}',
      tooSmall: 'Not less than {{count}}',
      tooLarge: 'Not more than {{count}}',
      format: 'This does not have the right form',
      json: 'This is no valid JSON object',
      wrong: 'Something is wrong here',
    },
    checkMarked: '{{count}} to correct',
    submit: 'Submit',
    submitting: 'Sending…',
    resending: 'No answer yet, sending again…',
    kept: 'Kept; waiting for the system…',
    draftSaved: 'Draft saved',
    draftLocal: 'Draft kept on this computer, being sent…',
    draftRestored: 'What you typed before is here again',
    discardDraft: 'Start over',
  },
  corrections: { what: 'What to correct', why: 'Why', add: 'Add one', remove: 'Remove number {{number}}' },
  evidence: { title: 'Title', source: 'Source', proves: 'What it proves', file: 'File', add: 'Add evidence', remove: 'Remove number {{number}}', none: 'No evidence' },
  opinions: {
    item: 'Evidence', authenticity: 'Authenticity', legality: 'Legality', relevance: 'Relevance', remark: 'Remark', agree: 'Accepted', object: 'Disputed', none: 'The other side submitted no evidence; just submit.',
  },
  files: { choose: 'Choose files', uploading: 'Uploading…', remove: 'Remove {{name}}', failed: 'The upload failed' },
};
