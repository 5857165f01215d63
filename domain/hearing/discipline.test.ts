import { expect, test } from '@jest/globals';
import { currentDiscipline, disciplineOf, disciplines } from '#domain/hearing/discipline.ts';

test('G6: everything that must be announced is in the text, in both languages, with its article', () => {
  const articles = currentDiscipline.points.flatMap((point) => point.articles);
  expect(articles).toEqual(expect.arrayContaining(['G6(1)', 'G6(2)', 'G6(3)', 'CPL-146', 'CPL-147']));
  for (const point of currentDiscipline.points) {
    expect(point.text.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(point.text.en).toMatch(/[a-z]/);
    expect(point.articles.length).toBeGreaterThan(0);
  }
});

test('a version names one text, and the current one is found by its version', () => {
  expect(new Set(disciplines.map((discipline) => discipline.version)).size).toBe(disciplines.length);
  expect(disciplineOf(currentDiscipline.version)).toBe(currentDiscipline);
  expect(disciplineOf('1999-1')).toBeUndefined();
});
