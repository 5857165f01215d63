import { expect, test } from '@jest/globals';
import { statisticsCsv } from './statistics-csv.ts';

test('a table that spreadsheets read: UTF-8, quoted where it must be, no formula that somebody wrote', () => {
  const row = (zh: string, count = 1) => ({ key: zh, label: { zh, en: zh }, count, cases: 1, average: 1.234, longest: null });
  const csv = statisticsCsv([{ measure: 'postponements', title: { zh: '改期', en: 'x' }, over: 'period', unit: 'days', articles: ['G4'], rows: [row('改期：法官"另有"庭审,改日'), row('=HYPERLINK("http://x")')] }], 'zh');
  expect(csv).toBe('\uFEFF统计项目,依据,项目,数量,案件数,平均,最长,单位\r\n改期,G4,"改期：法官""另有""庭审,改日",1,1,1.23,,天\r\n改期,G4,"\'=HYPERLINK(""http://x"")",1,1,1.23,,天\r\n');
});
