/** The hearing that is being held is told who joined, left, or took a seat of the bench. */
import { getExternalWorkflowHandle } from '@temporalio/workflow';
import type { PeopleChanged } from '#domain/messages/people.ts';
import { signals } from '#domain/messages/messages.ts';
import type { CourtCase } from './court-case.ts';

/** A hearing that has ended meanwhile does not hear it any more. */
export async function tellHearing(the: CourtCase, change: PeopleChanged): Promise<void> {
  if (the.people.stage !== 'hearing' || !the.child) return;
  await getExternalWorkflowHandle(the.child.workflowId).signal<[PeopleChanged]>(signals.peopleChanged, change).catch(() => undefined);
}
