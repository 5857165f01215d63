/** What a browser does when the court's server is away: the same command again, under the same key, until it is answered. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { CommandAnswer } from '#api/contract/shared.ts';
import { Refused, type Person } from '#e2e/court/person.ts';

const patienceMs = 120_000;

/** Anything but a refusal is tried again: a closed connection, 503, a page that is not there yet. */
export async function again<T>(what: string, attempt: () => Promise<T>): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof Refused && error.status < 500) throw error;
      if (Date.now() > end) throw new Error(`Never came back: ${what}`, { cause: error });
      await wait(300);
    }
  }
}

/** A write that is sure to be done once: one key for all attempts, and a pending command is asked about until it is answered. */
export async function insist(person: Person, path: string, body: unknown): Promise<CommandAnswer> {
  const key = randomUUID();
  const answer = await again(path, () => person.post<CommandAnswer>(path, body, key));
  if (answer.state === 'answered') return answer;
  return again(`command ${key}`, async () => {
    const now = await person.get<CommandAnswer>(`/api/commands/${key}`);
    if (now.state !== 'answered') throw new Error('pending');
    return now;
  });
}

/** Completes a task of a case, whatever is killed meanwhile. */
export async function complete(person: Person, caseId: string, kind: string, outcome: unknown, about?: { participantId?: string }): Promise<CommandAnswer> {
  const task = await again(`${person.who}: ${kind}`, () => person.awaitTask(caseId, kind, about));
  return insist(person, `/api/tasks/${task.taskId}/completion`, { taskId: task.taskId, outcome });
}
