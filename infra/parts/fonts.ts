// Chinese fonts, for documents and for the pages that Chromium shows in tests and demonstration.
import path from 'node:path';
import { PartMissing, type Part } from './part.ts';
import { onPath, output } from './programs.ts';
import { aptAdvice, installSystemPackages } from './system-packages.ts';

const families = ['Noto Serif CJK SC', 'Noto Sans CJK SC'];

export const fonts: Part = {
  name: 'fonts',
  purpose: 'Chinese text in documents and pages',
  neededFor: 'running',
  advice: aptAdvice('fonts-noto-cjk', 'fontconfig'),
  async find() {
    const file = await fontFile('Noto Sans CJK SC');
    return file ? { path: path.dirname(file), from: 'system' } : undefined;
  },
  async install(say) {
    await installSystemPackages(['fonts-noto-cjk', 'fontconfig'], say).catch((error: unknown) => { throw new PartMissing(fonts, String(error)); });
  },
  async healthy() {
    for (const family of families) {
      if (!await fontFile(family)) throw new Error(`${family} is not there`);
    }
    return families.join(', ');
  },
};

/** The file of a font family that has Chinese, or undefined (fontconfig would answer with another family). */
async function fontFile(family: string): Promise<string | undefined> {
  const list = onPath('fc-list');
  if (!list) return undefined;
  const lines = (await output(list, [`${family}:lang=zh-cn`, 'file'])).trim().split('\n');
  return lines[0]?.replace(/:\s*$/, '') || undefined;
}
