import { describe, expect, test } from '@jest/globals';
import { readinessOf, type ParticipantOfHearing, type TaskOfHearing } from './readiness.ts';

const participant = (more: Partial<ParticipantOfHearing> = {}): ParticipantOfHearing => ({ participantId: 'p', agent: false, noticeProven: 'confirmed', test: { score: 90, verdict: 'passed' }, ...more });
const task = (kind: TaskOfHearing['kind'], more: Partial<TaskOfHearing> = {}): TaskOfHearing => ({ taskId: kind, kind, state: 'open', participantId: 'p', decided: null, powerOfAttorney: false, ...more });
const done = (kind: TaskOfHearing['kind'], decided: string, more: Partial<TaskOfHearing> = {}) => task(kind, { state: 'completed', decided, ...more });
const ready = [done('verify-identity', 'verified'), done('test-courtroom', 'ready', { participantId: null }), done('test-courtroom-technology', 'ready', { participantId: null })];
const missing = (...args: Parameters<typeof readinessOf>) => readinessOf(...args).filter(({ state }) => state !== 'done').map(({ what, state, task: mends }) => `${what} ${state} ${mends?.kind ?? '-'}`);

describe('a hearing is ready when', () => {
  test('notice, device, identity and courtroom are', () => expect(missing([participant()], ready)).toEqual([]));

  test.each<[string, ParticipantOfHearing, TaskOfHearing[], string[]]>([
    ['the notice is not confirmed yet', participant({ noticeProven: null }), ready, ['notice waiting -']],
    ['nobody confirmed it in a day: the clerk calls', participant({ noticeProven: null }), [...ready, task('phone-notice')], ['notice waiting phone-notice']],
    ['nobody was reached: the judge decides', participant({ noticeProven: null }), [...ready, done('phone-notice', 'notReached'), task('waive-notice')], ['notice waiting waive-notice']],
    ['no device was tested', participant({ test: null }), [...ready, task('choose-channel')], ['deviceTest waiting choose-channel']],
    ['the device failed: the technician helps', participant({ test: { score: 30, verdict: 'failed' } }), [...ready, task('help-with-test')], ['deviceTest failed help-with-test']],
    ['a weak test will do', participant({ test: { score: 65, verdict: 'weak' } }), ready, []],
    ['an agent’s power of attorney is not in order', participant({ agent: true }), ready, ['authority waiting -']],
    ['an agent’s is', participant({ agent: true }), [done('verify-identity', 'verified', { powerOfAttorney: true }), ...ready.slice(1)], []],
    ['the courtroom is not tested', participant(), [ready[0]!, task('test-courtroom', { participantId: null })], ['courtroom waiting test-courtroom', 'technology waiting -']],
  ])('%s', (_why, who, tasks, expected) => expect(missing([who], tasks)).toEqual(expected));
});
