import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sessionKinds, type SessionKind } from '#domain/case/types.ts';
import { isRefusal } from '#domain/law/ruled.ts';
import { agenda, isOpenPhase, phases, type Phase } from './agenda.ts';
import { moveWords, phaseWords } from './phase-words.ts';
import { moves, nextPhase, openMoves, startOfSession, type Move, type Mover, type ParticipantFacts, type SessionFacts, type SessionState } from './phases.ts';

const person = (participantId: string, more: Partial<ParticipantFacts> = {}): ParticipantFacts => ({
  participantId, required: true, present: true, identityVerified: true, noticeProven: true, disciplineAcknowledged: true, ...more,
});
/** Everybody is there and everything is ready. */
const ready: SessionFacts = {
  participants: [person('plaintiff'), person('defendant'), person('witness', { required: false, present: false, disciplineAcknowledged: false })],
  judgePresent: true, clerkPresent: true, courtroomTested: true, recordingRunning: true, causeVerified: true, networkStable: true,
};
const at = (phase: Phase, more: Partial<SessionState> = {}): SessionState => ({ kind: 'trial', phase, returnTo: null, ...more });
const withDefendant = (more: Partial<ParticipantFacts>): SessionFacts => ({ ...ready, participants: [person('plaintiff'), person('defendant', more)] });

function walk(kind: SessionKind, steps: readonly (readonly [Move, Mover])[]): Phase[] {
  let state = startOfSession(kind);
  return steps.map(([move, by]) => {
    const outcome = nextPhase(state, move, ready, by);
    if (isRefusal(outcome)) throw new Error(`${move}: ${outcome.code}`);
    state = outcome.value;
    return state.phase;
  });
}

describe('straight through', () => {
  test('a trial', () => {
    expect(walk('trial', [
      ['read-discipline', 'clerk'], ['open', 'judge'], ['begin-evidence', 'clerk'], ['begin-debate', 'judge'],
      ['recess', 'judge'], ['end-recess', 'judge'], ['begin-final-statements', 'judge'], ['close', 'judge'],
    ])).toEqual(['discipline', 'opening', 'evidence', 'debate', 'recess', 'debate', 'finalStatements', 'closed']);
  });

  test('the investigation is taken up again in the debate', () => {
    expect(walk('trial', [
      ['read-discipline', 'clerk'], ['open', 'judge'], ['begin-evidence', 'judge'], ['begin-debate', 'judge'], ['begin-evidence', 'judge'], ['begin-debate', 'judge'],
    ]).at(-1)).toBe('debate');
  });

  test('an interruption', () => {
    expect(walk('trial', [
      ['read-discipline', 'clerk'], ['open', 'judge'], ['begin-evidence', 'judge'], ['suspend', 'system'], ['resume', 'judge'], ['suspend', 'judge'], ['adjourn', 'judge'],
    ])).toEqual(['discipline', 'opening', 'evidence', 'suspended', 'evidence', 'suspended', 'adjourned']);
  });

  test.each(sessionKinds)('%s: its agenda in order, then closed', (kind) => {
    const begins = agenda(kind).filter((item) => item.phase !== 'opening' && !item.optional)
      .map((item) => moves.find((move) => move === `begin-${item.phase.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`));
    const steps: [Move, Mover][] = [['read-discipline', 'clerk'], ['open', 'judge']];
    for (const move of begins) if (move !== undefined) steps.push([move, 'judge']);
    expect(walk(kind, [...steps, ['close', 'judge']]).at(-1)).toBe('closed');
    expect(steps).toHaveLength(2 + begins.length);
  });
});

