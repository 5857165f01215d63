/** The handbook for operations (docs/operations.md) by chapters, read once. */
import { readFile } from 'node:fs/promises';
import { Marked } from 'marked';

export interface Chapter { anchor: string; title: string; html: string }

const file = new URL('../../../docs/operations.md', import.meta.url);
let chapters: Promise<Chapter[]> | undefined;

/** What is wider than the page is scrolled by itself, and so is reached by the keyboard. */
const markdown = new Marked({ renderer: { code: ({ text }) => `<pre tabindex="0">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>` } });

export function handbook(): Promise<Chapter[]> {
  chapters ??= readFile(file, 'utf8').then(chaptersOf);
  return chapters;
}

/** Anchors as GitHub makes them of headings. */
export function chaptersOf(text: string): Chapter[] {
  return text.split(/^## /m).slice(1).map((chapter) => {
    const [title = '', ...lines] = chapter.split('\n');
    return { anchor: title.toLowerCase().replace(/[^\w\s-]/g, '').trim().replaceAll(' ', '-'), title, html: markdown.parse(lines.join('\n'), { async: false }).trim() };
  });
}
