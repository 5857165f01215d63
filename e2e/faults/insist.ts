/** What a browser does when the court's server is away: the same command again, under the same key, until it is answered. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { CommandAnswer } from '#api/contract/shared.ts';
import { Refused, type Person } from '#e2e/court/person.ts';
import { complaintPdf } from '#e2e/court/papers.ts';

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

/** G8: one contract, whatever is killed meanwhile. */
export async function submitEvidence(party: Person, caseId: string): Promise<CommandAnswer> {
  const fileId = await again(`${party.who} uploads`, () => party.upload('evidence', '合同.pdf', complaintPdf()));
  return complete(party, caseId, 'submit-evidence', { items: [{ title: '买卖合同', source: party.who, proves: '合同内容', fileId }] });
}

/** G4, G2: the notice is confirmed and the channel chosen, whatever is killed meanwhile. */
export async function prepareParty(party: Person, caseId: string, hearingId: string): Promise<void> {
  await insist(party, `/api/cases/${caseId}/hearings/${hearingId}/notice-confirmation`, { caseId, hearingId });
  await complete(party, caseId, 'choose-channel', { channel: 'pc', network: true, camera: true, microphone: true, speaker: true, venueClosedAndQuiet: true });
}
