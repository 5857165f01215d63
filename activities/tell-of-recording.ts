/** G10: whoever applied for a recording is told what came of it, each answer once (effect ledger). */
import type { TellOfRecording } from '#activities/court-activities.ts';
import type { CourtPorts } from '#activities/ports.ts';
import { caseWords, participantsOf } from '#activities/case-words.ts';
import { sendSms } from '#activities/send-sms.ts';
import { clockTimeOf, dayOf } from '#domain/calendar/day.ts';

export async function tellOfRecording(ports: CourtPorts, { caseId, hearingId, requestId, participantId, what, until }: TellOfRecording): Promise<void> {
  const person = (await participantsOf(ports.sql, caseId)).find((one) => one.participantId === participantId);
  if (!person) return;
  const { caseNumber } = await caseWords(ports.sql, caseId);
  const address = `${ports.baseUrl}/my/cases/${caseId}/recordings`;
  const end = until === undefined ? '' : `${dayOf(Date.parse(until))} ${clockTimeOf(Date.parse(until))}`;
  await sendSms(ports, {
    key: `recordings/${requestId}/${what}`, caseId, person, hearingId,
    text: what === 'ready'
      ? `您申请的${caseNumber}案庭审录音录像已经提供，${end}前可以登录查阅：${address}，请勿外传。`
      : `您对${caseNumber}案庭审录音录像的申请未获准许，理由可以登录查看：${address}。`,
  });
}
