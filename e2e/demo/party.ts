/** A party at their device, doing what is asked of them on their own pages. */
import { expect } from './expect.ts';
import type { Page } from 'playwright-core';
import type { TaskKindName } from '#domain/tasks/catalogue.ts';
import type { PartyPerson } from './cast.ts';
import { codeFrom, messagesTo } from './outbox.ts';
import { beginning, labelOf, titleOf, zh } from './words.ts';

const { party: words, signing } = zh;

export class Party {
  /** The case that is played; known once the person is in it. */
  caseId: string | undefined;

  constructor(readonly page: Page, readonly person: PartyPerson, private readonly baseUrl: string) {}

  get name(): string {
    return this.person.name;
  }

  /** On the sign-in page: phone, the code that comes by SMS, and real-name verification where it is asked for (G3). */
  async signIn(): Promise<void> {
    const { page, person } = this;
    await page.getByLabel(words.signIn.phone, { exact: true }).fill(person.phone);
    const before = await messagesTo(this.baseUrl, person.phone);
    await page.getByRole('button', { name: words.signIn.sendCode }).click();
    await page.getByLabel(words.signIn.code).fill(await codeFrom(this.baseUrl, person.phone, before));
    await page.getByRole('button', { name: words.signIn.enter, exact: true }).click();
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    if (new URL(page.url()).pathname === '/my/verification') await this.verifyRealName();
  }

  private async verifyRealName(): Promise<void> {
    const { page, person } = this;
    await page.getByRole('heading', { name: words.identity.title }).waitFor();
    await page.getByLabel(words.identity.name, { exact: true }).fill(person.name);
    await page.getByLabel(words.identity.number).fill(person.identityNumber);
    await page.getByRole('button', { name: words.identity.submit, exact: true }).click();
    await page.waitForURL((url) => url.pathname !== '/my/verification');
  }

  /** From the case's page, or the own list, to what there is to do; it appears without a reload. */
  async openTodo(kind: TaskKindName): Promise<void> {
    const { page } = this;
    const from = this.caseId ? `/my/cases/${this.caseId}` : '/my';
    if (new URL(page.url()).pathname !== from) await page.goto(from);
    await page.getByRole('link', { name: beginning(titleOf(kind)) }).first().click();
    await page.getByRole('heading', { level: 1, name: titleOf(kind) }).waitFor();
  }

  /** Chooses by what the choice says. */
  async choose(label: string): Promise<void> {
    await this.page.getByRole('radio', { name: beginning(label) }).check();
  }

  async tick(label: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: beginning(label) }).check();
  }

  async decide(kind: TaskKindName, decision: string): Promise<void> {
    await this.choose(labelOf(kind, 'decision', decision));
  }

  /** Sends the form of a task and sees that the court has it. */
  async submit(button: string | RegExp = words.task.submit): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
    await this.page.getByRole('heading', { name: words.task.done }).waitFor();
  }

  async attach(file: string, within = this.page.locator('main')): Promise<void> {
    await within.locator('input[type=file]').setInputFiles(file);
    await within.getByText(words.files.sent).first().waitFor();
  }

  /** G9: the whole text, the drawn name, the code on the own phone. */
  async signTranscript(): Promise<void> {
    const { page, person } = this;
    await this.openTodo('sign-transcript');
    await page.getByText(signing.verified).waitFor();
    await this.tick(signing.read);
    await drawName(page);
    const before = await messagesTo(this.baseUrl, person.phone);
    await page.getByRole('button', { name: signing.send, exact: true }).click();
    await page.getByLabel(signing.code).fill(await codeFrom(this.baseUrl, person.phone, before));
    await page.getByRole('button', { name: signing.sign, exact: true }).click();
    await page.getByText(signing.done, { exact: true }).waitFor();
  }

  /** What the person's own case page says about where the case is. */
  async seesStage(caseId: string, stage: string): Promise<void> {
    await this.page.goto(`/my/cases/${caseId}`);
    await expect(`${this.name} sees ${stage}`, () => this.page.locator('[aria-current=step]').textContent(), (text) => text === stage);
  }
}

/** With the mouse, a few strokes in the box. */
export async function drawName(page: Page): Promise<void> {
  const canvas = page.getByRole('img', { name: signing.drawHint });
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('There is no box to sign in');
  const at = ([x, y]: readonly [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const;
  const strokes = [[[0.2, 0.3], [0.35, 0.28], [0.32, 0.6], [0.2, 0.75]], [[0.28, 0.25], [0.27, 0.8]], [[0.5, 0.3], [0.75, 0.3]], [[0.52, 0.5], [0.73, 0.5]], [[0.45, 0.75], [0.8, 0.74]]] as const;
  for (const stroke of strokes) {
    await page.mouse.move(...at(stroke[0]));
    await page.mouse.down();
    for (const point of stroke.slice(1)) await page.mouse.move(...at(point), { steps: 6 });
    await page.mouse.up();
  }
}
