/** Filing, and what people may read of a case. */
import { signedIn } from '#api/operation.ts';
import { confirmNotice } from '#api/operations/cases/confirm-notice.ts';
import { correctFiling } from '#api/operations/cases/correct-filing.ts';
import { fileCase } from '#api/operations/cases/file.ts';
import { getCase, getTimeline, listCases } from '#api/operations/cases/read.ts';
import { getSlots } from '#api/operations/cases/slots.ts';
import { nameSuccessor, tellCase } from '#api/operations/cases/tell.ts';

export const cases = {
  file: signedIn.cases.file.handler(({ input, context }) => fileCase(context, input)),
  correctFiling: signedIn.cases.correctFiling.handler(({ input, context }) => correctFiling(context, input)),
  list: signedIn.cases.list.handler(({ input, context }) => listCases(context, input)),
  get: signedIn.cases.get.handler(({ input, context }) => getCase(context, input.caseId)),
  timeline: signedIn.cases.timeline.handler(({ input, context }) => getTimeline(context, input.caseId)),
  confirmNotice: signedIn.cases.confirmNotice.handler(({ input, context }) => confirmNotice(context, input)),
  slots: signedIn.cases.slots.handler(({ input, context }) => getSlots(context, input.caseId, input.durationMinutes)),
  tell: signedIn.cases.tell.handler(({ input, context }) => tellCase(context, input)),
  nameSuccessor: signedIn.cases.nameSuccessor.handler(({ input, context }) => nameSuccessor(context, input)),
};
