/** A workflow that refuses in every way that the court's workflows do (domain/messages). */
import { ApplicationFailure, condition, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow';
import { failureTypes, type Journalled } from '#domain/messages/messages.ts';

export const act = defineUpdate<Journalled, [{ how: string; commandId: string }]>('act');
export const end = defineSignal('end');

export async function commanded(stream: string): Promise<string[]> {
  let seq = 1;
  let ended = false;
  const done: string[] = [];
  setHandler(act, ({ how, commandId }) => {
    if (how === 'fail') throw ApplicationFailure.nonRetryable('an error of the program', 'SomethingElse');
    done.push(commandId);
    seq += 1;
    return { stream, seq, result: { how } };
  }, {
    validator: ({ how }) => {
      const refuse = (type: string, detail: unknown) => { throw ApplicationFailure.create({ type, message: type, nonRetryable: true, details: [detail] }); };
      if (how === 'refused') refuse(failureTypes.refused, { code: 'notice-too-short', articles: ['G4'], message: { zh: '不足三日', en: 'Too short' }, data: { earliest: '2026-11-27' } });
      if (how === 'alreadyDone') refuse(failureTypes.alreadyDone, { by: '00000000-0000-4000-8000-000000000002', at: '2026-11-22T00:00:00.000Z' });
      if (how === 'notFound') refuse(failureTypes.notFound, { what: 'task' });
      if (how === 'invalid') refuse(failureTypes.invalid, { issues: [{ path: 'reason', message: 'too short' }] });
    },
  });
  setHandler(end, () => { ended = true; });
  await condition(() => ended);
  return done;
}
