/** `GET /api/files/:id`, whole or in part; a look at a recording is itself on record (G10). */
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Sql } from '#db/connect.ts';
import { keepPlaying } from '#db/queries/viewings.ts';
import { refusedAttempts } from '#db/schema/journal.ts';
import { files } from '#db/schema/people.ts';
import type { ByteRange, Storage } from '#adapters/storage/storage.ts';
import type { Access, CurrentUser } from '#api/context.ts';
import { notFound, unavailable } from '#api/errors.ts';
import { isLookKept } from '#domain/access/policy.ts';

export interface DownloadSettings { db: Db; sql: Sql; storage: Storage; access: Access }

/** Shown inside the page; everything else is offered for saving. */
const shownInline = new Set(['application/pdf', 'image/png', 'image/jpeg', 'video/mp4', 'audio/mpeg', 'text/plain; charset=utf-8']);

/** @throws NOT_FOUND when there is none for this person. */
export async function sendFile(request: Request, response: Response, user: CurrentUser, { db, sql, storage, access }: DownloadSettings): Promise<void> {
  const id = z.uuid().safeParse(request.params['fileId']);
  const [file] = id.success ? await db.select().from(files).where(eq(files.id, id.data)) : [];
  if (!file) throw notFound();
  if (!(await access.mayReadFile(user, file))) {
    // Who tried is kept, also after an access has ended.
    await db.insert(refusedAttempts).values({ personId: user.personId, operation: 'files.get', caseId: file.caseId, subject: file.id, code: 'NOT_FOUND', detail: { status: 404, articles: isLookKept(file.purpose) ? ['G10'] : [] } });
    throw notFound();
  }
  const size = await storage.size(file.sha256);
  // The record says that there is a file: that it is gone is our trouble, not "not found".
  if (size === null) throw unavailable({ zh: '文件暂时无法读取，请联系技术人员。', en: 'The file cannot be read at the moment: ask a technician.' });

  const download = request.query['download'] !== undefined;
  const disposition = shownInline.has(file.mediaType) && !download ? 'inline' : 'attachment';
  response.set({
    'content-type': file.mediaType,
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    etag: `"${file.sha256}"`,
  });
  // Also a part, and also what the browser has kept from before: every look is on record (G10).
  if (isLookKept(file.purpose) && file.caseId && request.method === 'GET') {
    await keepPlaying(sql, { personId: user.personId, caseId: file.caseId, what: file.purpose, fileId: file.id, how: download ? 'download' : 'view', why: await access.allowedAs(user, file.caseId) });
  }
  if (request.get('if-none-match') === `"${file.sha256}"`) { response.status(304).end(); return; }

  const range = rangeOf(request.get('range'), size);
  if (range === 'unsatisfiable') { response.status(416).set('content-range', `bytes */${size}`).end(); return; }
  if (range) response.status(206).set('content-range', `bytes ${range.start}-${range.end}/${size}`);
  response.set('content-length', String(range ? range.end - range.start + 1 : size));
  if (request.method === 'HEAD') { response.end(); return; }
  const content = await storage.open(file.sha256, range ?? undefined);
  // A player stops reading when it has enough.
  await pipeline(content, response).catch(() => response.destroy());
}

/** One range of bytes (RFC 9110, 14.2); several, or another unit, are answered with the whole. */
export function rangeOf(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match) return null;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return null;
  if (from === '') {
    const last = Math.min(Number(to), size);
    return last === 0 ? 'unsatisfiable' : { start: size - last, end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}
