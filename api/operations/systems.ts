/** What other systems of the court may do: answer tasks, each of the kinds that its credential names. */
import { anybody } from '#api/operation.ts';
import { answerTaskForSystem } from '#api/operations/systems/answer-task.ts';

export const systems = {
  answerTask: anybody.systems.answerTask.handler(({ input, context }) => answerTaskForSystem(context, input)),
};
