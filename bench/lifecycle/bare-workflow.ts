/** The yardstick: the same Updates, answered by a workflow that writes nothing down. */
import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

const answer = defineUpdate<number, [unknown]>('answer');

export async function bareCase(tasks: number): Promise<void> {
  let answered = 0;
  setHandler(answer, (_task: unknown) => { answered += 1; return answered; }, { validator: (_task: unknown) => undefined });
  await condition(() => answered >= tasks);
}
