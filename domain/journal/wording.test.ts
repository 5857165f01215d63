import { describe, expect, test } from '@jest/globals';
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import { taskKindNames } from '#domain/tasks/catalogue.ts';
import type { EntryData, EntryKind, JournalEntry } from './entries.ts';
import { start } from '#domain/livestream/testing/sample-approval.ts';
import { detailFor, mayRead, titleFor, type Reader } from './visibility.ts';
import { wordEntry, wordRefusedAttempt, wordViewing, type Names } from './wording.ts';

const names: Names = { person: (id) => `person ${id}`, participant: (id) => `participant ${id}`, courtroom: (id) => `room ${id}`, kind: { caseType: 'civil' } };
const entry = <K extends EntryKind>(kind: K, data: EntryData[K]): JournalEntry => ({ seq: 1, kind, at: '2026-05-11T01:00:00.000Z', caseId: 'c', data }) as JournalEntry;
const task = { taskId: 't', kind: 'consent-online', assignee: { role: 'participant', personId: 'p', participantId: 'x' }, facts: {}, articles: ['G1'], openedAt: '2026-05-11T01:00:00.000Z' } as const;
const refusal = { code: 'busy', articles: ['G4'], message: { zh: '法庭已被占用', en: 'the courtroom is taken' } } as const;
const filing = { caseId: 'c', filedBy: 'p', participants: [], materials: ['f'], appliesForOnline: true, facts: { caseType: 'civil', stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false, minorDefendant: false, otherwiseClosedByLaw: false, badSocialEffect: false } } as const;
const hearing = { hearingId: 'h', sessionNumber: 2, kind: 'trial', startsAt: 's', endsAt: 'e', courtroomId: 'c1', meetingNumber: '123456', noticedAt: 'n', mediaHost: 'm' } as const;

const { judgeInCharge, panel, participants, chain, opening, day, facts } = start;
const livestream = { judgeInCharge, panel, participants, chain, opening, day, facts };

