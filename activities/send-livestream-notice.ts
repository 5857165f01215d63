/** N1: who takes part is told of the intended livestream by SMS, once, with the way to object. */
import { ApplicationFailure } from '@temporalio/common';
import type { SendLivestreamNotice, SentLivestreamNotice } from '#activities/court-activities.ts';
import type { CourtPorts } from '#activities/ports.ts';
import { caseWords, participantsOf } from '#activities/case-words.ts';
import { sendSms } from '#activities/send-sms.ts';
import { clockTimeOf, dayOf } from '#domain/calendar/day.ts';

/** @throws ApplicationFailure of type InvalidInput when the participant is not of the case */
export async function sendLivestreamNotice(ports: CourtPorts, { caseId, hearingId, participantId, opening }: SendLivestreamNotice): Promise<SentLivestreamNotice> {
  const person = (await participantsOf(ports.sql, caseId)).find((one) => one.participantId === participantId);
  if (!person) throw ApplicationFailure.create({ type: 'InvalidInput', nonRetryable: true, message: `Participant ${participantId} is not of the case ${caseId}` });
  const effectKey = `livestream-notice/${hearingId}/${participantId}`;
  const { caseNumber } = await caseWords(ports.sql, caseId);
  const start = Date.parse(opening);
  await sendSms(ports, {
    key: effectKey, caseId, person, hearingId,
    text: `${caseNumber}案${dayOf(start)} ${clockTimeOf(start)}的庭审拟进行互联网直播，特此告知。有正当理由不宜直播的，请于开庭前登录${ports.baseUrl}/my/cases/${caseId}提出。`,
  });
  return { effectKey };
}
