/** The desk of the court's staff. */
import { signedIn } from '#api/operation.ts';
import { enterAbsence, listAbsences, returnFromAbsence } from '#api/operations/desk/absence.ts';
import { assign, listColleagues, takeBack } from '#api/operations/desk/assignment.ts';
import { escalated, remind } from '#api/operations/desk/escalation.ts';
import { home, seen } from '#api/operations/desk/home.ts';

export const desk = {
  home: signedIn.desk.home.handler(({ context }) => home(context)),
  seen: signedIn.desk.seen.handler(({ input, context }) => seen(context, input.until)),
  colleagues: signedIn.desk.colleagues.handler(({ input, context }) => listColleagues(context, input.taskId)),
  assign: signedIn.desk.assign.handler(({ input, context }) => assign(context, input)),
  takeBack: signedIn.desk.takeBack.handler(({ input, context }) => takeBack(context, input)),
  escalated: signedIn.desk.escalated.handler(({ context }) => escalated(context)),
  remind: signedIn.desk.remind.handler(({ input, context }) => remind(context, input)),
  absences: signedIn.desk.absences.handler(({ context }) => listAbsences(context)),
  enterAbsence: signedIn.desk.enterAbsence.handler(({ input, context }) => enterAbsence(context, input)),
  endAbsence: signedIn.desk.endAbsence.handler(({ input, context }) => returnFromAbsence(context, input.absenceId)),
};
