/** Somebody who looks at the court's pages on a device, in both languages, and says what is wrong with them. */
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { CourtBrowser } from '#e2e/demo/browsers.ts';
import type { Person } from '#e2e/court/person.ts';
import { catalogue as chinese, type Catalogue } from '#web/i18n/zh/catalogue.ts';
import { catalogue as english } from '#web/i18n/en/catalogue.ts';
import { htmlLanguage, languages, type Language } from '#web/i18n/languages.ts';
import { faultsOf } from './inspect.ts';
import { lookedAt, passed } from './register.ts';

export type Device = 'pc' | 'phone';
export const words: Record<Language, Catalogue> = { zh: chinese, en: english };

/** What has to be seen before the page is looked at; a heading where it is a text. */
export type Seen = (words: Catalogue, page: Page, language: Language) => Locator | string | RegExp;

export interface Looked { view: string; language: Language; faults: string[] }

/** Everything that was looked at by this process. */
export const looked: Looked[] = [];

const folder = process.env['KAITING_PICTURES'];
if (folder) mkdirSync(folder, { recursive: true });

export class Viewer {
  private constructor(readonly page: Page, readonly device: Device) {}

  /** @param person who is signed in already; nobody: a stranger at the door */
  static async at(browser: CourtBrowser, device: Device, person?: Person): Promise<Viewer> {
    const page = await browser.open(device);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    page.on('framenavigated', (frame) => { if (frame === page.mainFrame()) passed(frame.url()); });
    if (person) {
      await page.context().addCookies(person.cookie.split('; ').map((pair) => {
        const at = pair.indexOf('=');
        return { name: pair.slice(0, at), value: pair.slice(at + 1), url: person.baseUrl };
      }));
    }
    return new Viewer(page, device);
  }

  async visit(address: string, name: string, seen: Seen): Promise<void> {
    await this.page.goto(address);
    await this.look(name, seen);
  }

  /** The page as it stands, in one language after the other. */
  async look(name: string, seen: Seen): Promise<void> {
    for (const language of languages) {
      await this.#speak(language);
      await this.#see(seen, language);
      if (folder) await this.#photograph(path.join(folder, `${name}-${this.device}-${language}.png`));
      const seenNow = { view: `${name} (${this.device})`, language, faults: await faultsOf(this.page, language) };
      looked.push(seenNow);
      lookedAt(this.page.url(), await this.page.locator('[data-task]:not(a)').evaluateAll((found) => found.map((element) => element.getAttribute('data-task') ?? '')));
      if (folder) appendFileSync(path.join(folder, 'faults.txt'), seenNow.faults.map((fault) => `${seenNow.view} ${language}: ${fault}\n`).join(''));
    }
    await this.#speak('zh');
  }

  /** The whole page. What stays at the thumb, or at the foot of a form, stays at the foot: the window is made as tall as the page is. */
  async #photograph(file: string): Promise<void> {
    const { page } = this;
    const before = page.viewportSize();
    const tall = await page.evaluate((phone) => (phone || document.querySelector('.phone-page, .task-page') ? document.documentElement.scrollHeight : 0), this.device === 'phone');
    if (before && tall > before.height) await page.setViewportSize({ ...before, height: tall });
    await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
    if (before && tall > before.height) await page.setViewportSize(before);
  }

  leave(): Promise<void> {
    return this.page.context().close();
  }

  /** By the page's own switch; each page has one. It stays in reach behind a dialog, which does not wait for the language. */
  async #speak(language: Language): Promise<void> {
    const { page } = this;
    const html = page.locator(`html[lang="${htmlLanguage[language]}"]`);
    const change = page.locator(`button.language-switch[lang="${htmlLanguage[language]}"]`);
    await html.or(change).first().waitFor({ state: 'attached' });
    if (await html.count() === 0) await change.evaluate((button: HTMLElement) => button.click());
    await html.waitFor({ state: 'attached' });
  }

  /** Seen what was waited for, nothing is on its way, nothing moves, and the staff's page hears of changes. */
  async #see(seen: Seen, language: Language): Promise<void> {
    const { page } = this;
    const what = seen(words[language], page, language);
    await (typeof what === 'string' || what instanceof RegExp ? page.getByRole('heading', { level: 1, name: what }) : what).first().waitFor();
    if (new URL(page.url()).pathname.startsWith('/desk')) await page.locator('.connection-dot.live').waitFor();
    const onTheWay = [words[language].staff.loading, words[language].party.common.loading, words[language].transcript.loading];
    await page.waitForFunction((waiting) => {
      const moving = document.getAnimations().some((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity);
      const busy = [...document.querySelectorAll('.ant-spin-spinning, .ant-skeleton, .loading')].some((element) => element.checkVisibility());
      return !moving && !busy && !waiting.some((text) => document.body.innerText.includes(text)) && document.fonts.status === 'loaded';
    }, onTheWay);
  }
}
