/** CPL-87, CPL-90: a document is put on file to be served, the party is told, and the receipt is made; each once. */
import { ApplicationFailure } from '@temporalio/common';
import type { FileServedDocument, MakeServiceReceipt, StoredDocument, TellOfService } from '#activities/court-activities.ts';
import type { CourtPorts } from '#activities/ports.ts';
import { caseWords, nameOf, participantsOf } from '#activities/case-words.ts';
import { citations, sealedDocument } from '#activities/make-session-document.ts';
import { sendSms } from '#activities/send-sms.ts';
import { serviceWords } from '#domain/hearing/sessions/outcome-words.ts';

/** @throws ApplicationFailure of type InvalidInput when there is no such file */
export async function fileServedDocument({ sql }: CourtPorts, { caseId, documentId, fileId, title }: FileServedDocument): Promise<StoredDocument> {
  const [file] = await sql<{ sha256: string; name: string }[]>`select sha256, name from files where id = ${fileId} and case_id = ${caseId}`;
  if (!file) throw ApplicationFailure.create({ type: 'InvalidInput', nonRetryable: true, message: `No file ${fileId} in the case ${caseId}` });
  const extension = /\.[a-z0-9]{1,5}$/i.exec(file.name)?.[0] ?? '';
  await sql`insert into files (id, sha256, bytes, media_type, name, purpose, case_id)
    select ${documentId}, sha256, bytes, media_type, ${`${title}${extension}`}, 'session-document', case_id from files where id = ${fileId} on conflict (id) do nothing`;
  return { fileId: documentId, sha256: file.sha256 };
}

export async function tellOfService(ports: CourtPorts, { caseId, hearingId, fileId, participantId, title }: TellOfService): Promise<void> {
  const person = (await participantsOf(ports.sql, caseId)).find((one) => one.participantId === participantId);
  if (!person) return;
  const { caseNumber } = await caseWords(ports.sql, caseId);
  await sendSms(ports, {
    key: `service/${fileId}/${participantId}`, caseId, person, hearingId,
    text: `${caseNumber}案的《${title}》已电子送达，请登录签收：${ports.baseUrl}/my/cases/${caseId}。需要纸质文书的，可在签收页面提出。`,
  });
}

export async function makeServiceReceipt(ports: CourtPorts, input: MakeServiceReceipt): Promise<StoredDocument> {
  const { sql } = ports;
  const person = (await participantsOf(sql, input.caseId)).find((one) => one.participantId === input.participantId);
  const name = person?.name ?? await nameOf(sql, input.personId);
  const [year, month, day] = input.on.split('-').map(Number);
  return sealedDocument(ports, { fileId: input.receiptId, caseId: input.caseId, name: `送达回证-${input.title}-${name}.pdf`, title: '送达回证', purpose: 'service-receipt', madeFor: input.personId }, {
    template: 'service-receipt',
    data: {
      ...(await caseWords(sql, input.caseId)), addressee: { name, role: person?.role ?? '当事人' }, document: input.title, documentHash: input.documentSha256,
      how: serviceWords[input.how].zh, servedOn: `${year}年${month}月${day}日`, receivedBy: input.receivedBy ?? (input.how === 'electronic' ? `${name}（在线签收）` : '无'),
      remarks: input.why ?? null, servedBy: await nameOf(sql, input.how === 'electronic' || input.how === 'refused' ? await clerkOf(ports, input.caseId) : input.by), recordedAt: input.at, articles: citations(input.articles),
    },
  });
}

async function clerkOf({ sql }: CourtPorts, caseId: string): Promise<string> {
  const [row] = await sql<{ clerk: string | null }[]>`select clerk from cases where id = ${caseId}`;
  return row?.clerk ?? '';
}
