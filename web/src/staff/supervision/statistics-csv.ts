/** The figures as CSV (RFC 4180), with the mark by which spreadsheets know that it is UTF-8. */
import type { Statistic } from '#api/contract/statistics.ts';
import type { Language } from '#web/i18n/languages.ts';

const heads: Record<Language, readonly string[]> = {
  zh: ['统计项目', '依据', '项目', '数量', '案件数', '平均', '最长', '单位'],
  en: ['Statistic', 'Articles', 'Item', 'Number', 'Cases', 'Average', 'Longest', 'Unit'],
};
const units: Record<Language, Record<'days' | 'seconds', string>> = { zh: { days: '天', seconds: '秒' }, en: { days: 'days', seconds: 'seconds' } };

export function statisticsCsv(statistics: readonly Statistic[], language: Language): string {
  const rows = statistics.flatMap(({ title, articles, unit, rows: figures }) => figures.map(({ label, count, cases, average, longest }) =>
    [title[language], articles.join(' '), label[language], count, cases, average === null ? '' : average.toFixed(2), longest === null ? '' : longest.toFixed(2), unit ? units[language][unit] : '']));
  return `\uFEFF${[heads[language], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** What begins like a formula is text: a cause that somebody wrote must not be run by a spreadsheet. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
