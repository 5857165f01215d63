/**
 * People of a court at their pages, for tests of those pages: a desk a person that stays open, a phone, and the form of a task that is
 * opened, looked at in both languages, filled in and sent.
 */
import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { complaintPdf } from '#e2e/court/papers.ts';
import { until, type Person } from '#e2e/court/person.ts';
import { comeToCourt, type People } from '#e2e/court/story.ts';
import { startBrowser, type CourtBrowser } from '#e2e/demo/browsers.ts';
import { beginning, labelOf } from '#e2e/demo/words.ts';
import { startCourt, type PagesCourt } from '#e2e/pages/court.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { looked, Viewer, words, type Device, type Seen } from '#e2e/pages/viewer.ts';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';
import { formModelOf } from '#web/tasks/form/form-model.ts';

/** What is answered, field by field of the task's form. */
export interface FormAnswer {
  /** Of a few: a decision, a choice, yes or no. */
  choose?: Record<string, string | boolean>;
  /** Texts, amounts, days; they stand on the pages from then on. */
  fill?: Record<string, string>;
  tick?: string[];
  /** The file's name. */
  attach?: Record<string, string>;
  about?: { participantId: string };
  /** What the picture is called when the kind is looked at more than once. */
  name?: string;
  /** Sent empty first: what is missing is looked at. */
  emptyFirst?: true;
}

/** A task's title as the page heads it. */
export const headed = (kind: TaskKindName): Seen => (_words, _page, language) => beginning(taskCatalogue[kind].title[language]);
export const nothingWrong = (): void => expect(looked.splice(0).filter(({ faults }) => faults.length > 0)).toEqual([]);
const labelOfChoice = (kind: TaskKindName, field: string, value: string | boolean): string => {
  if (typeof value === 'boolean') return value ? words.zh.tasks.yes : words.zh.tasks.no;
  const options: Record<string, string> = words.zh.tasks.options;
  // A decision is a field a choice of its own; the others choose by value.
  try { return labelOf(kind, field, value); } catch { return options[value] ?? value; }
};

/** What `file` of the story says, and the names of the court's divisions. */
const filed = ['买卖合同纠纷', '判令被告支付货款五万元。', '双方签订买卖合同，原告已交货，被告未付款。', '买卖合同', '合同内容', '身份证'];

export class AtWork {
  private readonly desks = new Map<Person, Viewer>();

  private constructor(readonly court: PagesCourt, readonly browser: CourtBrowser, readonly people: People) {}

  static async start(): Promise<AtWork> {
    const court = await startCourt();
    const browser = await startBrowser({ baseUrl: court.baseUrl, headless: true });
    const people = await comeToCourt(court.baseUrl);
    asWritten((await people.manager.get<{ name: string }>('/api/court')).name, ...filed);
    return new AtWork(court, browser, people);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.court.stop();
  }

  get baseUrl(): string {
    return this.court.baseUrl;
  }

  at(device: Device, person?: Person): Promise<Viewer> {
    return Viewer.at(this.browser, device, person);
  }

  /** The person's desk: the same page each time. */
  async desk(person: Person): Promise<Viewer> {
    const viewer = this.desks.get(person) ?? await this.at('pc', person);
    this.desks.set(person, viewer);
    return viewer;
  }

  /** Desks that are not needed any more. */
  async leaveDesks(): Promise<void> {
    await Promise.all([...this.desks.values()].map((viewer) => viewer.leave()));
    this.desks.clear();
  }

  /** At the desk: the task is opened, looked at when it is filled in, and sent. */
  async answer(person: Person, caseId: string, kind: TaskKindName, given: FormAnswer): Promise<void> {
    const viewer = await this.desk(person);
    const { page } = viewer;
    const name = `task-${given.name ?? kind}`;
    const send = () => page.getByRole('button', { name: beginning(words.zh.tasks.form.submit) }).click();
    await page.goto(`/desk/tasks/${await taskFor(person, caseId, kind, given.about)}`);
    await page.getByRole('heading', { level: 1, name: beginning(taskCatalogue[kind].title.zh) }).waitFor();
    await page.locator('.case-context .panel').first().waitFor();
    if (given.emptyFirst) {
      await send();
      await viewer.look(`${name}-missing`, headed(kind));
    }
    await fillDesk(page, kind, given);
    await viewer.look(name, headed(kind));
    await send();
    await page.getByRole('heading', { name: words.zh.staff.task.doneTitle.replace('{{title}}', taskCatalogue[kind].title.zh) }).waitFor();
  }

