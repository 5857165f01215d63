/**
 * CPL-87, CPL-90, CPL-100: what came of a session, what is served, and its receipt, against a real database, a real
 * storage and the real outbox. What the documents say is checked by their own schemas; how they look, by the renderer's tests.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { MakeServiceReceipt, MakeSessionDocument } from '#activities/court-activities.ts';
import { makeSessionDocument } from '#activities/make-session-document.ts';
import type { CourtPorts } from '#activities/ports.ts';
import { fileServedDocument, makeServiceReceipt, tellOfService } from '#activities/serve-document.ts';
import { documents, type DocumentRequest } from '#adapters/pdf/documents.ts';
import { createOutbox } from '#adapters/sms/outbox.ts';
import { createLocalStorage } from '#adapters/storage/local-disk.ts';
import { openCourt, type CaseFixture, type CourtFixture } from '#db/testing/court-fixture.ts';

let court: CourtFixture;
let folder: string;
let ports: CourtPorts;
/** What was asked to be made, in order. */
const made: DocumentRequest[] = [];
beforeAll(async () => {
  court = await openCourt();
  folder = await mkdtemp(path.join(tmpdir(), 'kaiting-documents-'));
  const render = async (request: DocumentRequest) => {
    documents[request.template].parse(request.data);
    made.push(request);
    return { pdf: Buffer.from(`%PDF ${JSON.stringify(request.data)}`) };
  };
  ports = {
    sql: court.sql, storage: createLocalStorage(folder), sms: createOutbox(court.sql, 'demonstration'), baseUrl: 'https://court.example',
    pdf: { render, renderAll: (requests: readonly DocumentRequest[]) => Promise.all(requests.map(render)) },
    seal: { sealPdf: async (pdf: Uint8Array) => Buffer.concat([Buffer.from(pdf), Buffer.from(' sealed')]) },
  } as unknown as CourtPorts;
}, 60_000);
afterAll(async () => {
  await court?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => { made.length = 0; });

const at = '2026-05-20T03:00:00.000Z';
const textOf = async (fileId: string): Promise<string> => {
  const [file] = await court.sql<{ sha256: string }[]>`select sha256 from files where id = ${fileId}`;
  return (await buffer(await ports.storage.open(file?.sha256 ?? ''))).toString();
};
async function uploaded(the: CaseFixture, name: string, content: string): Promise<string> {
  const fileId = randomUUID();
  const { sha256, bytes } = await ports.storage.put(Readable.from([Buffer.from(content)]));
  await court.sql`insert into files (id, sha256, bytes, media_type, name, purpose, case_id) values (${fileId}, ${sha256}, ${bytes}, 'application/pdf', ${name}, 'judgment', ${the.caseId})`;
  return fileId;
}
const appeal = (the: CaseFixture) => court.sql`update filings set particulars = '{"caseType":"civil","instance":"second"}' where case_id = ${the.caseId}`;

describe('a document that came of a session', () => {
  const agreement = (the: CaseFixture, signatureFileId: string): MakeSessionDocument => ({
    caseId: the.caseId, hearingId: randomUUID(), sessionNumber: 1, documentId: randomUUID(), title: '调解协议', sections: [{ heading: '协议内容', lines: ['一次性支付四万元。'] }],
    signers: [{ personId: court.people.plaintiff.personId, role: 'plaintiff', signatureFileId, verifiedBy: 'phoneCode', at }], at, articles: ['CPL-100'],
  });

  test('says who signed in which role, is sealed and kept; asked again, the same one is answered and nothing is made', async () => {
    const the = await court.acceptedCase();
    const input = agreement(the, await uploaded(the, 'signature.png', 'drawn'));
    const first = await makeSessionDocument(ports, input);
    expect(made).toMatchObject([{ template: 'session-document', data: {
      caseNumber: the.caseNumber, title: '调解协议', articles: expect.stringContaining('第一百条'), bench: [{ name: '王审判' }, { name: '陈书记' }],
      signatures: [{ name: '张三', role: '原告', verifiedBy: '手机验证码', image: Buffer.from('drawn').toString('base64') }],
    } }]);
    expect(await textOf(first.fileId)).toMatch(/sealed$/);
    expect(await makeSessionDocument(ports, input)).toEqual(first);
    expect(made).toHaveLength(1);
    const rows = await court.sql`select name, purpose from files where id = ${input.documentId}`;
    expect(rows).toEqual([{ name: '调解协议.pdf', purpose: 'session-document' }]);
  });

  test('on appeal the one who appealed signs as that', async () => {
    const the = await court.acceptedCase();
    await appeal(the);
    await makeSessionDocument(ports, agreement(the, await uploaded(the, 'signature.png', 'drawn')));
    expect(made).toMatchObject([{ data: { parties: '上诉人张三与被上诉人李四', signatures: [{ role: '上诉人' }] } }]);
  });

  test('a signature that is not there stops it before anything is kept', async () => {
    const the = await court.acceptedCase();
    const input = agreement(the, randomUUID());
    await expect(makeSessionDocument(ports, input)).rejects.toThrow('No signature');
    expect(await court.sql`select from files where id = ${input.documentId}`).toHaveLength(0);
  });
});

describe('service (CPL-87, CPL-90)', () => {
  test('what the clerk handed in becomes a document of the case under its title, once', async () => {
    const the = await court.acceptedCase();
    const fileId = await uploaded(the, 'scan 01.PDF', 'the judgment');
    const input = { caseId: the.caseId, documentId: randomUUID(), fileId, title: '民事判决书' };
    const first = await fileServedDocument(ports, input);
    expect(await fileServedDocument(ports, input)).toEqual(first);
    expect(await court.sql`select name, purpose, case_id from files where id = ${input.documentId}`).toEqual([{ name: '民事判决书.PDF', purpose: 'session-document', case_id: the.caseId }]);
    expect(await textOf(input.documentId)).toBe('the judgment');
  });

  test('a file of another case is no document of this one', async () => {
    const [the, other] = [await court.acceptedCase(), await court.acceptedCase()];
    const fileId = await uploaded(other, 'scan.pdf', 'x');
    await expect(fileServedDocument(ports, { caseId: the.caseId, documentId: randomUUID(), fileId, title: '判决书' })).rejects.toMatchObject({ type: 'InvalidInput', nonRetryable: true });
  });

  test('the party is told once, by SMS with the link; who takes no part any more is not', async () => {
    const the = await court.acceptedCase();
    const input = { caseId: the.caseId, hearingId: randomUUID(), fileId: randomUUID(), participantId: the.participants.defendant, title: '民事判决书' };
    await tellOfService(ports, input);
    await tellOfService(ports, input);
    await court.sql`update participants set left_at = now() where id = ${the.participants.plaintiff}`;
    await tellOfService(ports, { ...input, participantId: the.participants.plaintiff });
    const sent = await court.sql<{ text: string }[]>`select text from sms_outbox where key like ${`service/${input.fileId}/%`}`;
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toMatch(new RegExp(`${the.caseNumber}.*《民事判决书》.*https://court.example/my/cases/${the.caseId}`));
  });

  const receipt = (the: CaseFixture, more: Partial<MakeServiceReceipt> = {}): MakeServiceReceipt => ({
    caseId: the.caseId, hearingId: randomUUID(), receiptId: randomUUID(), title: '民事判决书', documentSha256: 'a'.repeat(64), personId: court.people.defendant.personId,
    participantId: the.participants.defendant, how: 'electronic', on: '2026-05-20', by: court.people.defendant.personId, at, articles: ['CPL-87'], ...more,
  });

  test.each([
    ['signed for online', {}, { receivedBy: '李四（在线签收）', remarks: null, servedBy: '陈书记' }],
    ['refused', { how: 'refused', why: '拒绝签收' }, { receivedBy: '无', remarks: '拒绝签收', servedBy: '陈书记' }],
    ['handed over by the clerk', { how: 'inPerson', receivedBy: '李四之妻' }, { receivedBy: '李四之妻', servedBy: '孙书记' }],
  ] as [string, Partial<MakeServiceReceipt>, object][])('the receipt of a document that was %s', async (_how, more, said) => {
    const the = await court.acceptedCase();
    const input = receipt(the, { ...more, ...(more.how === 'inPerson' ? { by: court.people.clerk2.personId } : {}) });
    const first = await makeServiceReceipt(ports, input);
    expect(made).toMatchObject([{ template: 'service-receipt', data: { addressee: { name: '李四', role: '被告' }, document: '民事判决书', servedOn: '2026年5月20日', ...said } }]);
    expect(await makeServiceReceipt(ports, input)).toEqual(first);
    expect(made).toHaveLength(1);
    expect(await court.sql`select purpose, made_for from files where id = ${input.receiptId}`).toEqual([{ purpose: 'service-receipt', made_for: court.people.defendant.personId }]);
  });
});
