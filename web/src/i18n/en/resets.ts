import type { Catalogue } from '#web/i18n/zh/catalogue.ts';

export const resets: Catalogue['resets'] = {
  title: 'Reset a workflow', of: 'Case {{number}}', link: 'Reset the case’s workflow', back: 'Back to operations',
  explained: 'A reset repairs a workflow; it takes back no act of the court. The journal only grows, and what went out already the ledger holds back.', points: 'From where it begins again', point: 'After entry {{seq}}', next: 'What came next there:', more: 'and {{count}} more', noPoints: 'There is no point to choose.', reading: 'Reading the workflow’s history…',
  preview: 'What a reset would do', after: '{{count}} entries after the point stay in the journal, which says that the workflow was reset.', again: 'Steps that are done again', held: 'known to the ledger, does not happen twice', notHeld: 'under a new id', nothingAgain: 'No step is done again.',
  updates: 'Answers after the point ({{count}})', lost: 'its task is opened anew and must be answered again', taken: 'is delivered again', signals: 'Notifications after the point ({{count}})', none: 'None.', kept: 'delivered again', dropped: 'dropped', keepUpdates: 'Deliver these answers again', keepSignals: 'Deliver these notifications again',
  reason: 'Reason', ask: 'Ask for the reset', asked: 'Asked for; somebody else of operations confirms.', reasonMissing: 'Give a reason of at least two characters.',
  find: 'Begin with a case', findHint: 'Case number or workflow id', choosePoint: 'Choose the point', notFound: 'There is no case of that number, and no workflow of that id.', findFailed: 'It could not be looked up; try again in a moment.',
  list: 'Resets ({{count}})', by: 'asked by {{name}}', state: { asked: 'waits for a second person', takenBack: 'taken back', refused: 'refused', confirmed: 'being carried out', done: 'reset' }, confirm: 'Confirm and carry out', refuse: 'Refuse', takeBack: 'Take back', decided: 'decided by {{name}}',
};
