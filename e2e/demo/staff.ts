/** Somebody of the court at their desk: the work queue, a task's form, the pages beside it. */
import type { Locator, Page } from 'playwright-core';
import type { TaskKindName } from '#domain/tasks/catalogue.ts';
import type { StaffPerson } from './cast.ts';
import { drawName } from './party.ts';
import { beginning, labelOf, titleOf, zh } from './words.ts';

const { staff: words, signing, tasks } = zh;

export class Staff {
  /** Tasks are those of this case, once it has a number. */
  caseNumber: string | undefined;

  constructor(readonly page: Page, readonly person: StaffPerson) {}

  get name(): string {
    return this.person.name;
  }

  async signIn(): Promise<void> {
    const { page, person } = this;
    await page.goto('/staff/sign-in');
    await page.getByLabel(words.signIn.username).fill(person.username);
    await page.getByLabel(words.signIn.password).fill(person.password);
    await page.getByRole('button', { name: words.signIn.submit, exact: true }).click();
    // Clerks and judges begin with the day; who plays here begins with the queue.
    await page.waitForURL((url) => ['/desk', '/desk/home'].includes(url.pathname));
    if (new URL(page.url()).pathname !== '/desk') await page.goto('/desk');
  }

  /** From the work queue to the task's page, where there are several the one about that person. The queue shows what is new without a reload. */
  async openTask(kind: TaskKindName, about?: string): Promise<void> {
    const { page } = this;
    await this.toQueue(kind);
    await this.taskLink(kind, about).click();
    await page.getByRole('heading', { level: 1, name: beginning(titleOf(kind)) }).waitFor();
  }

  /** The list where tasks of this kind stand: those that are somebody's own, or those that wait for anybody of a role. */
  async toQueue(kind: TaskKindName): Promise<void> {
    const { page } = this;
    if (new URL(page.url()).pathname !== '/desk') await page.goto('/desk');
    const shared = kind === 'review-filing' || kind === 'explain-gap';
    await page.getByRole('link', { name: beginning(shared ? words.queue.roles : words.queue.mine) }).click();
  }

  taskLink(kind: TaskKindName, about?: string): Locator {
    const rows = this.page.locator('tr:not(.gone)').filter({ hasText: this.caseNumber });
    const row = about ? rows.filter({ has: this.page.getByRole('cell', { name: new RegExp(`^\\S+ ${about}$`) }) }) : rows;
    return row.getByRole('link', { name: titleOf(kind), exact: true }).first();
  }

  async decide(kind: TaskKindName, field: 'decision' | 'result', choice: string): Promise<void> {
    await this.page.locator('label').filter({ hasText: new RegExp(`^${labelOf(kind, field, choice)}$`) }).click();
  }

  async fill(kind: TaskKindName, field: string, text: string): Promise<void> {
    await this.page.getByLabel(beginning(labelOf(kind, field))).fill(text);
  }

  async tick(kind: TaskKindName, field: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: labelOf(kind, field) }).check();
  }

  /** G5: each other party was asked about the identity, and none objects. */
  async noObjections(): Promise<void> {
    const asked = this.page.getByRole('radio', { name: tasks.views.noObjection, exact: true });
    await asked.first().waitFor();
    for (const one of await asked.all()) await one.check();
  }

  /** Sends the form, sees that it is done, and goes back to the queue. */
  async submit(kind: TaskKindName): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: beginning(tasks.form.submit) }).click();
    await page.getByRole('heading', { name: words.task.doneTitle.replace('{{title}}', titleOf(kind)) }).waitFor();
    await page.getByRole('button', { name: beginning(words.task.backToQueue) }).click();
    await page.waitForURL((url) => url.pathname === '/desk');
  }

  /** G9: read, draw, confirm with the own password; the judge also says what follows. */
  async signTranscript(next?: string): Promise<void> {
    const { page, person } = this;
    await this.openTask('sign-transcript');
    await page.getByRole('link', { name: words.task.toSigning }).click();
    await page.getByText(signing.verified).waitFor();
    await page.getByRole('checkbox', { name: beginning(signing.read) }).check();
    await drawName(page);
    if (next) await page.getByRole('radio', { name: beginning(next) }).check();
    await page.getByLabel(signing.password).fill(person.password);
    await page.getByRole('button', { name: signing.sign, exact: true }).click();
    await page.getByText(signing.done, { exact: true }).waitFor();
  }
}
