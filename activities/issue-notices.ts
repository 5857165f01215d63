/**
 * G4: each participant gets the notice (PDF, sealed) and one SMS with case number, time, link and meeting number.
 * File ids and SMS keys follow from hearing and participant, so that a repetition makes nothing a second time.
 */
import type { IssueNotices, IssuedNotice } from '#activities/court-activities.ts';
import type { CourtPorts } from '#activities/ports.ts';
import { benchWords, caseWords, participantsOf, type PersonWords } from '#activities/case-words.ts';
import { fileIdFrom, keepFile } from '#activities/keep-file.ts';
import { sendSms } from '#activities/send-sms.ts';
import { court } from '#domain/court/court.ts';
import { clockTimeOf, dayOf } from '#domain/calendar/day.ts';
import { sessionWords } from '#domain/case/session-words.ts';
import type { ScheduledHearing } from '#domain/case/types.ts';

export async function issueNotices(ports: CourtPorts, input: IssueNotices): Promise<IssuedNotice[]> {
  const { sql } = ports;
  const people = (await participantsOf(sql, input.caseId)).filter((person) => input.participants.some((participant) => participant.participantId === person.participantId));
  await makeDocuments(ports, input, people);
  const issued: IssuedNotice[] = [];
  for (const person of people) {
    const effectKey = `notice/${input.hearing.hearingId}/${person.participantId}`;
    await sendNotice(ports, input, person, effectKey);
    issued.push({ participantId: person.participantId ?? '', documentFileId: documentId(input.hearing, person), effectKey });
  }
  return issued;
}

const documentId = (hearing: ScheduledHearing, person: PersonWords): string => fileIdFrom(`notice/${hearing.hearingId}/${person.participantId}`);

async function makeDocuments(ports: CourtPorts, { caseId, hearing }: IssueNotices, people: readonly PersonWords[]): Promise<void> {
  const { sql, pdf, seal, storage } = ports;
  const there = await sql<{ id: string }[]>`select id from files where id in ${sql(people.map((person) => documentId(hearing, person)))}`;
  const missing = people.filter((person) => !there.some((row) => row.id === documentId(hearing, person)));
  if (missing.length === 0) return;
  const theCase = await caseWords(sql, caseId);
  const [room] = await sql<{ name: string }[]>`select name from courtrooms where id = ${hearing.courtroomId}`;
  const bench = await benchWords(sql, caseId);
  const rendered = await pdf.renderAll(missing.map((person) => ({
    template: 'hearing-notice' as const,
    data: {
      ...theCase, addressee: { name: person.name, role: person.role }, sessionNumber: hearing.sessionNumber, sessionKind: sessionWords[hearing.kind].zh,
      open: true, startsAt: hearing.startsAt, courtroom: room?.name ?? hearing.courtroomId, meetingNumber: hearing.meetingNumber,
      joinAddress: joinAddress(ports, hearing), bench, contact: court.contact, noticedAt: hearing.noticedAt, provisional: hearing.provisional === true,
    },
  })));
  const sealed = await seal.sealPdfs(rendered.map(({ pdf: bytes }) => ({ pdf: bytes, reason: '开庭通知书', field: 'CourtSeal' })));
  await Promise.all(missing.map(async (person, index) => {
    const bytes = sealed[index];
    if (!bytes) throw new Error('A sealed notice is missing');
    await keepFile(sql, storage, bytes, { fileId: documentId(hearing, person), name: `开庭通知书-${person.name}.pdf`, purpose: 'notice', mediaType: 'application/pdf', caseId });
  }));
}

async function sendNotice(ports: CourtPorts, { caseId, hearing, instead }: IssueNotices, person: PersonWords, key: string): Promise<void> {
  const { caseNumber } = await caseWords(ports.sql, caseId);
  const start = Date.parse(hearing.startsAt);
  await sendSms(ports, {
    key, caseId, person, hearingId: hearing.hearingId,
    text: `${caseNumber}案${instead ? `原定${timeOf(instead)}的网上开庭改期，原通知作废，现` : ''}定于${dayOf(start)} ${clockTimeOf(start)}网上开庭，庭审会议号${hearing.meetingNumber}，入口${joinAddress(ports, hearing)}，请登录确认收悉并完成设备测试。`,
  });
}

const timeOf = ({ startsAt }: ScheduledHearing): string => `${dayOf(Date.parse(startsAt))} ${clockTimeOf(Date.parse(startsAt))}`;

const joinAddress = (ports: CourtPorts, hearing: ScheduledHearing): string => `${ports.baseUrl}/m/${hearing.meetingNumber}`;
