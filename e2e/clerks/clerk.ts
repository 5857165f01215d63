/** One simulated filing clerk: a session, a live stream, and every answer that came, as it came. */
import { Person } from '#e2e/court/person.ts';

export interface Answer { status: number; code: string; body: unknown; beganAt: number; endedAt: number }

export class SimulatedClerk {
  /** Claims and releases of which the stream told: the task, and when it came (milliseconds of this process). */
  readonly heard: { taskId: string; at: number }[] = [];
  resyncs = 0;
  readonly answers = new Map<string, number>();
  /** What should not have come: 5xx, or an answer that the act does not have. */
  readonly errors: string[] = [];
  private readonly leaving = new AbortController();
  private listening: Promise<void> = Promise.resolve();

  private constructor(readonly name: string, readonly person: Person) {}

  static async signIn(baseUrl: string, username: string): Promise<SimulatedClerk> {
    return new SimulatedClerk(username, await Person.staff(baseUrl, username));
  }

  /** Opens the live stream; resolves when the first sign of life has come. */
  async listen(): Promise<void> {
    const response = await fetch(new URL('/api/live', this.person.baseUrl), { headers: { cookie: this.person.cookie, accept: 'text/event-stream' }, signal: this.leaving.signal });
    if (!response.ok || !response.body) throw new Error(`${this.name}: no stream (${response.status})`);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const first = await reader.read();
    let text = first.value ?? '';
    this.listening = (async () => {
      for (;;) {
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) this.hear(part);
        const { value, done } = await reader.read();
        if (done) { if (!this.leaving.signal.aborted) this.errors.push('the stream ended'); return; }
        text += value;
      }
    })().catch((error: unknown) => { if (!this.leaving.signal.aborted) this.errors.push(`the stream broke: ${String(error)}`); });
  }

  async leave(): Promise<void> {
    this.leaving.abort();
    await this.listening;
  }

  /** @param expected statuses that the act may have, besides 200 */
  async ask(act: string, method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, expected: readonly number[], body?: unknown): Promise<Answer> {
    const beganAt = performance.now();
    const response = await fetch(new URL(path, this.person.baseUrl), {
      method, headers: {
        origin: new URL(this.person.baseUrl).origin, cookie: this.person.cookie, 'idempotency-key': crypto.randomUUID(), ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const endedAt = performance.now();
    const said = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    const { status } = response;
    this.answers.set(`${act} ${status}`, (this.answers.get(`${act} ${status}`) ?? 0) + 1);
    if (status !== 200 && !expected.includes(status)) this.errors.push(`${act}: ${status} ${text.slice(0, 200)}`);
    return { status, code: String(said['code'] ?? ''), body: said, beganAt, endedAt };
  }

  private hear(part: string): void {
    const data = part.split('\n').find((line) => line.startsWith('data: '));
    if (!data) return;
    const event = JSON.parse(data.slice('data: '.length)) as { type?: string; taskId?: string };
    if (event.type === 'claim' && event.taskId) this.heard.push({ taskId: event.taskId, at: performance.now() });
    if (event.type === 'resync') this.resyncs += 1;
  }
}
