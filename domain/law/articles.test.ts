import { describe, expect, test } from '@jest/globals';
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import { articlesOn, citation, inForce, isArticleId, provisionOn, provisions } from './articles.ts';

const day = shanghaiDayFrom;

describe('which provisions are law on a day', () => {
  test.each([
    // article,        day,          in force?
    ['N4-year-end',   '2022-08-02', false], // the day before the notice
    ['N4-year-end',   '2022-08-03', true],
    ['N4-year-end',   '2022-12-31', true],  // 今年年底前: its last day
    ['N4-year-end',   '2023-01-01', false],
    ['N4(1)',         '2023-01-01', true],
    ['CPL-139',       '2023-12-31', false], // the numbering of the 2023 amendment
    ['CPL-139',       '2024-01-01', true],
    ['REC-3',         '2017-02-28', false],
    ['REC-3',         '2017-03-01', true],
    ['ONL-25',        '2021-07-31', false],
    ['ONL-25',        '2021-08-01', true],
    ['G4',            '2026-05-06', true],
  ] as const)('%s on %s: %s', (article, text, expected) => {
    expect(provisionOn(article, day(text)) !== undefined).toBe(expected);
    expect(inForce(day(text)).some((p) => p.id === article)).toBe(expected);
  });

  test('only articles that are law on the day of the act are cited', () => {
    expect(articlesOn(day('2023-06-01'), 'G4', 'CPL-139')).toEqual(['G4']);
    expect(articlesOn(day('2026-06-01'), 'G4', 'CPL-139')).toEqual(['G4', 'CPL-139']);
  });
});

describe('the data', () => {
  test('two versions of one article are never law on the same day', () => {
    for (const a of provisions) {
      for (const b of provisions) {
        if (a === b || a.id !== b.id) continue;
        const apart = (a.lastDay !== undefined && a.lastDay < b.inForce) || (b.lastDay !== undefined && b.lastDay < a.inForce);
        expect({ id: a.id, apart }).toEqual({ id: a.id, apart: true });
      }
    }
  });

  test('every provision has real days, both titles and a text', () => {
    for (const p of provisions) {
      expect(() => day(p.inForce)).not.toThrow();
      if (p.lastDay !== undefined) expect(day(p.lastDay) > day(p.inForce)).toBe(true);
      expect([p.title.zh, p.title.en, p.text, p.article, p.source].every((text) => text.length > 0)).toBe(true);
    }
  });

  test('the guide has no article 11', () => {
    expect(isArticleId('G10')).toBe(true);
    expect(isArticleId('G11')).toBe(false);
    expect(isArticleId('G12')).toBe(true);
  });

  test('citations', () => {
    expect(citation('G4')).toBe('鹤壁市中级人民法院《网上开庭工作指南（暂行）》第四条');
    expect(citation('CPL-146')).toBe('《中华人民共和国民事诉讼法》（2023年修正）第一百四十六条');
  });
});
