/** One round of each arm: so many cases, so many human tasks a case, so many cases at a time. */
import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { caseWorkflowId, courtTaskQueue } from '#domain/case/ids.ts';
import type { Filing } from '#domain/case/types.ts';
import { liveChannel } from '#domain/messages/live-channel.ts';
import { updates, type CompleteTask, type Journalled } from '#domain/messages/messages.ts';
import type { Sql } from '#db/connect.ts';

/** `tasksPerCase` is odd: a case begins and ends with a review. */
export interface Load { cases: number; tasksPerCase: number; atATime: number }
export interface Round { seconds: number; events: number }

/** How a person learns of the next task: as soon as readers can see it. */
export interface OpenedTasks {
  /** The next task of the case that was opened and not taken yet. Each is given once. */
  next(caseId: string): Promise<string>;
}

/** Hears of opened tasks over PostgreSQL's NOTIFY, as the API does: a poll would be counted as the court's CPU. */
export async function hearOpenedTasks(sql: Sql): Promise<OpenedTasks> {
  const opened = new Map<string, string[]>();
  const waiting = new Map<string, (taskId: string) => void>();
  await sql.listen(liveChannel, (payload) => {
    const told = JSON.parse(payload) as { type: string; caseId?: string; opened?: string[] };
    if (told.type !== 'journal' || told.caseId === undefined) return;
    for (const taskId of told.opened ?? []) {
      const resolve = waiting.get(told.caseId);
      waiting.delete(told.caseId);
      if (resolve) resolve(taskId);
      else opened.set(told.caseId, [...(opened.get(told.caseId) ?? []), taskId]);
    }
  });
  return {
    next(caseId) {
      const taskId = opened.get(caseId)?.shift();
      return taskId === undefined ? new Promise((resolve) => waiting.set(caseId, resolve)) : Promise.resolve(taskId);
    },
  };
}

/** The court's own workflow: review, correction, review, correction … and a rejection at the end. Journal and projections included. */
export function courtRound(client: Client, tasks: OpenedTasks, load: Load): Promise<Round> {
  return timed(load, async () => {
    const caseId = randomUUID();
    const filer = randomUUID();
    const clerk = randomUUID();
    const filing: Filing = {
      caseId, filedBy: filer, materials: [], appliesForOnline: true, participants: [{ participantId: randomUUID(), personId: filer, role: 'plaintiff' }],
      facts: { caseType: 'civil', stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false, minorDefendant: false, otherwiseClosedByLaw: false, badSocialEffect: false },
    };
    const workflowId = caseWorkflowId(caseId);
    const handle = await client.workflow.start('courtCase', { workflowId, taskQueue: courtTaskQueue, args: [{ filing, clockOffsetMs: 0 }] });
    for (let done = 0; done < load.tasksPerCase; done += 1) {
      const taskId = await tasks.next(caseId);
      const commandId = randomUUID();
      const answer: CompleteTask = { taskId, outcome: outcomeOf(done, load), personId: done % 2 === 1 ? filer : clerk, commandId };
      await handle.executeUpdate<Journalled, [CompleteTask]>(updates.completeTask, { args: [answer], updateId: commandId });
    }
    await handle.result();
    return (await handle.describe()).historyLength;
  });
}

function outcomeOf(done: number, load: Load): unknown {
  if (done % 2 === 1) return { explanation: '已经补正', materials: [] };
  return done === load.tasksPerCase - 1
    ? { decision: 'reject', ground: 'noJurisdiction', reason: '不属于本院管辖' }
    : { decision: 'correct', corrections: [{ what: 'missing:complaint', why: '缺少签名' }], days: 7 };
}

/** The yardstick: the same number of Updates with a body of the same size, one after the other. */
export function bareRound(client: Client, load: Load): Promise<Round> {
  return timed(load, async () => {
    const handle = await client.workflow.start('bareCase', { workflowId: `bare-${randomUUID()}`, taskQueue: 'bench-bare', args: [load.tasksPerCase] });
    for (let done = 0; done < load.tasksPerCase; done += 1) {
      const commandId = randomUUID();
      const answer: CompleteTask = { taskId: randomUUID(), outcome: outcomeOf(done, load), personId: randomUUID(), commandId };
      await handle.executeUpdate<number, [CompleteTask]>('answer', { args: [answer], updateId: commandId });
    }
    await handle.result();
    return (await handle.describe()).historyLength;
  });
}

async function timed(load: Load, playCase: () => Promise<number>): Promise<Round> {
  const began = performance.now();
  let started = 0;
  let events = 0;
  await Promise.all(Array.from({ length: load.atATime }, async () => {
    while (started < load.cases) {
      started += 1;
      const grown = await playCase();
      events += grown;
    }
  }));
  return { seconds: (performance.now() - began) / 1000, events };
}
