/** From the Update sent to the API until the next task is told to a reader by server-sent events, at a steady rate. */
import { randomUUID } from 'node:crypto';
import { Person, until } from '#e2e/court/person.ts';
import { plaintiff } from '#e2e/court/story.ts';
import { complaintPdf } from '#e2e/court/papers.ts';

const other = { name: '李四', identityNumber: '410802199005122028', phone: '13800000002' };

/** Milliseconds from sending a task's completion: until the reader was told of the next task; until the answer. */
export interface Seen { visible: number; answered: number }

/** One a completed task. `perSecond` tasks are completed each second, whether or not the one before was seen. */
export async function visibleTimes(baseUrl: string, count: number, perSecond: number): Promise<Seen[]> {
  const [filer, clerk] = await Promise.all([Person.party(baseUrl, plaintiff), Person.staff(baseUrl, 'filing')]);
  const reader = await listen(filer);
  const cases: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const material = await filer.upload('filing', 'complaint.pdf', complaintPdf());
    const { caseId } = await filer.post<{ caseId: string }>('/api/cases', {
      causeOfAction: '买卖合同纠纷', claims: '支付货款。', factsAndReasons: '已经交货。', appliesForOnline: true, filedAs: 'plaintiff',
      others: [{ ...other, role: 'defendant' }], materials: [material],
      facts: { stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false, otherwiseClosedByLaw: false },
    });
    cases.push(caseId);
  }
  const reviews = new Map<string, string>();
  await until('all filings wait for review', async () => {
    let after: string | null = null;
    do {
      const page: { rows: { taskId: string; caseId: string }[]; next: string | null } = await clerk.get(`/api/tasks?view=roles&kind=review-filing&limit=100${after ? `&after=${encodeURIComponent(after)}` : ''}`);
      for (const row of page.rows) reviews.set(row.caseId, row.taskId);
      after = page.next;
    } while (after);
    return cases.every((caseId) => reviews.has(caseId));
  });

  const times: Seen[] = [];
  await Promise.all(cases.map(async (caseId, index) => {
    await new Promise((resolve) => setTimeout(resolve, (index / perSecond) * 1000));
    const taskId = reviews.get(caseId) ?? '';
    const seen = reader.next(caseId);
    const sent = performance.now();
    await clerk.post(`/api/tasks/${taskId}/completion`, { taskId, outcome: { decision: 'correct', corrections: [{ what: 'missing:complaint', why: '缺少签名' }], days: 7 } }, randomUUID());
    const answered = performance.now() - sent;
    times.push({ visible: (await seen) - sent, answered });
  }));
  reader.close();
  return times;
}

/** A reader's one stream; `next` resolves with the moment at which a new task of the case is told. */
async function listen(person: Person): Promise<{ next: (caseId: string) => Promise<number>; close: () => void }> {
  const stop = new AbortController();
  const response = await fetch(new URL('/api/live', person.baseUrl), { headers: { cookie: person.cookie, accept: 'text/event-stream' }, signal: stop.signal });
  if (!response.ok || !response.body) throw new Error(`/api/live answered ${response.status}`);
  const chunks = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const waiting = new Map<string, (at: number) => void>();
  void (async () => {
    let text = '';
    for (;;) {
      const { value, done } = await chunks.read();
      if (done) return;
      text += value;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = event.split('\n').filter((line) => line.startsWith('data:')).map((line) => line.slice(5)).join('');
        if (data === '') continue;
        const told = JSON.parse(data) as { type: string; caseId?: string; opened?: string[] };
        if (told.type === 'journal' && told.caseId && (told.opened?.length ?? 0) > 0) waiting.get(told.caseId)?.(performance.now());
      }
    }
  })().catch(() => undefined);
  return { next: (caseId) => new Promise((resolve) => waiting.set(caseId, resolve)), close: () => stop.abort() };
}