/** One of each kind: a new kind does not compile until it is here. */
const samples: { [K in EntryKind]: EntryData[K] } = {
  'case-filed': { filing: { ...filing, participants: [], materials: ['f'] } },
  'case-accepted': { caseNumber: '（2026）豫01号', bench: { presidingJudge: 'j', clerk: 'k' } },
  'filing-corrected': { version: 2, changed: ['field:claims'], by: 'p', articles: ['REG-7'] },
  'stage-entered': { stage: 'consent', articles: ['G1'] },
  'stage-ended': { stage: 'consent', exit: 'online' },
  decision: { what: 'scope', value: {}, articles: ['G1'] },
  'task-opened': { task },
  'task-completed': { taskId: 't', kind: 'consent-online', outcome: { decision: 'consent' }, by: 'p', commandId: 'c', via: 'update' },
  'task-overdue': { taskId: 't', kind: 'consent-online' },
  'task-withdrawn': { taskId: 't', kind: 'consent-online', why: 'w' },
  'due-moved': { taskId: 't', kind: 'consent-online', from: 's', to: 'e', provisional: false, articles: ['CPL-85'] },
  'task-refused': { taskId: 't', kind: 'schedule-hearing', refusal, by: 'k' },
  'signal-refused': { signal: 'answerTask', why: 'w' },
  'evidence-submitted': { by: 'x', items: [{ evidenceId: 'e', submittedBy: 'x', title: '合同', proves: 'p', source: 's', fileId: 'f' }] },
  'evidence-changed': { change: { what: 'replaced', by: 'p', participantId: 'x' }, items: [{ evidenceId: 'e', submittedBy: 'x', title: '合同', proves: 'p', source: 's', fileId: 'f', version: 2 }], articles: ['G8'] },
  'evidence-period': { period: { procedure: 'firstOrdinary', days: 15, basis: 'court', from: shanghaiDayFrom('2026-05-11'), lastDay: shanghaiDayFrom('2026-05-26') }, by: 'system', articles: ['EVD-51'] },
  'hearing-scheduled': { hearing },
  'unavailable-weighed': { hearingId: 'h', named: [{ participantId: 'x', days: ['2026-05-12'] }], articles: ['G4'] },
  'hearing-cancelled': { hearingId: 'h', why: 'w', by: 'k' },
  'hearing-moved': { hearingId: 'h', to: 'i', why: 'w', by: 'k' },
  'dates-rechecked': { change: { what: 'closing-day-added', day: '2026-05-13', reason: 'r' }, hearingId: 'h', holds: false, problem: refusal, articles: ['G4'] },
  'acceptance-issued': { participantId: 'x', documentFileId: 'f', effectKey: 'k' },
  'notice-issued': { hearingId: 'h', participantId: 'x', documentFileId: 'f', effectKey: 'k' },
  'notice-proven': { hearingId: 'h', participantId: 'x', how: 'phone', by: 'k' },
  'self-tested': { hearingId: 'h', participantId: 'x', by: 'p', findings: { channel: 'pc', network: true, camera: false, microphone: true, speaker: true, venueClosedAndQuiet: true }, score: { score: 50, verdict: 'failed', deductions: [{ code: 'no-camera', points: 40, fatal: true }], articles: ['G2'] } },
  'hearing-phase': { hearingId: 'h', from: 'discipline', to: 'opening', move: 'open', by: 'j', articles: ['G7'] },
  'hearing-room': { hearingId: 'h', state: 'recording', mediaHost: 'm' },
  'presence-changed': { hearingId: 'h', participantId: 'x', state: 'away', cause: 'networkLoss', evidence: ['r'] },
  'interruption-opened': { hearingId: 'h', interruptionId: 'i', participantId: 'x', cause: 'networkLoss', suspendedBySystem: true },
  'interruption-ended': { hearingId: 'h', interruptionId: 'i', how: 'resumed' },
  'hearing-ended': { hearingId: 'h', ending: 'ended' },
  'recording-composed': { hearingId: 'h', recordingId: 'r', fileId: 'f', sha256: 's', durationMs: 1, gaps: 1, unexplained: 0 },
  'session-document': { hearingId: 'h', document: 'judgment', title: '判决书', fileId: 'f', sha256: 's', articles: ['CPL-151'] },
  'document-served': { hearingId: 'h', fileId: 'f', title: '判决书', participantId: 'x', how: 'leftBehind', on: '2026-05-11', receivedBy: '见证人', why: '拒收', by: 'k', articles: ['CPL-89'] },
  'recordings-requested': { requestId: 'q', hearingId: 'h', participantId: 'x', how: 'view', why: 'w', by: 'p', articles: ['G10'] },
  'recordings-decided': { requestId: 'q', hearingId: 'h', participantId: 'x', decision: 'grant', how: 'view', days: 7, why: 'w', by: 'j', articles: ['G10'] },
  'recordings-ready': { requestId: 'q', hearingId: 'h', participantId: 'x', fileId: 'f', sha256: 's', until: '2026-05-18T01:00:00.000Z', articles: ['REC-10'] },
  'recordings-access-ended': { requestId: 'q', hearingId: 'h', participantId: 'x', how: 'expired' },
  'recording-extract-asked': { extractId: 'e', hearingId: 'h', fromMs: 0, toMs: 60_000, why: 'w', by: 'j', articles: ['G6(3)'] },
  'archive-supplemented': { extractId: 'e', archiveId: 'a', supplementId: 'e', tagManifestSha256: 's', articles: ['G10'] },
  'recording-extracted': { extractId: 'e', hearingId: 'h', fileId: 'f', sha256: 's', fromMs: 0, toMs: 60_000, why: 'w', by: 'j', articles: ['G6(3)'] },
  'transcript-frozen': { hearingId: 'h', version: 1, sha256: 's' },
  'transcript-reopened': { hearingId: 'h', version: 1, why: 'w', by: 'j' },
  'transcript-signed': { hearingId: 'h', version: 1, sha256: 's', by: 'p', as: 'plaintiff', signatureFileId: 'f', verifiedBy: 'phoneCode' },
  'signature-refused': { hearingId: 'h', version: 1, by: 'p', as: 'plaintiff', why: 'w' },
  'livestream-intended': { hearingId: 'h', stream: 'livestream-h', by: 'j' },
  'livestream-begun': { hearingId: 'h', by: 'j', approval: livestream },
  'livestream-screened': { hearingId: 'h', day: '2026-05-11', screening: { streamable: true, excluded: [], encouraged: [], reportedUpward: [] }, articles: ['N1', 'N4'] },
  'livestream-event': { hearingId: 'h', event: { what: 'told', participantId: 'x', by: 'k', at: 'a' }, status: 'held', articles: ['N1'] },
  'livestream-notice-sent': { hearingId: 'h', participantId: 'x', effectKey: 'k' },
  'livestream-form-kept': { hearingId: 'h', version: 1, fileId: 'f' },
  'livestream-decided': { hearingId: 'h', end: { how: 'refused', at: 'a', by: 'v', reason: { zh: '舆情', en: 'opinion' }, articles: ['N2'] } },
  'recusal-asked': { recusalId: 'r', of: 'j', seat: 'presidingJudge', ground: 'interest', reason: 'w', by: 'p', again: false, articles: ['CPL-47'] },
  'recusal-decided': { recusalId: 'r', of: 'j', seat: 'presidingJudge', sustained: true, reason: 'w', by: 'q', articles: ['CPL-49'] },
  'replacement-asked': { of: 'k', seat: 'clerk', reason: 'w', by: 'j' },
  'bench-changed': { bench: { presidingJudge: 'l', clerk: 'k' }, seat: 'presidingJudge', from: 'j', to: 'l', why: 'recusal', clashes: ['h'], articles: ['CPL-131'] },
  'assessor-invited': { of: 'j', taskId: 't', articles: ['PAL-19'] },
  'assessor-answered': { of: 'j', how: 'recused', ground: 'interest', reason: 'w', articles: ['PAL-18'] },
  'task-reassigned': { taskId: 't', kind: 'schedule-hearing', to: 'l' },
  'person-invited': { participant: { participantId: 'x', personId: 'p', role: 'witness' }, by: 'k', reason: 'w', articles: ['G3'] },
  'invitation-ended': { participant: { participantId: 'x', personId: 'p', role: 'witness' }, how: 'declined', reason: 'w' },
  'representative-asked': { party: 'x', agent: { participantId: 'y', personId: 'p', role: 'agent' }, ends: false, powerOfAttorney: 'f', by: 'p' },
  'representative-refused': { party: 'x', agent: { participantId: 'y', personId: 'p', role: 'agent' }, reason: 'w', by: 'k' },
  'participant-joined': { participant: { participantId: 'x', personId: 'p', role: 'witness' }, how: 'invited', articles: ['G3'] },
  'participant-left': { participant: { participantId: 'x', personId: 'p', role: 'agent' }, reason: 'w', articles: ['CPL-63'] },
  'step-parked': { step: 'issueNotices', error: 'e', taskId: 't' },
  'step-repaired': { step: 'issueNotices', how: 'retry', by: 'o' },
  'workflow-reset': { resetId: 'r', afterSeq: 3, baseRunId: 'b', eventId: 9, keepSignals: true, keepUpdates: true, reason: 'r', by: 'o', confirmedBy: 'o2' },
  'repair-not-confirmed': { step: 'issueNotices', how: 'skip', end: 'refused', by: 'o', reason: 'r' },
  'clock-moved': { offsetMs: 1, by: 'm' },
  'archive-sealed': { archiveId: 'a', mainVolume: 'm', confidentialVolume: 'c', disc: 'd' },
  happened: { happeningId: 'c', happening: { what: 'factRecorded', fact: 'tradeSecret', holds: true, reason: 'w' }, by: 'j', articles: ['G1'] },
  'happening-decided': { happeningId: 'c', what: 'withdrawalApplied', decision: 'permit', reason: 'w', by: 'j', articles: ['CPL-148'] },
  'facts-changed': { facts: { tradeSecret: true }, by: 'j', reason: 'w', articles: ['G1'] },
  'ruling-issued': { rulingId: 'r', ruling: 'withdrawalPermitted', documentFileId: 'f', articles: ['CPL-148'] },
  'case-suspended': { ground: 'partyDied', reason: 'w', participantId: 'x', stage: 'evidence', articles: ['CPL-153'] },
  'case-resumed': { stage: 'evidence', reason: 'w', by: 'j', articles: ['CPL-153'] },
  'participant-succeeded': { out: 'x', participant: { participantId: 'y', personId: 'p2', role: 'plaintiff' }, by: 'k', articles: ['CPL-153'] },
  'case-closed': { how: 'sealed', articles: ['G10'] },
};
const kinds = Object.keys(samples) as EntryKind[];
const sampleOf = (kind: EntryKind) => entry(kind, samples[kind] as never);