describe('moves that are refused', () => {
  test.each([
    // phase,            move,                      by,       code
    ['preparing',       'open',                    'judge',  'move-not-open'],      // no discipline read
    ['opening',         'begin-debate',            'judge',  'move-not-open'],      // evidence comes first (CPL-141)
    ['evidence',        'begin-final-statements',  'judge',  'move-not-open'],
    ['evidence',        'close',                   'judge',  'agenda-not-finished'],
    ['debate',          'close',                   'judge',  'agenda-not-finished'], // final statements not asked for (CPL-144)
    ['preparing',       'read-discipline',         'judge',  'not-yours-to-make'],  // CPL-140: the clerk
    ['discipline',      'open',                    'clerk',  'not-yours-to-make'],
    ['finalStatements', 'close',                   'clerk',  'not-yours-to-make'],
    ['evidence',        'suspend',                 'clerk',  'not-yours-to-make'],  // G12: the judge, or by itself
    ['evidence',        'adjourn',                 'system', 'not-yours-to-make'],  // never automatic
    ['evidence',        'end-recess',              'judge',  'move-not-open'],
    ['recess',          'suspend',                 'system', 'move-not-open'],
    ['closed',          'adjourn',                 'judge',  'move-not-open'],
    ['adjourned',       'read-discipline',         'clerk',  'move-not-open'],
    ['opening',         'begin-pronouncement',     'judge',  'move-not-open'],      // not on a trial's agenda
  ] as [Phase, Move, Mover, string][])('in %s, %s by %s: %s', (phase, move, by, code) => {
    const outcome = nextPhase(at(phase, phase === 'recess' ? { returnTo: 'evidence' } : {}), move, ready, by);
    if (!isRefusal(outcome)) throw new Error('expected a refusal');
    expect(outcome.code).toBe(code);
    expect(outcome.articles.length).toBeGreaterThan(0);
    expect(outcome.message.zh).not.toBe('');
  });

  const suspended = at('suspended', { returnTo: 'evidence' });
  test.each([
    // what is missing,                        state,              move,              by,      facts,                                               code,                          article
    ['notice not proven',                      at('preparing'),    'read-discipline', 'clerk', withDefendant({ noticeProven: false }),              'notice-not-proven',           'G4'],
    ['identity not verified',                  at('preparing'),    'read-discipline', 'clerk', withDefendant({ identityVerified: false }),          'identity-not-verified',       'G5'],
    ['defendant absent',                       at('preparing'),    'read-discipline', 'clerk', withDefendant({ present: false }),                   'participant-absent',          'CPL-140'],
    ['courtroom not tested',                   at('preparing'),    'read-discipline', 'clerk', { ...ready, courtroomTested: false },                'courtroom-not-tested',        'G5'],
    ['discipline not acknowledged',            at('discipline'),   'open',            'judge', withDefendant({ disciplineAcknowledged: false }),    'discipline-not-acknowledged', 'G6'],
    ['recording not running',                  at('discipline'),   'open',            'judge', { ...ready, recordingRunning: false },               'not-recording',               'REC-3'],
    ['clerk not there',                        at('discipline'),   'open',            'judge', { ...ready, clerkPresent: false },                   'clerk-absent',                'CPL-140'],
    ['defendant gone',                         at('opening'),      'begin-evidence',  'judge', withDefendant({ present: false }),                   'participant-absent',          'CPL-140'],
    ['recording stopped in recess',            at('recess', { returnTo: 'debate' }), 'end-recess', 'judge', { ...ready, recordingRunning: false },  'not-recording',               'REC-1'],
    ['cause not verified',                     suspended,          'resume',          'judge', { ...ready, causeVerified: false },                  'cause-not-verified',          'G12'],
    ['network not stable',                     suspended,          'resume',          'judge', { ...ready, networkStable: false },                  'network-not-stable',          'G12'],
  ] as [string, SessionState, Move, Mover, SessionFacts, string, string][])('%s', (_name, state, move, by, facts, code, article) => {
    const outcome = nextPhase(state, move, facts, by);
    if (!isRefusal(outcome)) throw new Error('expected a refusal');
    expect(outcome.code).toBe(code);
    expect(outcome.articles).toContain(article);
  });

  test('a refusal names everything that is missing, and whom it is about', () => {
    const facts: SessionFacts = { ...ready, courtroomTested: false, participants: [person('plaintiff', { noticeProven: false }), person('defendant', { noticeProven: false, present: false })] };
    const outcome = nextPhase(at('preparing'), 'read-discipline', facts, 'clerk');
    expect(outcome).toMatchObject({
      code: 'notice-not-proven',
      data: { unmet: [
        { code: 'notice-not-proven', participantIds: ['plaintiff', 'defendant'] },
        { code: 'participant-absent', participantIds: ['defendant'] },
        { code: 'courtroom-not-tested', participantIds: [] },
      ] },
    });
  });
});

