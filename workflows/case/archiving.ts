/** G10, N1: recordings, transcripts and evidence in two volumes, the disc in the confidential one, registered and sealed. */
import { condition, uuid4 } from '@temporalio/workflow';
import type { StageExit } from '#domain/case/stages.ts';
import { archive } from '../support/activities.ts';
import { allLivestreamsSettled } from './livestream.ts';
import { closeEvidence } from './evidence-acts.ts';
import type { CourtCase } from './court-case.ts';

export async function archiving(courtCase: CourtCase): Promise<StageExit<'archiving'>> {
  closeEvidence(courtCase);
  const checked = await courtCase.tasks.open('complete-archive', { assignee: courtCase.forClerk() }).ended;
  const registrationNumber = checked.how === 'answered' ? checked.outcome.registrationNumber : '';
  // REC-5: the recording of every session belongs to the file.
  // N2: so does the approval of every livestream, whatever came of it.
  await condition(() => courtCase.allRecorded && courtCase.nothingBeside && allLivestreamsSettled(courtCase));
  // What the archive holds of the journal must be in PostgreSQL before it is gathered.
  await courtCase.journal.settled();
  const sealed = await courtCase.steps.must('sealArchive', archive.sealArchive, {
    caseId: courtCase.filing.caseId, archiveId: uuid4(), registrationNumber, at: courtCase.clock.iso(), streams: courtCase.streams,
  });
  courtCase.journal.note('archive-sealed', sealed);
  courtCase.closing = courtCase.closesAs ?? { how: 'sealed', articles: ['G10', 'N1'] };
  return 'sealed';
}