  /** On the person's own pages: the same. */
  async answerOn(viewer: Viewer, person: Person, caseId: string, kind: TaskKindName, given: FormAnswer): Promise<void> {
    const { page } = viewer;
    const name = `my-task-${given.name ?? kind}`;
    const send = () => page.getByRole('button', { name: words.zh.party.task.submit, exact: true }).click();
    await page.goto(`/my/tasks/${await taskFor(person, caseId, kind)}`);
    await page.getByRole('heading', { level: 1, name: beginning(taskCatalogue[kind].title.zh) }).waitFor();
    if (given.emptyFirst) {
      await send();
      await page.locator('.wrong').first().waitFor();
      await viewer.look(`${name}-missing`, headed(kind));
    }
    await fillParty(page, kind, given);
    await viewer.look(name, headed(kind));
    await send();
    await viewer.look(`${name}-done`, ({ party }) => party.task.done);
  }
}

/** The open task of the kind in the case that waits for the person or their office. */
export async function taskFor(person: Person, caseId: string, kind: TaskKindName, about?: { participantId: string }): Promise<string> {
  return until(`${person.who} has ${kind}`, async () => {
    for (const view of ['mine', 'roles']) {
      const { rows } = await person.get<{ rows: { taskId: string; caseId: string; kind: string; participant: { participantId: string } | null }[] }>(`/api/tasks?view=${view}&kind=${kind}&limit=100`);
      const found = rows.find((row) => row.caseId === caseId && row.kind === kind && (about === undefined || row.participant?.participantId === about.participantId));
      if (found) return found.taskId;
    }
    return undefined;
  });
}

async function fillDesk(page: Page, kind: TaskKindName, { choose = {}, fill = {}, tick = [], attach = {} }: FormAnswer): Promise<void> {
  const label = (within: Locator, text: string) => within.locator('label').filter({ hasText: new RegExp(`^${escaped(text)}$`) });
  const model = formModelOf(taskCatalogue[kind].outcome);
  for (const [field, value] of Object.entries(choose)) {
    const decides = model.shape === 'decision' && model.name === field;
    await label(decides ? page.locator('fieldset.decision') : page.locator(`#field-${field}`), labelOfChoice(kind, field, value)).click();
  }
  for (const [field, text] of Object.entries(fill)) {
    const input = page.locator(`#field-${field}`);
    asWritten(text);
    await input.fill(text);
    // A day is chosen with its calendar open.
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) await input.press('Enter');
  }
  for (const field of tick) await page.locator(`#field-${field}`).check();
  for (const [field, name] of Object.entries(attach)) {
    asWritten(name);
    await page.locator(`input[type=file]#field-${field}`).setInputFiles(pdf(name));
    await page.locator('.file-chip').filter({ hasText: name }).waitFor();
  }
}

async function fillParty(page: Page, kind: TaskKindName, { choose = {}, fill = {}, tick = [] }: FormAnswer): Promise<void> {
  for (const [field, value] of Object.entries(choose)) await page.getByRole('radio', { name: beginning(labelOfChoice(kind, field, value)) }).check();
  for (const [field, text] of Object.entries(fill)) {
    asWritten(text);
    await page.locator(`[name="${field}"]`).fill(text);
  }
  for (const field of tick) await page.getByRole('checkbox', { name: beginning(labelOf(kind, field)) }).check();
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
export const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(complaintPdf()) });

/** Into the room through its lobby. */
export async function enterRoom(viewer: Viewer, hearingId: string): Promise<void> {
  const { page } = viewer;
  await page.goto(`/room/${hearingId}`);
  await page.getByRole('button', { name: words.zh.room.lobby.enter, exact: true }).click();
  await page.getByRole('group', { name: words.zh.room.tiles }).waitFor();
}
export const inRoom: Seen = ({ room: { tiles: name } }, page) => page.getByRole('group', { name });
