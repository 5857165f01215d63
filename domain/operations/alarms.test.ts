import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { alarmKinds, alarmRules, alarmsOf, type AlarmKind, type Severity } from '#domain/operations/alarms.ts';

const table: [AlarmKind, number, Severity | null][] = [
  ['part-away', 0, null], ['part-away', 1, 'critical'],
  ['workflow-wedged', 2, null], ['workflow-wedged', 3, 'critical'],
  ['queue-backlog', 9.9, null], ['queue-backlog', 10, 'warning'], ['queue-backlog', 60, 'critical'],
  ['builds-mixed', 1, null], ['builds-mixed', 2, 'warning'], ['builds-mixed', 9, 'warning'],
  ['commands-pending', 14, null], ['commands-pending', 15, 'warning'], ['commands-pending', 120, 'critical'],
  ['disk-full', 15, null], ['disk-full', 14.9, 'warning'], ['disk-full', 4.9, 'critical'],
  ['certificate-ends', 30, null], ['certificate-ends', 29, 'warning'], ['certificate-ends', 6, 'critical'], ['certificate-ends', -3, 'critical'],
  ['clock-off', 999, null], ['clock-off', 1_000, 'warning'], ['clock-off', 5_000, 'critical'],
];

describe('alarms', () => {
  test.each(table)('%s at %p: %p', (kind, value, severity) => {
    expect(alarmsOf([{ kind, subject: 'x', value, detail: { zh: '', en: '' } }]).map((alarm) => alarm.severity)).toEqual(severity === null ? [] : [severity]);
  });

  test('the worst come first, each under a key of its own', () => {
    const alarms = alarmsOf([
      { kind: 'failed-steps', subject: 'steps', value: 1, detail: { zh: '', en: '' } }, { kind: 'clock-off', subject: 'b', value: 9_000, detail: { zh: '', en: '' } }, { kind: 'clock-off', subject: 'a', value: 9_000, detail: { zh: '', en: '' } },
    ]);
    expect(alarms.map(({ key }) => key)).toEqual(['clock-off:a', 'clock-off:b', 'failed-steps:steps']);
  });

  test('each kind has its chapter in the handbook', () => {
    const headings = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8').split('\n')
      .flatMap((line) => (line.startsWith('#') ? [line.replace(/^#+ /, '').toLowerCase().replace(/[^\w\s-]/g, '').replaceAll(' ', '-')] : []));
    expect(alarmKinds.filter((kind) => !headings.includes(alarmRules[kind].chapter))).toEqual([]);
  });
});