describe('what the judge may rule', () => {
  test('a trial goes on without a defendant whose absence the judge ruled upon (CPL-147)', () => {
    expect(nextPhase(at('opening'), 'begin-evidence', withDefendant({ present: false, absenceRuled: true }), 'judge')).toMatchObject({ value: { phase: 'evidence' } });
  });
  test('a withdrawal closes the session before its agenda is finished (CPL-148)', () => {
    expect(nextPhase(at('evidence'), 'close-withdrawn', ready, 'judge')).toMatchObject({ value: { phase: 'closed' }, articles: expect.arrayContaining(['CPL-148']) });
    expect(nextPhase(at('evidence'), 'close-withdrawn', ready, 'clerk')).toMatchObject({ code: 'not-yours-to-make' });
    expect(nextPhase(at('discipline'), 'close-withdrawn', ready, 'judge')).toMatchObject({ code: 'move-not-open' });
  });
  test('a case that has ended or stands still closes its session, wherever that is', () => {
    for (const phase of ['preparing', 'discipline', 'evidence', 'suspended', 'recess'] as const) {
      const state = { ...startOfSession('trial'), phase, returnTo: phase === 'suspended' || phase === 'recess' ? 'evidence' as const : null };
      expect(nextPhase(state, 'adjourn', ready, 'case')).toMatchObject({ value: { phase: 'adjourned' } });
    }
    expect(nextPhase({ ...startOfSession('trial'), phase: 'evidence' }, 'close-withdrawn', ready, 'case')).toMatchObject({ value: { phase: 'closed' } });
  });

  test('a missing person does not keep the judge from a recess, a suspension or an adjournment', () => {
    for (const move of ['recess', 'suspend', 'adjourn'] as const) {
      expect(isRefusal(nextPhase(at('evidence'), move, withDefendant({ present: false }), 'judge'))).toBe(false);
    }
  });
});

test('the buttons of judge and clerk', () => {
  expect(openMoves(at('preparing'), 'clerk')).toEqual(['read-discipline']);
  expect(openMoves(at('evidence'), 'judge')).toEqual(['begin-debate', 'recess', 'suspend', 'adjourn', 'close-withdrawn']);
  expect(openMoves(at('finalStatements'), 'judge')).toEqual(['begin-evidence', 'begin-mediation', 'recess', 'suspend', 'adjourn', 'close-withdrawn', 'close']);
  expect(openMoves(at('evidence'), 'clerk')).toEqual(['begin-debate', 'recess']);
  expect(openMoves(at('closed'), 'judge')).toEqual([]);
});

test('every phase and every move has words in both languages', () => {
  for (const phase of phases) {
    const words = phaseWords[phase];
    expect([words.title, words.now, words.speaks].every((text) => text.zh !== '' && text.en !== '')).toBe(true);
  }
  for (const move of moves) expect(moveWords[move].zh && moveWords[move].en).toBeTruthy();
});

describe('whatever anybody does', () => {
  const facts = fc.record({
    participants: fc.tuple(...['plaintiff', 'defendant'].map((participantId) => fc.record({
      participantId: fc.constant(participantId), required: fc.constant(true), present: fc.boolean(), identityVerified: fc.boolean(),
      noticeProven: fc.boolean(), disciplineAcknowledged: fc.boolean(), absenceRuled: fc.boolean(),
    }))),
    judgePresent: fc.boolean(), clerkPresent: fc.boolean(), courtroomTested: fc.boolean(), recordingRunning: fc.boolean(),
    causeVerified: fc.boolean(), networkStable: fc.boolean(),
  });
  const attempt = fc.record({ move: fc.constantFrom(...moves), by: fc.constantFrom<Mover>('judge', 'clerk', 'system'), facts: fc.oneof({ weight: 2, arbitrary: fc.constant(ready) }, { weight: 1, arbitrary: facts }) });

  test('the court sits only while it records and everybody needed is there; it opens only after the discipline', () => {
    fc.assert(fc.property(fc.constantFrom(...sessionKinds), fc.array(attempt, { maxLength: 40 }), (kind, attempts) => {
      let state = startOfSession(kind);
      let opened = false;
      for (const { move, by, facts: known } of attempts) {
        const before = state;
        const outcome = nextPhase(before, move, known, by);
        if (isRefusal(outcome)) continue;
        state = outcome.value;
        if (by === 'system' && move !== 'suspend') throw new Error('the system may only suspend');
        if (before.phase === 'closed' || before.phase === 'adjourned') throw new Error('nothing follows the end');
        if (isOpenPhase(state.phase)) {
          const needed = known.participants.filter((p) => p.required && !p.absenceRuled);
          if (!known.recordingRunning || !known.judgePresent || needed.some((p) => !p.present)) throw new Error(`${move} although somebody or the recording is missing`);
          if (!opened && move !== 'open') throw new Error('the court sits without an opening');
          if (move === 'open' && (before.phase !== 'discipline' || needed.some((p) => !p.disciplineAcknowledged))) throw new Error('opened without the discipline');
          opened = true;
        }
        const away = state.phase === 'recess' || state.phase === 'suspended';
        expect(state.returnTo !== null).toBe(away);
        if (away) expect(state.returnTo).toBe(before.phase);
        if (move === 'end-recess' || move === 'resume') expect(state.phase).toBe(before.returnTo);
      }
    }), { numRuns: 500 });
  });
});
