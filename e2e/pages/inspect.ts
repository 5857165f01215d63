/** What is wrong with a page as it stands now, for whoever looks at it: in its language, at its width, with axe. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { Language } from '#web/i18n/languages.ts';
import { foreignWords } from './language.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @returns a line for each fault; none is what is wanted. */
export async function faultsOf(page: Page, language: Language): Promise<string[]> {
  const [violations, texts, wide, cut] = [await violationsOf(page), await textsOf(page), await widerThanTheScreen(page), await cutTexts(page)];
  return [
    ...violations,
    ...foreignWords(language, texts),
    ...wide,
    ...cut.map((text) => `cut off: ${text}`),
  ];
}

/** Every rule that axe has by default. */
async function violationsOf(page: Page): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html, any }) => `axe ${id}: ${help}; ${target.join(' ')}; ${html.slice(0, 200)}; ${any.map(({ message }) => message).join('; ').slice(0, 200)}`));
  });
  return found;
}

/** What the page says: its texts, and what it tells to those who cannot see; nothing that says itself that it is in another language. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const language = document.documentElement.lang;
    const own = (element: Element) => element.closest('[lang]')?.getAttribute('lang') === language;
    const said: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !own(element) || element.closest('script, style, noscript, textarea, kbd, pre, #recharts_measurement_span') || !element.checkVisibility()) continue;
      said.push(node.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (!own(element) || !element.checkVisibility() || element.closest('[aria-hidden="true"]')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) said.push(element.getAttribute(name) ?? '');
    }
    return said.map((text) => text.trim()).filter(Boolean);
  });
}

/** No sideways scrolling, and nothing that lies beyond the edge where nobody can scroll to. */
function widerThanTheScreen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element: Element | null): boolean => element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const beyond = [...document.body.querySelectorAll('*')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.right > width + 1 && element.checkVisibility() && !scrolls(element.parentElement);
    });
    const all = beyond.map((element) => `beyond the edge: ${element.tagName}.${element.getAttribute('class') ?? ''} to ${Math.round(element.getBoundingClientRect().right)} of ${width}`);
    return document.documentElement.scrollWidth > width ? [`scrolls sideways: ${document.documentElement.scrollWidth} of ${width}`, ...all.slice(0, 3)] : all.slice(0, 3);
  });
}

/** Texts of which a part cannot be seen, unless a heading says the same in full. What is there for screen readers alone is one point wide. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.body.querySelectorAll('*')].filter((element) => {
    const direct = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (!direct || !element.checkVisibility() || element.clientWidth <= 1 || element.closest('pre')) return false;
    if ([...document.querySelectorAll('h1')].some((heading) => heading !== element && heading.textContent === element.textContent)) return false;
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    return (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) || (hides(overflowY) && element.scrollHeight > element.clientHeight + 2);
  }).map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''} “${element.textContent?.trim().slice(0, 80)}”`));
}
