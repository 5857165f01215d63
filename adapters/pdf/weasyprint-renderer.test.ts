import { inflateSync } from 'node:zlib';
import { expect, jest, test } from '@jest/globals';
import { documents, type DocumentRequest } from './documents.ts';
import { sampleDocuments, sampleHash, samplePng, sampleTranscript } from './testing/sample-documents.ts';
import { documentHtml, templatesOnDisk, weasyprintRenderer } from './weasyprint-renderer.ts';

// Real programs on a busy machine: slow is not wrong.
jest.setTimeout(300_000);

const renderer = weasyprintRenderer(process.env.KAITING_PYTHON ?? '');

test('every document that is declared has its template and its sample', () => {
  expect(templatesOnDisk()).toEqual(Object.keys(documents).sort());
  expect(sampleDocuments.map(({ template }) => template).sort()).toEqual(templatesOnDisk());
});

test('all documents come out as PDF/A-2u with their fonts and pictures inside', async () => {
  const pdfs = await renderer.renderAll(sampleDocuments);
  for (const { pdf } of pdfs) {
    const text = Buffer.from(pdf).toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    const everything = text + streams(pdf);
    expect(everything).toMatch(/pdfaid:part(>|=")2/);
    expect(everything).toMatch(/pdfaid:conformance(>|=")U/);
    expect(everything).toMatch(/\/FontFile3?/);
    expect(everything).not.toContain('/URI (http');
  }
});

test.each(sampleDocuments.map((document) => [document.template, document] as const))('%s: text is text, never markup', (_template, document) => {
  const html = documentHtml(document);
  expect(html).toContain('原告张𠮷与被告李㛃&lt;有限&gt;公司');
  expect(html).not.toMatch(/<有限>|<合格>|undefined|\[object/);
});

test('the transcript shows its hash on each page and the signatures at its end', () => {
  const html = documentHtml(sampleTranscript);
  expect(html).toMatch(new RegExp(`@bottom-left \\{ content: "[^"]*${sampleHash}"`));
  const [, end = ''] = html.split('确认与签名');
  expect(end.split(samplePng).length - 1).toBe(3);
  expect(end).toContain('孙淼于2026年3月9日10时45分拒绝签名');
  expect(html.split('<time>').length - 1).toBe(40);
});

test('a hole in the data, a field too many and a picture that is none are refused', async () => {
  const [acceptance] = sampleDocuments;
  if (acceptance?.template !== 'filing-acceptance') throw new Error('the first sample is the acceptance');
  const { clerk: _clerk, ...holed } = acceptance.data;
  expect(() => documentHtml({ template: 'filing-acceptance', data: holed } as DocumentRequest)).toThrow(/"filing-acceptance" cannot be made: clerk/);
  expect(() => documentHtml({ template: 'filing-acceptance', data: { ...acceptance.data, more: 1 } } as DocumentRequest)).toThrow(/more/);

  const broken = structuredClone(sampleTranscript);
  const [signature] = broken.data.signatures;
  if (signature) signature.image = Buffer.from('not a picture').toString('base64');
  await expect(renderer.render(broken)).rejects.toThrow(/Failed to load image/);
});

function streams(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  let text = '';
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      text += inflateSync(bytes.subarray(at + 7), { finishFlush: 2 }).toString('latin1');
    } catch {
      // Not a compressed stream: its text was searched already.
    }
  }
  return text;
}
