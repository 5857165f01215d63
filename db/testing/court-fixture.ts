/** A small court in a real database, for tests: its people, its courtrooms, and cases that are told by their journal. */
import { randomUUID } from 'node:crypto';
import { connectSql, type Sql } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { recordJournal } from '#db/projector/record-journal.ts';
import type { Viewer } from '#domain/access/policy.ts';
import { caseWorkflowId, hearingWorkflowId } from '#domain/case/ids.ts';
import type { EntryData, EntryKind, JournalEntry } from '#domain/journal/entries.ts';
import type { StaffRole } from '#domain/people/roles.ts';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';
import { freshDatabase } from '#infra/testing/postgres.ts';

/** Numbers of nobody, with right check digits; tests look for them where they must not be. */
export const identityNumbers = { plaintiff: '410602198503071010', defendant: '410802199005122028' } as const;
export const phones = { plaintiff: '13800000001', defendant: '13800000002' } as const;

export interface CourtFixture {
  sql: Sql;
  url: string;
  people: Record<'plaintiff' | 'defendant' | 'stranger' | 'filingClerk' | 'clerk' | 'clerk2' | 'judge' | 'manager' | 'operations' | 'technician', Viewer>;
  /** Files a case and accepts it, with a story that the test goes on telling. */
  acceptedCase(more?: { causeOfAction?: string; filedAt?: string }): Promise<CaseFixture>;
  filedCase(more?: { causeOfAction?: string; filedAt?: string }): Promise<CaseFixture>;
  close(): Promise<void>;
}

export interface CaseFixture {
  caseId: string;
  caseNumber: string;
  participants: { plaintiff: string; defendant: string };
  /** Writes an entry into the case's journal, or into that of a hearing. */
  note<K extends EntryKind>(kind: K, data: EntryData[K], more?: { hearingId?: string; at?: string }): Promise<void>;
  openTask(kind: TaskKindName, to: { role: StaffRole | 'participant'; personId?: string; participantId?: string }, more?: { dueAt?: string; hearingId?: string; facts?: Record<string, unknown> }): Promise<string>;
  scheduleHearing(): Promise<string>;
}

const staff: [keyof CourtFixture['people'], string, StaffRole][] = [
  ['filingClerk', '李立案', 'filingClerk'], ['clerk', '陈书记', 'clerk'], ['clerk2', '孙书记', 'clerk'], ['judge', '王审判', 'judge'],
  ['manager', '吴管理', 'manager'], ['operations', '郑运维', 'operations'], ['technician', '周技术', 'technician'],
];
const parties: [keyof CourtFixture['people'], string, string | null, string | null][] = [
  ['plaintiff', '张三', identityNumbers.plaintiff, phones.plaintiff], ['defendant', '李四', identityNumbers.defendant, phones.defendant], ['stranger', '路人', null, '13900000009'],
];

export async function openCourt(): Promise<CourtFixture> {
  const database = await freshDatabase();
  await migrate(database.url);
  const sql = connectSql(database.url, 5);
  const people = {} as CourtFixture['people'];
  for (const [key, name, role] of staff) {
    const personId = randomUUID();
    await sql`insert into persons (id, kind, name) values (${personId}, 'staff', ${name})`;
    await sql`insert into staff (person_id, username, title) values (${personId}, ${key}, ${role})`;
    await sql`insert into staff_roles (person_id, role) values (${personId}, ${role})`;
    people[key] = { personId, roles: [role], verified: true };
  }
  for (const [key, name, identityNumber, phone] of parties) {
    const personId = randomUUID();
    await sql`insert into persons (id, kind, name, identity_number, phone, verified_at) values (${personId}, 'natural', ${name}, ${identityNumber}, ${phone}, now())`;
    people[key] = { personId, roles: [], verified: true };
  }
  await sql`insert into courtrooms (id, name) values ('c1', '第一互联网法庭'), ('c2', '第二互联网法庭') on conflict do nothing`;
  let number = 0;
  const fixture: CourtFixture = {
    sql, url: database.url, people,
    filedCase: (more = {}) => fileCase(sql, people, `（2026）豫06民初${number += 1}号`, more),
    async acceptedCase(more = {}) {
      const filed = await fixture.filedCase(more);
      await filed.note('case-accepted', { caseNumber: filed.caseNumber, bench: { presidingJudge: people.judge.personId, clerk: people.clerk.personId } });
      await filed.note('stage-entered', { stage: 'consent', articles: ['G1'] });
      return filed;
    },
    async close() {
      await sql.end({ timeout: 1 });
      await database.drop();
    },
  };
  return fixture;
}

async function fileCase(sql: Sql, people: CourtFixture['people'], caseNumber: string, more: { causeOfAction?: string; filedAt?: string }): Promise<CaseFixture> {
  const caseId = randomUUID();
  const participants = { plaintiff: randomUUID(), defendant: randomUUID() };
  const filedAt = more.filedAt ?? '2026-05-11T01:00:00.000Z';
  const seqs = new Map<string, number>();
  const note: CaseFixture['note'] = async (kind, data, { hearingId, at = filedAt } = {}) => {
    const stream = hearingId === undefined ? caseWorkflowId(caseId) : hearingWorkflowId(hearingId);
    const seq = (seqs.get(stream) ?? 0) + 1;
    seqs.set(stream, seq);
    await recordJournal(sql, stream, [{ seq, kind, at, caseId, data } as JournalEntry]);
  };
  await sql`insert into filings (case_id, filed_by, cause_of_action, claims, facts_and_reasons, filed_at)
    values (${caseId}, ${people.plaintiff.personId}, ${more.causeOfAction ?? '买卖合同纠纷'}, '支付货款', '合同已履行', ${filedAt})`;
  await note('case-filed', {
    filing: {
      caseId, filedBy: people.plaintiff.personId, materials: [], appliesForOnline: true,
      participants: [
        { participantId: participants.plaintiff, personId: people.plaintiff.personId, role: 'plaintiff' },
        { participantId: participants.defendant, personId: people.defendant.personId, role: 'defendant' },
      ],
      facts: { caseType: 'civil', stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false, minorDefendant: false, otherwiseClosedByLaw: false, badSocialEffect: false },
    },
  });
  return {
    caseId, caseNumber, participants, note,
    async openTask(kind, assignee, { dueAt, hearingId, facts = {} } = {}) {
      const taskId = randomUUID();
      await note('task-opened', { task: { taskId, kind, assignee, facts, articles: taskCatalogue[kind].articles, openedAt: filedAt, ...(dueAt ? { dueAt } : {}), ...(hearingId ? { hearingId } : {}) } });
      return taskId;
    },
    async scheduleHearing() {
      const hearingId = randomUUID();
      await note('hearing-scheduled', {
        hearing: { hearingId, sessionNumber: 1, kind: 'trial', startsAt: '2026-05-20T01:00:00.000Z', endsAt: '2026-05-20T02:30:00.000Z', courtroomId: 'c1', meetingNumber: String(100000 + Math.floor(Math.random() * 899999)), mediaHost: 'media-1', noticedAt: filedAt },
      });
      return hearingId;
    },
  };
}
