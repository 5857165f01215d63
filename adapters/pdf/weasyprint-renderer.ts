import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { runProgram } from '#adapters/programs/run-program.ts';
import { type DocumentRequest, documents } from './documents.ts';
import { DocumentRefused, type PdfRenderer } from './port.ts';
import { sealPicture } from './seal-picture.ts';
import * as words from './words.ts';

/**
 * Handlebars makes HTML, WeasyPrint makes PDF/A-2u of it.
 *
 * Works in a temporary folder; when the process dies there, no document was made and the folder is litter.
 */

const templatesFolder = fileURLToPath(new URL('./templates', import.meta.url));
const program = fileURLToPath(new URL('./render.py', import.meta.url));

/** @param python the bin folder of the Python environment with WeasyPrint */
export function weasyprintRenderer(python: string): PdfRenderer {
  const renderAll: PdfRenderer['renderAll'] = async (requests) => {
    if (requests.length === 0) return [];
    const pages = requests.map(documentHtml);
    const folder = await mkdtemp(path.join(tmpdir(), 'kaiting-pdf-'));
    try {
      const jobs = pages.map((html, index) => ({ html, output: path.join(folder, `${index}.pdf`) }));
      await runProgram({ program: path.join(python, 'python'), args: [program], input: JSON.stringify({ documents: jobs }) });
      return await Promise.all(jobs.map(async ({ output }) => ({ pdf: await readFile(output) })));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  return {
    renderAll,
    async render(request) {
      const [document] = await renderAll([request]);
      if (!document) throw new Error('WeasyPrint gave no document back.');
      return document;
    },
  };
}

/**
 * The document as HTML.
 * @throws DocumentRefused when the data do not fill it
 */
export function documentHtml({ template, data }: DocumentRequest): string {
  const checked = documents[template].safeParse(data);
  if (!checked.success) {
    throw new DocumentRefused(template, checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  return page(template)(checked.data);
}

const compiled = new Map<string, HandlebarsTemplateDelegate>();

function page(template: string): HandlebarsTemplateDelegate {
  let found = compiled.get(template);
  if (!found) {
    // strict: a name that the data lack is an error, never a hole in the document.
    found = court.compile(readFileSync(path.join(templatesFolder, `${template}.hbs`), 'utf8'), { strict: true });
    compiled.set(template, found);
  }
  return found;
}

const court = withCourtsWords();

function withCourtsWords(): typeof Handlebars {
  const handlebars = Handlebars.create();
  handlebars.registerPartial('sheet', readFileSync(path.join(templatesFolder, 'sheet.hbs'), 'utf8'));
  for (const [name, helper] of Object.entries(words)) handlebars.registerHelper(name, helper);
  handlebars.registerHelper({
    number: (index: number) => index + 1,
    short: (hash: string) => hash.slice(0, 16),
    sealPicture: (name: string) => new Handlebars.SafeString(sealPicture(name)),
    // Base64 was checked with the data; escaping would only spell its "=" another way.
    picture: (base64: string) => new Handlebars.SafeString(`data:image/png;base64,${base64}`),
    catalogueTitle: (volume: string) => `卷内目录（${volume}）`,
    transcriptFoot: (version: number, hash: string) => `第${version}版　SHA-256\n${hash}`,
    quoted: (text: string) => new Handlebars.SafeString(cssString(text)),
  });
  return handlebars;
}

/** Text as a CSS string: whatever is not a plain letter or digit is escaped by its code. */
function cssString(text: string): string {
  return `"${[...text].map((letter) => (/[\p{L}\p{N} ]/u.test(letter) ? letter : `\\${letter.codePointAt(0)?.toString(16)} `)).join('')}"`;
}

/** The templates that exist as files: a test compares them with the documents that are declared. */
export function templatesOnDisk(): string[] {
  return readdirSync(templatesFolder).map((name) => name.replace(/\.hbs$/, '')).filter((name) => name !== 'sheet').sort();
}
