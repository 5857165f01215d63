/** A person at the court's door, as a browser would be: a cookie, an origin, and HTTP. Nothing else of the system. */
import { randomUUID } from 'node:crypto';
import type { CaseDetail } from '#api/contract/cases.ts';
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { TaskRow } from '#api/contract/tasks.ts';

/** An answer that is not 2xx, as the problem document says it. */
export class Refused extends Error {
  constructor(readonly status: number, readonly code: string, readonly detail: string, readonly data: Record<string, unknown>) {
    super(`${status} ${code}: ${detail} ${JSON.stringify(data)}`);
    this.name = 'Refused';
  }
}

export interface Named { name: string; identityNumber: string; phone: string }

export class Person {
  readonly baseUrl: string;
  readonly who: string;
  #cookies = new Map<string, string>();

  constructor(baseUrl: string, who: string) {
    this.baseUrl = baseUrl;
    this.who = who;
  }

  /** The court's staff, by name and password. */
  static async staff(baseUrl: string, username: string, password = 'kaiting-demo'): Promise<Person> {
    const person = new Person(baseUrl, username);
    await person.post('/api/auth/sign-in/username', { username, password });
    return person;
  }

  /** A party, by the code that was sent to the phone (read from the outbox) and then by the real name (G3). */
  static async party(baseUrl: string, named: Named): Promise<Person> {
    const person = new Person(baseUrl, named.name);
    await person.post('/api/auth/phone-number/send-otp', { phoneNumber: named.phone });
    await person.post('/api/auth/phone-number/verify', { phoneNumber: named.phone, code: await person.codeSentTo(named.phone) });
    const me = await person.get<{ verified: boolean }>('/api/me');
    if (!me.verified) await person.post('/api/identity/verification', { name: named.name, identityNumber: named.identityNumber });
    return person;
  }

  async codeSentTo(phone: string): Promise<string> {
    const { messages } = await this.get<{ messages: { text: string }[] }>(`/api/demonstration/outbox?phone=${phone}`);
    // Newest first; other messages may have come meanwhile.
    const code = messages.map(({ text }) => /验证码为(\d{6})/.exec(text)?.[1]).find(Boolean);
    if (!code) throw new Error(`No code was sent to ${phone}`);
    return code;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get<T>(path: string): Promise<T> {
    return this.#call<T>('GET', path);
  }

  /** A write; each call is a command of its own unless it is told its key. */
  post<T = CommandAnswer>(path: string, body: unknown, key: string = randomUUID()): Promise<T> {
    return this.#call<T>('POST', path, JSON.stringify(body), { 'content-type': 'application/json', 'idempotency-key': key });
  }

  put<T>(path: string, body: unknown = {}): Promise<T> {
    return this.#call<T>('PUT', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }

  async upload(purpose: 'filing' | 'evidence' | 'signature', name: string, content: Uint8Array<ArrayBuffer>): Promise<string> {
    const form = new FormData();
    form.set('purpose', purpose);
    form.set('file', new Blob([content]), name);
    return (await this.#call<{ fileId: string }>('POST', '/api/files', form)).fileId;
  }

  async download(fileId: string): Promise<Buffer> {
    const response = await this.#send('GET', `/api/files/${fileId}`);
    if (!response.ok) throw await refusedBy(response);
    return Buffer.from(await response.arrayBuffer());
  }

  /** The person's open tasks in a case. */
  async tasks(caseId: string): Promise<TaskRow[]> {
    const rowsOf = async (query: string) => (await this.get<{ rows: TaskRow[] }>(`/api/tasks?${query}&limit=100`)).rows;
    return rowsOf(`view=case&caseId=${caseId}`).catch(async (error: unknown) => {
      if (!(error instanceof Refused) || error.status !== 404) throw error;
      // A people's assessor who is only invited has their task, and no sight of the case yet.
      return (await rowsOf('view=mine')).filter((task) => task.caseId === caseId);
    });
  }

  /** Waits for a task of the kind and answers the first one. */
  async awaitTask(caseId: string, kind: string, about?: { participantId?: string }): Promise<TaskRow> {
    return until(`${this.who} has ${kind}`, async () => (await this.tasks(caseId))
      .find((task) => task.kind === kind && (about?.participantId === undefined || task.participant?.participantId === about.participantId)));
  }

  async complete(caseId: string, kind: string, outcome: unknown, about?: { participantId?: string }): Promise<CommandAnswer> {
    const task = await this.awaitTask(caseId, kind, about);
    return this.post(`/api/tasks/${task.taskId}/completion`, { taskId: task.taskId, outcome });
  }

  case(caseId: string): Promise<CaseDetail> {
    return this.get<CaseDetail>(`/api/cases/${caseId}`);
  }

  /** A request as it is, whatever the answer: for tests that look at refusals. A write is a command of its own. */
  request(method: string, path: string, body?: unknown): Promise<Response> {
    return body === undefined ? this.#send(method, path) : this.#send(method, path, JSON.stringify(body), { 'content-type': 'application/json', 'idempotency-key': randomUUID() });
  }

  async #call<T>(method: string, path: string, body?: string | FormData, headers: Record<string, string> = {}): Promise<T> {
    const response = await this.#send(method, path, body, headers);
    if (!response.ok) throw await refusedBy(response);
    return await answerOf(response) as T;
  }

  async #send(method: string, path: string, body?: string | FormData, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(new URL(path, this.baseUrl), {
      method, headers: { origin: new URL(this.baseUrl).origin, 'accept-language': 'en', ...(this.#cookies.size > 0 ? { cookie: this.cookie } : {}), ...headers }, ...(body === undefined ? {} : { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) this.#cookies.set(name, value);
    }
    return response;
  }
}

async function answerOf(response: Response): Promise<Record<string, unknown>> {
  const text = await response.text();
  return text === '' ? {} : JSON.parse(text) as Record<string, unknown>;
}

async function refusedBy(response: Response): Promise<Refused> {
  const answer = await answerOf(response);
  return new Refused(response.status, String(answer['code'] ?? ''), String(answer['detail'] ?? ''), (answer['data'] ?? {}) as Record<string, unknown>);
}

/** The first value that is there; throws with what was waited for. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>, withinMs = 60_000): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Not within ${withinMs / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
