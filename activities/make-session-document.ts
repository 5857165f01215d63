/**
 * A document that came of a session (mediation agreement, list of issues, judgment): PDF/A, with the signatures that were
 * drawn, sealed. Its id is the workflow's: asked again, the one that was made is answered.
 */
import { buffer } from 'node:stream/consumers';
import type { MakeSessionDocument, StoredDocument } from '#activities/court-activities.ts';
import type { CourtPorts } from '#activities/ports.ts';
import { caseKindOf, caseWords, nameOf } from '#activities/case-words.ts';
import { keepFile } from '#activities/keep-file.ts';
import type { DocumentRequest } from '#adapters/pdf/documents.ts';
import { citation, type ArticleId } from '#domain/law/articles.ts';
import { partyWords } from '#domain/filing/party-words.ts';

export async function makeSessionDocument(ports: CourtPorts, input: MakeSessionDocument): Promise<StoredDocument> {
  const { sql } = ports;
  const words = await caseWords(sql, input.caseId);
  const kind = await caseKindOf(sql, input.caseId);
  const [bench] = await sql<{ presiding_judge: string; clerk: string }[]>`select presiding_judge, clerk from cases where id = ${input.caseId}`;
  const signatures = await Promise.all(input.signers.map(async ({ personId, role, signatureFileId, verifiedBy, at }) => ({
    name: await nameOf(sql, personId), role: partyWords(role, kind).zh, at, verifiedBy: verifiedBy === 'phoneCode' ? '手机验证码' : '登录密码', image: await drawn(ports, signatureFileId),
  })));
  return sealedDocument(ports, { fileId: input.documentId, caseId: input.caseId, name: `${input.title}.pdf`, title: input.title, purpose: 'session-document' }, {
    template: 'session-document',
    data: {
      ...words, title: input.title, sessionNumber: input.sessionNumber, sections: input.sections, signatures, madeAt: input.at, articles: citations(input.articles),
      bench: [{ name: await nameOf(sql, bench?.presiding_judge ?? ''), role: '审判员' }, { name: await nameOf(sql, bench?.clerk ?? ''), role: '书记员' }],
    },
  });
}

export interface NewDocument { fileId: string; caseId: string; name: string; title: string; purpose: string; madeFor?: string }

/** Makes, seals and keeps a document, once. */
export async function sealedDocument({ sql, pdf, seal, storage }: CourtPorts, { title, ...file }: NewDocument, request: DocumentRequest): Promise<StoredDocument> {
  const known = await sql<{ sha256: string }[]>`select sha256 from files where id = ${file.fileId}`;
  if (known[0]) return { fileId: file.fileId, sha256: known[0].sha256 };
  const rendered = await pdf.render(request);
  await keepFile(sql, storage, await seal.sealPdf(rendered.pdf, { reason: title, field: 'CourtSeal' }), { ...file, mediaType: 'application/pdf' });
  const [kept] = await sql<{ sha256: string }[]>`select sha256 from files where id = ${file.fileId}`;
  return { fileId: file.fileId, sha256: kept?.sha256 ?? '' };
}

export const citations = (articles: readonly ArticleId[]): string => articles.map(citation).join('、');

async function drawn({ sql, storage }: CourtPorts, fileId: string): Promise<string> {
  const [file] = await sql<{ sha256: string }[]>`select sha256 from files where id = ${fileId}`;
  if (!file) throw new Error(`No signature ${fileId}`);
  return (await buffer(await storage.open(file.sha256))).toString('base64');
}
