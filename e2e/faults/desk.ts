/**
 * Somebody of the court with two pages open in one browser, the work queue and the case, through everything that breaks.
 * Neither is ever loaded again: both keep a mark that a reload would wipe out.
 */
import type { Page } from 'playwright-core';
import { stageWords, type StageOrClosed } from '#domain/case/stages.ts';
import type { TaskKindName } from '#domain/tasks/catalogue.ts';
import { staffNamed } from '#e2e/demo/cast.ts';
import type { CourtBrowser } from '#e2e/demo/browsers.ts';
import { Staff } from '#e2e/demo/staff.ts';
import { beginning, titleOf, zh } from '#e2e/demo/words.ts';

const mark = 'the page that was opened at first';
type Marked = typeof globalThis & { openedAtFirst?: string };

export class Desk {
  private constructor(readonly staff: Staff, readonly casePage: Page) {}

  static async open(browser: CourtBrowser, name: string, caseId: string, caseNumber: string): Promise<Desk> {
    const staff = new Staff(await browser.open('pc'), staffNamed(name));
    staff.caseNumber = caseNumber;
    await staff.signIn();
    await staff.page.getByRole('link', { name: beginning(zh.staff.queue.mine) }).click();
    const casePage = await staff.page.context().newPage();
    await casePage.goto(`/desk/cases/${caseId}`);
    await casePage.getByRole('heading', { level: 1, name: beginning(caseNumber) }).waitFor();
    for (const page of [staff.page, casePage]) await page.evaluate((text) => { (globalThis as Marked).openedAtFirst = text; }, mark);
    return new Desk(staff, casePage);
  }

  get pages(): Page[] {
    return [this.staff.page, this.casePage];
  }

  /** Every page says that what it shows may be old. */
  async saysConnectionLost(): Promise<void> {
    await Promise.all(this.pages.map((page) => page.getByText(zh.shell.connectionLost).waitFor()));
  }

  /** The note is gone by itself, and no page was loaded again. */
  async isLiveAgain(): Promise<void> {
    await Promise.all(this.pages.map((page) => page.getByText(zh.shell.connectionLost).waitFor({ state: 'hidden' })));
    await this.wasNeverReloaded();
  }

  /** The case page shows the stage. */
  async seesStage(stage: StageOrClosed): Promise<void> {
    await this.casePage.locator('[aria-current="step"]').filter({ hasText: new RegExp(`^${stageWords[stage].zh}$`) }).waitFor();
    await this.wasNeverReloaded();
  }

  /** The work queue shows the task. */
  async seesTask(kind: TaskKindName): Promise<void> {
    await this.staff.taskLink(kind).waitFor();
    await this.wasNeverReloaded();
  }

  /** The form of a task is sent; the page stays as it is. */
  async send(): Promise<void> {
    await this.staff.page.getByRole('button', { name: beginning(zh.tasks.form.submit) }).click();
  }

  /** The page with the form says this about what was sent. */
  async says(text: string): Promise<void> {
    await this.staff.page.getByText(text).first().waitFor();
  }

  /** The form that was sent is answered; back in the queue. */
  async isDone(kind: TaskKindName): Promise<void> {
    const { page } = this.staff;
    await page.getByRole('heading', { name: zh.staff.task.doneTitle.replace('{{title}}', titleOf(kind)) }).waitFor();
    await page.getByRole('button', { name: beginning(zh.staff.task.backToQueue) }).click();
    await this.wasNeverReloaded();
  }

  async wasNeverReloaded(): Promise<void> {
    for (const page of this.pages) {
      const found = await page.evaluate(() => (globalThis as Marked).openedAtFirst);
      if (found !== mark) throw new Error(`${this.staff.name}: ${page.url()} was loaded again`);
    }
  }
}
