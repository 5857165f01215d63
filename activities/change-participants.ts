/**
 * Who comes into a case later is invited and booked; who comes, goes or sits in it now is told to the others. Each SMS once,
 * through the effect ledger, under a key that follows from what it is about.
 */
import type { CourtPorts } from '#activities/ports.ts';
import { caseKindOf, caseWords, nameOf, participantsOf } from '#activities/case-words.ts';
import { sendSms } from '#activities/send-sms.ts';
import type { Participant } from '#domain/case/types.ts';
import type { BenchSeat } from '#domain/court/recusal.ts';
import { partyWords } from '#domain/filing/party-words.ts';
import type { Sql } from '#db/connect.ts';

/** G3: the link leads to the invitation; who follows it signs in and verifies the real name first. */
export async function sendInvitation(ports: CourtPorts, { caseId, participant, taskId }: { caseId: string; participant: Participant; taskId: string }): Promise<void> {
  const [person] = await ports.sql<{ name: string; phone: string | null }[]>`select name, phone from persons where id = ${participant.personId}`;
  if (!person) throw new Error(`No person ${participant.personId}`);
  const { caseNumber } = await caseWords(ports.sql, caseId);
  const role = partyWords(participant.role, await caseKindOf(ports.sql, caseId)).zh;
  await sendSms(ports, {
    key: `invitation/${taskId}`, caseId, person: { personId: participant.personId, participantId: participant.participantId, role, roleName: participant.role, party: person.name, ...person },
    text: `${caseNumber}案邀请您作为${role}参加诉讼，请登录${ports.baseUrl}/my/tasks/${taskId}完成实名认证并答复。`,
  });
}

const exclusionViolation = '23P01';

/** A participant who is in another hearing at that time is not booked: the notice goes out all the same. */
export async function bookParticipant(sql: Sql, { caseId, hearingId, participant }: { caseId: string; hearingId: string; participant: Participant }): Promise<{ booked: boolean }> {
  try {
    await sql`insert into bookings (hearing_id, resource_kind, resource_id, case_id, starts_at, ends_at)
      select hearing_id, 'participant', ${participant.personId}, ${caseId}, starts_at, ends_at from booked_hearings where hearing_id = ${hearingId}
      on conflict (hearing_id, resource_kind, resource_id) do nothing`;
    return { booked: true };
  } catch (error) {
    if ((error as { code?: string }).code !== exclusionViolation) throw error;
    return { booked: false };
  }
}

export async function freeParticipant(sql: Sql, { hearingId, personId }: { hearingId: string; personId: string }): Promise<void> {
  await sql`delete from bookings where hearing_id = ${hearingId} and resource_kind = 'participant' and resource_id = ${personId}`;
}

const seatWords: Record<BenchSeat, string> = { presidingJudge: '承办法官', panelMember: '合议庭成员', clerk: '书记员', technician: '技术人员' };

/** CPL-131: 审判人员确定后，应当在三日内告知当事人. */
export async function tellBenchChange(ports: CourtPorts, { caseId, seat, from, to }: { caseId: string; seat: BenchSeat; from: string; to: string }): Promise<void> {
  const [before, now] = [await nameOf(ports.sql, from), await nameOf(ports.sql, to)];
  await tellEverybody(ports, caseId, `bench/${caseId}/${from}`, `${seatWords[seat]}由${before}变更为${now}，您有权依法申请回避。`);
}

/** CPL-63: 由人民法院通知对方当事人. */
export async function tellRepresentative(ports: CourtPorts, { caseId, agent, former }: { caseId: string; agent?: Participant; former?: Participant }): Promise<void> {
  const now = agent && await nameOf(ports.sql, agent.personId);
  const before = former && await nameOf(ports.sql, former.personId);
  const text = now !== undefined && before !== undefined ? `诉讼代理人由${before}变更为${now}。` : now !== undefined ? `${now}已作为诉讼代理人参加诉讼。` : `${before ?? ''}的代理权已经解除。`;
  await tellEverybody(ports, caseId, `representative/${caseId}/${(agent ?? former)?.participantId ?? ''}/${agent ? 'in' : 'out'}`, text);
}

async function tellEverybody(ports: CourtPorts, caseId: string, key: string, text: string): Promise<void> {
  const { caseNumber } = await caseWords(ports.sql, caseId);
  for (const person of await participantsOf(ports.sql, caseId)) {
    await sendSms(ports, { key: `${key}/${person.participantId}`, caseId, person, text: `${caseNumber}案${text}` });
  }
}