describe('every kind of entry', () => {
  test.each(kinds)('%s has a title in both languages', (kind) => {
    const { title } = wordEntry(sampleOf(kind), names);
    expect(title.zh).toMatch(/[一-鿿]/);
    expect(title.en).toMatch(/[A-Za-z]{3}/);
    expect(`${title.zh}${title.en}`).not.toMatch(/undefined|\[object/);
  });
});

describe('titles', () => {
  test.each([
    ['case-accepted', '受理立案：（2026）豫01号', 'Accepted: （2026）豫01号', null],
    ['task-opened', '待办：是否同意在线审理', 'To do: Consent to the online hearing', null],
    ['task-refused', '未予办理：排期开庭（法庭已被占用）', 'Refused: Schedule the hearing (the courtroom is taken)', 'person k'],
    ['hearing-phase', '庭审：宣布开庭（开庭）', 'Hearing: Open the hearing (Opening)', 'person j'],
    ['notice-proven', 'participant x：电话告知收悉', 'participant x: told by phone', 'person k'],
    ['dates-rechecked', '日历变动，重新核对日期：本院2026-05-13休息；开庭日期不再符合：法庭已被占用', 'Calendar changed, dates looked at again: The court closes on 2026-05-13; the date no longer holds: the courtroom is taken', null],
    ['self-tested', 'participant x测试设备：50分，不符合条件', 'participant x tested the device: 50 points, Not good enough', 'person p'],
    ['transcript-signed', '签署笔录（原告）', 'Transcript signed (Plaintiff)', 'person p'],
    ['livestream-event', '直播审批：已告知participant x（待告知或处理异议）', 'Livestream: participant x was told (Held: notices or objections)', 'person k'],
    ['livestream-decided', '本次庭审不直播：审批未同意', 'Not livestreamed: not approved', null],
    ['case-closed', '结束：已归档', 'Closed: Archived', null],
  ] as const)('%s', (kind, zh, en, who) => {
    expect(wordEntry(sampleOf(kind), names)).toMatchObject({ title: { zh, en }, who });
  });

  test('the court’s system moves a phase without a name', () => {
    expect(wordEntry(entry('hearing-phase', { ...samples['hearing-phase'], by: 'system' }), names).who).toBeNull();
  });

  test('a kind of decision or move that is new to the words is still told', () => {
    expect(wordEntry(entry('decision', { what: 'something-new', value: 1, articles: [] }), names).title.en).toBe('Decided: something-new');
    expect(wordEntry(entry('hearing-phase', { ...samples['hearing-phase'], move: 'new-move', to: 'new-phase' }), names).title.en).toBe('Hearing: new-move (new-phase)');
  });

  test('refused attempts and viewings', () => {
    expect(wordRefusedAttempt({ operation: 'cases.get', code: 'NOT_FOUND', subject: null, detail: { articles: ['G4'] } })).toMatchObject({ title: { zh: '被拒绝的操作：cases.get' }, articles: ['G4'] });
    expect(wordViewing('recording')).toEqual({ zh: '查阅录音录像', en: 'Viewed a recording' });
    expect(wordViewing('other').en).toBe('Viewed: other');
  });
});

describe('who reads what', () => {
  const reader = (as: Reader['as'], own = true): Reader => ({ as, personId: 'p', participantIds: new Set(own ? ['x'] : []), taskIds: new Set(own ? ['t'] : []) });
  const hiddenFrom = (who: Reader) => kinds.filter((kind) => !mayRead(sampleOf(kind), who));

  test('a supervisor everything', () => expect(hiddenFrom(reader('supervisor'))).toEqual([]));
  test('the court all but the system’s troubles', () => expect(hiddenFrom(reader('court'))).toEqual(['signal-refused', 'step-parked', 'step-repaired', 'workflow-reset', 'repair-not-confirmed']));
  test('a participant what concerns everybody, and their own', () => {
    expect(hiddenFrom(reader('participant'))).toEqual(['stage-ended', 'signal-refused', 'unavailable-weighed', 'hearing-room', 'recording-composed', 'recording-extract-asked', 'archive-supplemented', 'recording-extracted', 'livestream-intended', 'livestream-begun', 'livestream-screened', 'livestream-form-kept', 'replacement-asked', 'assessor-invited', 'assessor-answered', 'task-reassigned', 'person-invited', 'invitation-ended', 'step-parked', 'step-repaired', 'workflow-reset', 'repair-not-confirmed']);
  });
  test('another participant’s tasks, notices and presence are not theirs', () => {
    expect(hiddenFrom(reader('participant', false)).filter((kind) => !hiddenFrom(reader('participant')).includes(kind)))
      .toEqual(['task-opened', 'task-completed', 'task-overdue', 'task-withdrawn', 'due-moved', 'task-refused', 'acceptance-issued', 'notice-issued', 'notice-proven', 'self-tested', 'presence-changed', 'document-served', 'recordings-requested', 'recordings-decided', 'recordings-ready', 'recordings-access-ended', 'livestream-event', 'livestream-notice-sent', 'representative-refused']);
  });
  test('why it is not livestreamed, the court alone reads (N2)', () => {
    const { detail } = wordEntry(sampleOf('livestream-decided'), names);
    expect(detailFor(reader('court'), detail)).toHaveProperty('livestreamReason');
    expect(detailFor(reader('participant'), detail)).toEqual({ hearingId: 'h' });
    expect(titleFor(reader('participant'), sampleOf('livestream-decided'), { zh: '为何', en: 'why' })).toEqual({ zh: '本次庭审不直播', en: 'Not livestreamed' });
    expect(titleFor(reader('participant'), sampleOf('livestream-event'), { zh: '告知（审批中）', en: 'told (being approved)' })).toEqual({ zh: '庭审直播：已告知', en: 'Livestream: told' });
    expect(titleFor(reader('court'), sampleOf('livestream-decided'), { zh: '为何', en: 'why' })).toEqual({ zh: '为何', en: 'why' });
    const assessed = entry('livestream-event', { ...samples['livestream-event'], event: { what: 'assessed', by: 'j', at: 'a', level: 'low', reasons: '案情简单' } });
    expect([mayRead(assessed, reader('court')), mayRead(assessed, reader('participant'))]).toEqual([true, false]);
  });
  test('repair tasks are for supervisors alone', () => {
    expect(taskKindNames.filter((kind) => !mayRead(entry('task-overdue', { taskId: 't', kind }), reader('court')))).toEqual(['confirm-repair', 'repair-step']);
  });
});
