/**
 * Who may know what of one case in preparation, as a table to be read. Columns as in `columns`; Y may do or see it,
 * r knows of it and is told why not, . does not learn that it is there, s has to sign in.
 */
import type { Column } from '#e2e/leaks/actors.ts';
import type { Operation } from '#e2e/leaks/requests.ts';

/** PUT, POST and DELETE, but for what only asks to come in. */
export const isWrite = ({ method, name }: Operation): boolean => method !== 'GET' && name !== 'hearings.enter';

export const expected: Record<string, string> = {
  //                            nob str pla def jud clk oju ocl fil tec ass hea pre chi tmo man ops
  'audit.anchors':              ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   Y   Y   . ',
  'audit.history':              ' s   .   r   r   r   r   .   .   .   r   .   .   .   .   Y   Y   . ',
  'audit.list':                 ' s   .   r   r   r   r   .   .   .   r   .   .   .   .   Y   Y   . ',
  'audit.looks':                ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   Y   Y   . ',
  'audit.overview':             ' s   .   r   r   r   r   .   .   .   r   .   .   .   .   Y   Y   . ',
  'audit.start':                ' s   .   r   r   r   r   .   .   .   r   .   .   .   .   Y   Y   . ',
  'availability.mine':          ' s   .   Y   Y   r   r   .   .   .   r   .   .   .   .   r   r   . ',
  'availability.name':          ' s   .   Y   Y   r   r   .   .   .   r   .   .   .   .   r   r   . ',
  'availability.takeBack':      ' s   .   Y   Y   r   r   .   .   .   r   .   .   .   .   r   r   . ',
  'calendar.addClosingDay':     ' s   .   .   .   r   r   r   r   r   r   r   r   r   r   r   Y   r ',
  'calendar.removeClosingDay':  ' s   .   .   .   r   r   r   r   r   r   r   r   r   r   r   Y   r ',
  'calendar.week':              ' s   .   .   .   Y   Y   .   .   .   r   .   .   .   .   r   r   . ',
  'calendar.year':              ' s   .   .   .   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y ',
  'casePeople.applyForRecusal': ' s   .   Y   Y   Y   Y   .   .   .   r   .   .   .   .   r   r   . ',
  'casePeople.appointAgent':    ' s   .   Y   Y   r   r   .   .   .   r   .   .   .   .   r   r   . ',
  'casePeople.askReplacement':  ' s   .   r   r   Y   Y   .   .   .   r   .   .   .   .   r   r   . ',
  'casePeople.dismissAgent':    ' s   .   Y   Y   r   r   .   .   .   r   .   .   .   .   r   r   . ',
  'casePeople.get':             ' s   .   Y   Y   Y   Y   .   .   .   Y   .   .   .   .   Y   Y   . ',
  'casePeople.invite':          ' s   .   r   r   Y   Y   .   .   .   r   .   .   .   .   r   r   . ',
  'cases.confirmNotice':        ' s   .   Y   Y   r   r   .   .   .   r   .   .   .   .   r   r   . ',
  'cases.correctFiling':        ' s   .   .   .   r   .   .   .   .   .   .   r   .   .   r   r   . ',
  'cases.get':                  ' s   .   Y   Y   Y   Y   .   .   .   Y   .   .   .   .   Y   Y   . ',
  'cases.list':                 ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   Y   Y   . ',
  'cases.nameSuccessor':        ' s   .   r   r   Y   Y   .   .   .   r   .   .   .   .   r   r   . ',
  'cases.slots':                ' s   .   r   r   Y   Y   .   .   .   r   .   .   .   .   r   r   . ',
  'cases.tell':                 ' s   .   Y   Y   Y   Y   .   .   .   r   .   .   .   .   r   r   . ',
  'cases.timeline':             ' s   .   Y   Y   Y   Y   .   .   .   Y   .   .   .   .   Y   Y   . ',
  // The task of the table is addressed to one person: nothing of it is given away, to nobody's knowledge.
  'desk.assign':                ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   . ',
  'desk.colleagues':            ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   . ',
  'desk.remind':                ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   . ',
  'desk.takeBack':              ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   . ',
  'evidence.act':               ' s   .   Y   Y   r   r   .   .   .   r   .   .   .   .   r   r   . ',
  'health.acknowledge':         ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   . ',
  'health.handbook':            ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y ',
  'health.look':                ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y ',
  'hearings.byMeetingNumber':   ' s   .   Y   Y   Y   Y   .   .   .   Y   .   .   .   .   Y   Y   . ',
  'hearings.change':            ' s   .   r   r   Y   Y   .   .   .   r   .   .   .   .   r   r   . ',
  'hearings.enter':             ' s   .   r   r   r   r   .   .   .   r   .   .   .   .   r   r   . ',
  'hearings.get':               ' s   .   Y   Y   Y   Y   .   .   .   Y   .   .   .   .   Y   Y   . ',
  'hearings.move':              ' s   .   r   r   Y   Y   .   .   .   r   .   .   .   .   r   r   . ',
  'hearings.removeLine':        ' s   .   r   r   Y   Y   .   .   .   r   .   .   .   .   r   r   . ',
  'hearings.reopenTranscript':  ' s   .   r   r   Y   r   .   .   .   r   .   .   .   .   r   r   . ',
  'hearings.reportSelfTest':    ' s   .   Y   Y   r   r   .   .   .   r   .   .   .   .   r   r   . ',
  'hearings.transcript':        ' s   .   Y   Y   Y   Y   .   .   .   r   .   .   .   .   Y   Y   . ',
  'hearings.writeLine':         ' s   .   r   r   Y   Y   .   .   .   r   .   .   .   .   r   r   . ',
  'livestreams.get':            ' s   .   Y   Y   Y   Y   .   .   .   Y   .   Y   Y   .   Y   Y   . ',
  'livestreams.intend':         ' s   .   r   r   Y   r   .   .   .   r   .   .   .   .   r   r   . ',
  'livestreams.object':         ' s   .   Y   Y   r   r   .   .   .   r   .   .   .   .   r   r   . ',
  'livestreams.reportFacts':    ' s   .   r   r   Y   Y   .   .   .   r   .   .   .   .   Y   r   . ',
  'livestreams.withdraw':       ' s   .   r   r   Y   r   .   .   .   r   .   .   .   .   r   r   . ',
  'people.court':               ' Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y ',
  'people.draft':               ' s   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y ',
  'people.me':                  ' s   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y ',
  'people.saveDraft':           ' s   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y   Y ',
  'people.verifyIdentity':      ' s   Y   Y   Y   r   r   r   r   r   r   r   r   r   r   r   r   r ',
  'queue.comment':              ' s   .   .   .   Y   Y   .   .   .   .   .   Y   .   .   r   r   . ',
  'queue.comments':             ' s   .   .   .   Y   Y   .   .   .   .   .   Y   .   .   Y   Y   . ',
  'recordings.apply':           ' s   .   Y   Y   r   r   .   .   .   r   .   .   .   .   r   r   . ',
  'recordings.extract':         ' s   .   r   r   Y   r   .   .   .   r   .   .   .   .   r   r   . ',
  'recordings.get':             ' s   .   r   r   Y   r   .   .   .   r   .   .   .   .   Y   Y   . ',
  'recordings.mine':            ' s   .   Y   Y   .   .   .   .   .   .   .   .   .   .   .   .   . ',
  'repairs.ambiguous':          ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y ',
  'repairs.askProvider':        ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   . ',
  'repairs.effects':            ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   . ',
  'repairs.list':               ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y ',
  'resets.ask':                 ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y ',
  'resets.find':                ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y ',
  'resets.list':                ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y ',
  'resets.points':              ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y ',
  'resets.preview':             ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y ',
  'statistics.cases':           ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   Y   Y   . ',
  'statistics.get':             ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   Y   Y   . ',
  'supervision.command':        ' s   .   Y   .   .   .   .   .   .   .   .   .   .   .   .   .   . ',
  'supervision.failedSteps':    ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y ',
  'supervision.health':         ' s   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   Y ',
  'supervision.history':        ' s   .   r   r   r   r   .   .   .   r   .   .   .   .   Y   Y   . ',
  'tasks.claim':                ' s   .   .   .   r   Y   .   .   .   .   .   r   .   .   r   r   . ',
  'tasks.complete':             ' s   .   .   .   r   Y   .   .   .   .   .   r   .   .   r   r   . ',
  'tasks.get':                  ' s   .   .   .   Y   Y   .   .   .   .   .   Y   .   .   Y   Y   . ',
  'tasks.list':                 ' s   .   Y   Y   Y   Y   .   .   .   Y   .   .   .   .   Y   Y   . ',
  'tasks.release':              ' s   .   .   .   r   Y   .   .   .   .   .   r   .   .   r   r   . ',
  'tasks.requestSigningCode':   ' s   .   .   .   r   .   .   .   .   .   .   r   .   .   r   r   . ',
  'tasks.sign':                 ' s   .   .   .   r   .   .   .   .   .   .   r   .   .   r   r   . ',
};

/** Columns that may open a file of the purpose. `subject`: whose own document it is, when it is one person's. */
export function fileReaders(purpose: string, subject: Column | undefined): readonly Column[] {
  const court: Column[] = ['judge', 'clerk', 'tmo', 'manager'];
  switch (purpose) {
    case 'filing': case 'transcript': return ['plaintiff', 'defendant', ...court];
    case 'evidence': return ['plaintiff', 'defendant', 'technician', ...court];
    case 'notice': return subject ? [subject, ...court] : ['plaintiff', 'defendant', ...court];
    default: throw new Error(`Nobody has said who reads a file of the purpose ${purpose}`);
  }
}
