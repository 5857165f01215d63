/**
 * One well-formed request of every operation of the contract about a given case. An operation without one here is found
 * by the test that plays them, so nothing new goes out without its line in the table of who may know of it.
 */
import { randomUUID } from 'node:crypto';
import { isContractProcedure } from '@orpc/contract';
import { contract } from '#api/contract/contract.ts';

/** Ids of one case and of what belongs to it. */
export interface Ids {
  caseId: string;
  hearingId: string;
  taskId: string;
  participantId: string;
  /** Somebody of the case's bench. */
  personId: string;
  lineId: string;
  commandId: string;
  meetingNumber: string;
  fileId: string;
}

/** Ids of nothing: what they get is how "there is none" looks. */
export const idsOfNothing = (): Ids => ({
  caseId: randomUUID(), hearingId: randomUUID(), taskId: randomUUID(), participantId: randomUUID(), personId: randomUUID(),
  lineId: randomUUID(), commandId: randomUUID(), meetingNumber: '999999999', fileId: randomUUID(),
});

export interface Operation { name: string; method: string; path: string }

/** All operations of the contract, by name, sorted. */
export function operationsOfContract(): Operation[] {
  const found: Operation[] = [];
  const walk = (part: object, name: string[]) => {
    for (const [key, value] of Object.entries(part)) {
      if (!isContractProcedure(value)) { walk(value as object, [...name, key]); continue; }
      const { method = 'POST', path = '' } = value['~orpc'].route;
      found.push({ name: [...name, key].join('.'), method, path });
    }
  };
  walk(contract, []);
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

const reason = '测试理由';
const day = '2026-12-24';
/** To be told beforehand, and not too far ahead. */
const inAWeek = (): string => new Date(Date.now() + 7 * 24 * 3_600_000).toISOString().slice(0, 10);
const newcomer = { name: '王五', identityNumber: '410602197809233030', phone: '13800000003' };
const livestreamFacts = {
  causeFamily: 'contract', massInterest: false, nationalSecurity: false, terrorism: false, nationalDefence: false, militarySecret: false, ethnicIssue: false,
  religiousIssue: false, otherPolitical: false, workSecret: false, juvenileOffence: false, otherwiseUnsuitable: false,
};
const findings = {
  channel: 'pc', network: true, camera: true, microphone: true, speaker: true, venueClosedAndQuiet: true,
  measures: { roundTripMs: 20, loss: 0, kilobitsPerSecond: 2000, framesPerSecond: 25, microphoneLevel: 0.5 },
};

/** What goes with an operation besides the ids in its path: the query of a read, the body of a write. */
type Rest = (ids: Ids) => Record<string, unknown>;
const nothing: Rest = () => ({});

const rest: Record<string, Rest> = {
  'audit.anchors': nothing, 'audit.history': nothing, 'audit.list': nothing, 'audit.looks': nothing, 'audit.overview': nothing, 'audit.start': () => ({ source: 'live' }),
  'availability.mine': nothing, 'availability.takeBack': nothing, 'availability.name': () => ({ days: [inAWeek()], reason }),
  'calendar.year': nothing, 'calendar.addClosingDay': () => ({ reason }), 'calendar.removeClosingDay': () => ({ reason }), 'calendar.week': ({ caseId }) => ({ caseId }),
  'casePeople.get': nothing,
  'casePeople.applyForRecusal': ({ personId }) => ({ of: personId, ground: 'interest', reason }),
  'casePeople.askReplacement': ({ personId }) => ({ of: personId, reason }),
  'casePeople.invite': () => ({ ...newcomer, role: 'witness', reason }),
  'casePeople.appointAgent': ({ fileId }) => ({ ...newcomer, kind: 'lawyer', powerOfAttorney: fileId }),
  'casePeople.dismissAgent': () => ({ reason }),
  'cases.correctFiling': () => ({ explanation: reason, fields: {}, materials: [] }),
  'cases.list': () => ({ scope: 'all', limit: 100 }), 'cases.get': nothing, 'cases.timeline': nothing, 'cases.confirmNotice': nothing,
  'cases.tell': () => ({ happening: { what: 'factRecorded', fact: 'tradeSecret', holds: true, reason } }),
  'cases.nameSuccessor': () => newcomer, 'cases.slots': nothing,
  'desk.assign': ({ personId }) => ({ to: personId, reason }), 'desk.colleagues': nothing, 'desk.remind': () => ({ note: reason }), 'desk.takeBack': () => ({ reason }),
  'evidence.act': () => ({ act: { what: 'askGuidance', about: reason, callBack: 'phone' } }),
  'hearings.change': () => ({ reason, change: { do: 'cancel' } }),
  'hearings.reportSelfTest': () => ({ findings }),
  'hearings.get': nothing, 'hearings.byMeetingNumber': nothing, 'hearings.enter': nothing, 'hearings.move': () => ({ move: 'open' }), 'hearings.transcript': nothing,
  'hearings.writeLine': () => ({ position: 1, speaker: '审判长', spokenAt: '2026-12-24T01:00:00.000Z', text: '测试', revision: 0 }),
  'hearings.removeLine': nothing, 'hearings.reopenTranscript': () => ({ reason }),
  'livestreams.get': nothing, 'livestreams.intend': () => ({ facts: livestreamFacts }), 'livestreams.object': () => ({ grounds: reason }),
  'livestreams.reportFacts': () => ({ facts: livestreamFacts, reason }), 'livestreams.withdraw': () => ({ reason }),
  'people.me': nothing, 'people.court': nothing, 'people.verifyIdentity': () => ({ name: '张三', identityNumber: '410602198503071010' }),
  'people.saveDraft': () => ({ content: {} }), 'people.draft': nothing,
  'queue.comments': nothing, 'queue.comment': () => ({ text: reason }),
  'recordings.get': nothing, 'recordings.mine': nothing, 'recordings.apply': () => ({ how: 'view', reason }),
  'recordings.extract': () => ({ fromMs: 0, toMs: 1000, reason }),
  // A key that the ledger does not have, and a task that is none of operations'.
  'repairs.list': nothing, 'repairs.effects': nothing, 'repairs.ambiguous': nothing, 'repairs.askProvider': () => ({ key: 'filing' }),
  'statistics.cases': () => ({ key: 'preparation', from: '2026-01-01', to: '2027-12-31' }), 'statistics.get': () => ({ from: '2026-01-01', to: '2027-12-31' }),
  'health.look': nothing, 'health.handbook': nothing, 'health.acknowledge': () => ({ key: 'disk-full:nowhere' }),
  'resets.find': ({ caseId }) => ({ asked: caseId }), 'resets.points': nothing, 'resets.preview': () => ({ eventId: 4 }), 'resets.list': nothing,
  'resets.ask': () => ({ eventId: 4, keepSignals: true, keepUpdates: true, reason }),
  'supervision.history': nothing, 'supervision.failedSteps': nothing, 'supervision.health': nothing, 'supervision.command': nothing,
  'tasks.list': ({ caseId }) => ({ view: 'case', caseId }), 'tasks.get': nothing, 'tasks.complete': () => ({ outcome: { decision: 'verified', documents: '身份证', views: [] } }),
  'tasks.claim': nothing, 'tasks.release': nothing, 'tasks.requestSigningCode': nothing,
  'tasks.sign': ({ fileId }) => ({ versionHash: '0'.repeat(64), signatureFileId: fileId, code: '000000' }),
};

/** Tested elsewhere, because they ask another question than "whose case": why. */
export const askedElsewhere: Record<string, string> = {
  'audit.event': 'one event of a workflow, by Temporal’s own ids; asked by the policy of audit.history: e2e/faults/audit-pages.test.ts',
  'audit.get': 'an audit that was begun by audit.start, by the same policy: e2e/faults/audit-pages.test.ts',
  'cases.file': 'begins a case of one’s own: api/operations/cases.test.ts',
  ...Object.fromEntries(['page', 'bulk', 'views', 'saveView', 'changeView', 'removeView', 'snooze', 'wake'].map((name) => [`queue.${name}`, 'one’s own queue, and what one does to it for oneself: api/operations/queue.test.ts, db/queries/work-queue.test.ts'])),
  'resets.decide': 'a reset that another asked for: api/operations/resets.test.ts',
  'desk.home': 'one’s own day: api/operations/desk and the lists below',
  'desk.seen': 'notes one’s own visit', 'desk.absences': 'one’s own absences: api/operations/desk.test.ts', 'desk.enterAbsence': 'as above', 'desk.endAbsence': 'as above',
  'desk.escalated': 'a head’s own list: api/operations/desk.test.ts and the lists below',
  'systems.answerTask': 'another system’s credential instead of a person: api/operations/systems/endpoint.test.ts',
  'demonstration.outbox': 'exists in the demonstration court alone, open to everybody by intent',
  'demonstration.moveClock': 'exists in the demonstration court alone, open to everybody by intent',
};

export interface Asked { method: string; path: string; body?: Record<string, unknown> }

/** The request, or undefined when nobody has said here how one looks. */
export function requestOf(operation: Operation, ids: Ids): Asked | undefined {
  const more = rest[operation.name]?.(ids);
  if (more === undefined) return undefined;
  const inPath: Record<string, string> = { ...ids, day, year: '2026', key: 'filing', measure: 'stage' };
  const given: Record<string, unknown> = {};
  const path = `/api${operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = inPath[name];
    if (value === undefined) throw new Error(`${operation.name}: nothing is known for {${name}}`);
    given[name] = value;
    return encodeURIComponent(value);
  })}`;
  if (operation.method === 'GET') {
    const query = new URLSearchParams(Object.entries(more).map(([name, value]) => [name, String(value)])).toString();
    return { method: 'GET', path: query === '' ? path : `${path}?${query}` };
  }
  return { method: operation.method, path, body: { ...given, ...more } };
}
