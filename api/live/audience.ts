/**
 * Who may hear of a change. Every open stream asks at the same moment about the same case: what is asked in one turn is one
 * look at the database for all of them, so that fifty desks cost little more than one.
 */
import type { Access, Audible, CurrentUser } from '#api/context.ts';

interface Question { user: CurrentUser; taskIds: readonly string[]; answer(audible: Audible): void; fail(error: unknown): void }

/** What the person may hear of in the case, of these tasks among it. */
export type Audience = (user: CurrentUser, caseId: string, taskIds: readonly string[]) => Promise<Audible>;

export function createAudience(access: Pick<Access, 'audible'>): Audience {
  let waiting = new Map<string, Question[]>();

  const answerAll = () => {
    const cases = waiting;
    waiting = new Map();
    for (const [caseId, questions] of cases) void answerOne(caseId, questions);
  };

  const answerOne = async (caseId: string, questions: readonly Question[]) => {
    try {
      const answers = await access.audible(questions.map(({ user }) => user), caseId, [...new Set(questions.flatMap(({ taskIds }) => taskIds))]);
      questions.forEach(({ taskIds, answer }, at) => {
        const { knows, tasks } = answers[at] ?? { knows: false, tasks: [] };
        answer({ knows, tasks: tasks.filter((taskId) => taskIds.includes(taskId)) });
      });
    } catch (error) {
      for (const { fail } of questions) fail(error);
    }
  };

  return (user, caseId, taskIds) => new Promise((answer, fail) => {
    if (waiting.size === 0) setImmediate(answerAll);
    waiting.set(caseId, [...(waiting.get(caseId) ?? []), { user, taskIds, answer, fail }]);
  });
}
