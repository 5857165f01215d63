/**
 * `POST /api/sms/receipts`: the SMS platform says what became of a message (adapters/sms/receipts.ts). No person is signed
 * in here: the signature alone counts. What is refused is on record, as every refused attempt is.
 *
 * If the process dies here: the receipt is kept or it is not; the platform, without an answer, posts it again.
 */
import type { ORPCError } from '@orpc/server';
import express, { type Express, type Response } from 'express';
import { signatureHeader, readReceipt } from '#adapters/sms/receipts.ts';
import type { Services } from '#api/context.ts';
import { conflict, invalid, notFound, unauthenticated } from '#api/errors.ts';
import { sendProblem } from '#api/problem.ts';
import { answering } from '#api/setup/sessions.ts';
import { unstorable } from '#api/storable-text.ts';
import { keepReceipt } from '#db/queries/sms-receipts.ts';
import { refusedAttempts } from '#db/schema/journal.ts';

export function setUpSmsReceipts(app: Express, { sql, db, environment, log }: Services): void {
  const secret = environment.outside.smsReceiptSecret;
  const refuse = async (response: Response, error: ORPCError<string, unknown>, code: string, key: string | null) => {
    await db.insert(refusedAttempts).values({ personId: null, operation: 'sms.receipt', caseId: null, subject: key, code, detail: { status: error.status, articles: ['G4'] } });
    log.warn({ code, key }, 'a receipt of an SMS was refused');
    sendProblem(response, error);
  };
  app.post('/api/sms/receipts', express.text({ type: () => true, limit: 16 * 1024 }), answering(async (request, response) => {
    // Without a secret nobody can have signed anything: there is no such address.
    if (secret === undefined) throw notFound();
    const read = readReceipt(secret, request.get(signatureHeader), typeof request.body === 'string' ? request.body : '', Date.now());
    if ('problem' in read) return refuse(response, unauthenticated({ zh: '回执签名无效或者已过期。', en: 'The receipt is not signed, or too old.' }), read.problem, null);
    if (unstorable(read.receipt).length > 0) throw invalid(unstorable(read.receipt));
    const kept = await keepReceipt(sql, read.receipt);
    if (kept.kept) { response.status(204).end(); return; }
    if (kept.why === 'unknown') return refuse(response, notFound(), 'unknown-message', read.receipt.key);
    return refuse(response, conflict({ code: 'receipt-replayed', articles: ['G4'], message: { zh: '该回执已经收到过。', en: 'This receipt was taken before.' } }), 'receipt-replayed', read.receipt.key);
  }));
}
