/** The hearing that is being held is told who joined, left, or took a seat of the bench. */
import { getExternalWorkflowHandle } from '@temporalio/workflow';
import type { StreamId } from '#domain/case/ids.ts';
import type { PeopleChanged } from '#domain/messages/people.ts';
import { signals } from '#domain/messages/messages.ts';
import type { CourtCase } from './court-case.ts';

/** A hearing that has ended meanwhile does not hear it any more. */
export async function tellHearing(the: CourtCase, change: PeopleChanged): Promise<void> {
  if (the.people.stage !== 'hearing' || !the.child) return;
  await getExternalWorkflowHandle(the.child.workflowId).signal<[PeopleChanged]>(signals.peopleChanged, change).catch(() => undefined);
}

/** G10: applications for recordings go to the one who follows. One that was decided meanwhile does not hear it any more. */
export async function tellApplications(streams: readonly StreamId[], change: PeopleChanged): Promise<void> {
  for (const stream of streams) await getExternalWorkflowHandle(stream).signal<[PeopleChanged]>(signals.peopleChanged, change).catch(() => undefined);
}
