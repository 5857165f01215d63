import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { catalogue as chinese } from '#web/i18n/zh/catalogue.ts';
import { catalogue as english } from '#web/i18n/en/catalogue.ts';
import { everybody } from '#web/i18n/zh/everybody.ts';

const folder = path.resolve('web/src');

function leaves(value: unknown, at = ''): [string, string][] {
  return typeof value === 'string' ? [[at, value]] : Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, at === '' ? key : `${at}.${key}`));
}
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{\s*(\w+)/g)].map((found) => found[1]!).sort();

describe('the two catalogues', () => {
  const zh = new Map(leaves(chinese));
  const en = new Map(leaves(english));
  test('have the same keys', () => expect([...en.keys()].sort()).toEqual([...zh.keys()].sort()));
  test('say something everywhere', () => {
    expect([...zh, ...en].filter(([, text]) => text === '').map(([key]) => key)).toEqual([]);
  });
  test('take the same values', () => {
    for (const [key, text] of zh) expect({ key, takes: placeholders(en.get(key)!) }).toEqual({ key, takes: placeholders(text) });
  });
});

test('no page has words of its own: Chinese stands in the catalogues alone', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(path.join(folder, 'i18n', 'zh')) && !file.startsWith(path.join(folder, 'i18n', 'en')) && file !== path.join(folder, 'i18n', 'language-names.ts'));
  const withChinese = files.filter((file) => /\p{Script=Han}/u.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')));
  expect(withChinese.map((file) => path.relative(folder, file))).toEqual([]);
});

test('what is shown to parties, too, has its words without the desk’s', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !file.startsWith('staff/') && !file.startsWith('tasks/form/desk/') && !file.startsWith('i18n/'));
  const areasOf = (text: string): string[] => [...text.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, areas]) => [...(areas ?? '').matchAll(/'(\w+)'/g)].map(([, area]) => area!));
  const used = files.map((file) => ({ file, areas: areasOf(readFileSync(path.join(folder, file), 'utf8')) }));
  expect(used.flatMap(({ areas }) => areas)).toContain('livestream');
  expect(used.filter(({ areas }) => areas.some((area) => !(area in everybody)))).toEqual([]);
});
