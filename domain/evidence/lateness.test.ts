import { expect, test } from '@jest/globals';
import { articlesOfDecision, checkLateDecision, lawfulDecisions, type LateFinding } from './lateness.ts';

const table: [LateFinding['lateness'], boolean, LateFinding['decision'], number | undefined, boolean, string, string][] = [
  // why late,       basic fact, decision,           fine,    unit,  outcome,             articles
  ['objective', true, 'admit', undefined, false, 'lawful', 'CPL-68,INT-101'],
  ['objective', false, 'refuse', undefined, false, 'decision-not-lawful', 'CPL-68,INT-101'],
  ['notObjectedTo', false, 'admit', undefined, false, 'lawful', 'CPL-68,INT-101'],
  ['notGross', false, 'admitWithReprimand', undefined, false, 'lawful', 'CPL-68,INT-102'],
  ['notGross', true, 'admitWithFine', 1000, false, 'decision-not-lawful', 'CPL-68,INT-102'],
  ['notGross', false, 'refuse', undefined, false, 'decision-not-lawful', 'CPL-68,INT-102'],
  ['gross', false, 'refuse', undefined, false, 'lawful', 'CPL-68,INT-102'],
  ['gross', false, 'admitWithFine', 1000, false, 'decision-not-lawful', 'CPL-68,INT-102'],
  ['gross', true, 'refuse', undefined, false, 'decision-not-lawful', 'CPL-68,INT-102'],
  ['gross', true, 'admitWithReprimand', undefined, false, 'lawful', 'CPL-68,INT-102'],
  ['gross', true, 'admitWithFine', 100_000, false, 'lawful', 'CPL-68,INT-102,CPL-118,CPL-119'],
  ['gross', true, 'admitWithFine', 100_001, false, 'fine-amount', 'CPL-118'],
  ['gross', true, 'admitWithFine', undefined, false, 'fine-amount', 'CPL-118'],
  ['gross', true, 'admitWithFine', 40_000, true, 'fine-amount', 'CPL-118'],
  ['gross', true, 'admitWithFine', 1_000_000, true, 'lawful', 'CPL-68,INT-102,CPL-118,CPL-119'],
  ['gross', true, 'admitWithReprimand', 500, false, 'fine-not-decided', 'CPL-118'],
];

test.each(table)('late %s, basic fact %s: %s, fine %s of a unit %s -> %s (%s)', (lateness, basicFact, decision, fineYuan, unit, outcome, articles) => {
  const finding = { lateness, basicFact, decision, fineYuan, unit };
  const refusal = checkLateDecision(finding);
  expect(refusal?.code ?? 'lawful').toBe(outcome);
  expect((refusal?.articles ?? articlesOfDecision(finding)).join()).toBe(articles);
});

test.each([
  // kind of case,     why late,         basic fact, what is left,     articles
  ['administrative', 'objective',     true,  'admit',        'APL-36,AEV-7'],
  ['administrative', 'objective',     false, 'admit',        'APL-36,AEV-7'],
  ['administrative', 'notObjectedTo', true,  'refuse',       'APL-34,AEV-7'],
  ['administrative', 'notGross',      true,  'refuse',       'APL-34,AEV-7'],
  ['administrative', 'gross',         true,  'refuse',       'APL-34,AEV-7'],
  ['criminal',       'gross',         true,  'admit,refuse', 'CRPL-197'],
  ['criminal',       'objective',     false, 'admit,refuse', 'CRPL-197'],
] as const)('in %s cases, late %s, basic fact %s: %s (%s)', (caseType, lateness, basicFact, left, articles) => {
  const { decisions, articles: cited } = lawfulDecisions(lateness, basicFact, caseType);
  expect([decisions.join(), cited.join()]).toEqual([left, articles]);
});
