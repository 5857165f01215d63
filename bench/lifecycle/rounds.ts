/** One round of each arm: so many cases, so many human tasks a case, so many cases at a time. */
import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { caseWorkflowId, courtTaskQueue } from '#domain/case/ids.ts';
import type { Filing } from '#domain/case/types.ts';
import { updates, type Journalled } from '#domain/messages/messages.ts';
import type { Sql } from '#db/connect.ts';

export interface Load { cases: number; tasksPerCase: number; atATime: number }
export interface Round { seconds: number; events: number }

/** The court's own workflow: review, correction, review, correction … and a rejection at the end. Journal and projections included. */
export async function courtRound(client: Client, sql: Sql, load: Load): Promise<Round> {
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
      const taskId = await openTask(sql, caseId);
      const last = done === load.tasksPerCase - 1;
      const outcome = done % 2 === 1 ? { explanation: '已经补正', materials: [] }
        : last ? { decision: 'reject', reason: '不属于本院管辖' } : { decision: 'correct', corrections: [{ what: '起诉状', why: '缺少签名' }] };
      const commandId = randomUUID();
      await handle.executeUpdate<Journalled, [unknown]>(updates.completeTask, { args: [{ taskId, outcome, personId: done % 2 === 1 ? filer : clerk, commandId }], updateId: commandId });
    }
    await handle.result();
    return (await handle.describe()).historyLength;
  });
}

/** As a person learns of the next task: from PostgreSQL. */
async function openTask(sql: Sql, caseId: string): Promise<string> {
  for (;;) {
    const [task] = await sql<{ id: string }[]>`select id from tasks where case_id = ${caseId} and state = 'open'`;
    if (task) return task.id;
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

export async function bareRound(client: Client, load: Load): Promise<Round> {
  return timed(load, async () => {
    const handle = await client.workflow.start('bareCase', { workflowId: `bare-${randomUUID()}`, taskQueue: 'bench-bare', args: [load.tasksPerCase] });
    for (let done = 0; done < load.tasksPerCase; done += 1) {
      await handle.executeUpdate('answer', { args: [{ taskId: randomUUID(), outcome: { decision: 'accept' }, personId: randomUUID(), commandId: randomUUID() }] });
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
      events += await playCase();
    }
  }));
  return { seconds: (performance.now() - began) / 1000, events };
}
