/**
 * G3: whoever filed gets the notice of acceptance (受理案件通知书, PDF, sealed) and one SMS. File id and SMS key follow
 * from the case and the participant, so that a repetition makes nothing a second time.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { IssueAcceptance, IssuedAcceptance } from '#activities/court-activities.ts';
import type { CourtPorts } from '#activities/ports.ts';
import { caseWords, nameOf, participantsOf, type PersonWords } from '#activities/case-words.ts';
import { fileIdFrom, keepFile } from '#activities/keep-file.ts';
import { sendSms } from '#activities/send-sms.ts';
import { court } from '#domain/court/court.ts';

/** @throws ApplicationFailure of type InvalidInput when the participant is not of the case */
export async function issueAcceptance(ports: CourtPorts, input: IssueAcceptance): Promise<IssuedAcceptance> {
  const { participantId } = input.participant;
  const person = (await participantsOf(ports.sql, input.caseId)).find((one) => one.participantId === participantId);
  if (!person) throw ApplicationFailure.create({ type: 'InvalidInput', nonRetryable: true, message: `Participant ${participantId} is not of the case ${input.caseId}` });
  const effectKey = `acceptance/${input.caseId}/${participantId}`;
  const documentFileId = fileIdFrom(effectKey);
  await makeDocument(ports, input, person, documentFileId);
  const { caseNumber, causeOfAction } = await caseWords(ports.sql, input.caseId);
  await sendSms(ports, {
    key: effectKey, caseId: input.caseId, person,
    text: `您提交的${causeOfAction}一案已立案受理，案号${caseNumber}，受理案件通知书可登录诉讼服务网站查阅。`,
  });
  return { participantId, documentFileId, effectKey };
}

async function makeDocument({ sql, pdf, seal, storage }: CourtPorts, { caseId, acceptedAt }: IssueAcceptance, person: PersonWords, fileId: string): Promise<void> {
  const [there] = await sql`select 1 from files where id = ${fileId}`;
  if (there) return;
  const [row] = await sql<{ clerk: string; division: string; filed_at: Date }[]>`
    select a.clerk, a.division, c.filed_at from allotments a join cases c on c.id = a.case_id where a.case_id = ${caseId}`;
  if (!row) throw new Error(`Nobody is allotted to the case ${caseId}`);
  const rendered = await pdf.renderAll([{
    template: 'filing-acceptance',
    data: {
      ...(await caseWords(sql, caseId)), addressee: { name: person.name, role: person.role }, filedAt: row.filed_at.toISOString(), acceptedAt,
      division: row.division, clerk: await nameOf(sql, row.clerk), contact: court.contact,
    },
  }]);
  const [sealed] = await seal.sealPdfs(rendered.map(({ pdf: bytes }) => ({ pdf: bytes, reason: '受理案件通知书', field: 'CourtSeal' })));
  if (!sealed) throw new Error('The sealed notice of acceptance is missing');
  await keepFile(sql, storage, sealed, { fileId, name: `受理案件通知书-${person.name}.pdf`, purpose: 'notice', mediaType: 'application/pdf', caseId, madeFor: person.personId });
}
