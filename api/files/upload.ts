/**
 * `POST /api/files`: one file as multipart/form-data, streamed to the storage while its beginning is looked at. Fields:
 * `purpose`, `caseId` (both before the file), `file`.
 *
 * If the process or the connection dies here: nothing is kept, or content that nothing names.
 */
import { randomUUID } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import busboy from 'busboy';
import { z } from 'zod';
import type { Db } from '#db/connect.ts';
import { files } from '#db/schema/people.ts';
import type { Storage, StoredFile } from '#adapters/storage/storage.ts';
import type { Access, CurrentUser } from '#api/context.ts';
import { invalid, notFound, refused, tooLarge } from '#api/errors.ts';
import { checkContent, checkName, SNIFFED_BYTES } from '#api/files/accepted-types.ts';
import type { Words } from '#domain/law/ruled.ts';

export const LARGEST_FILE_BYTES = 200 * 1024 * 1024;

/** What people may upload; what the court makes itself does not come this way. */
export const uploadPurposes = ['filing', 'evidence', 'signature', 'court-document', 'statement'] as const;
export type UploadPurpose = (typeof uploadPurposes)[number];

const fields = z.object({
  purpose: z.enum(uploadPurposes),
  /** For which it is meant: it becomes part of a case when an operation takes it (api/operations/own-files.ts). */
  caseId: z.uuid().optional(),
});

export interface UploadedFile { fileId: string; name: string; bytes: number; mediaType: string; sha256: string }

export interface UploadSettings { db: Db; storage: Storage; access: Access; largestBytes?: number }

interface Received { name: string; stored: StoredFile; beginning: Buffer; truncated: boolean }

const empty: Words = { zh: '文件是空的，请重新选择。', en: 'The file is empty: choose another.' };
const badFile = (message: Words) => invalid([{ path: 'file', message }], message);

/** @throws INVALID, TOO_LARGE, REFUSED (G3), NOT_FOUND for a case that the person may not know of. */
export async function receiveUpload(request: Request, user: CurrentUser, { db, storage, access, largestBytes = LARGEST_FILE_BYTES }: UploadSettings): Promise<UploadedFile> {
  if (!user.verified) {
    throw refused({ code: 'identity-not-verified', articles: ['G3'], message: { zh: '请先完成实名认证。', en: 'Verify your real name first.' } });
  }
  const tooBig = () => tooLarge({ zh: `文件超过${Math.floor(largestBytes / 1024 / 1024)}MB的上限。`, en: `The file is larger than ${Math.floor(largestBytes / 1024 / 1024)} MB.` });
  // The parts around the file are small; a length that says more need not be read at all.
  if (Number(request.get('content-length') ?? 0) > largestBytes + 64 * 1024) throw tooBig();

  const { values, file } = await receiveParts(request, storage, largestBytes);
  const parsed = fields.safeParse(values);
  if (!parsed.success) {
    throw invalid(parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: { zh: '该字段有误。', en: issue.message } })));
  }
  if (!file) throw badFile({ zh: '没有收到文件。', en: 'No file was received.' });
  if (file.truncated) throw tooBig();
  if (file.stored.bytes === 0) throw badFile(empty);
  const type = await checkContent(file.name, file.beginning);
  if (!type.ok) throw badFile(type.why);
  const { purpose, caseId } = parsed.data;
  if (caseId !== undefined && !(await access.mayKnowOf(user, caseId))) throw notFound();

  const fileId = randomUUID();
  const { sha256, bytes } = file.stored;
  await db.insert(files).values({ id: fileId, sha256, bytes, mediaType: type.mediaType, name: file.name, purpose, caseId: null, uploadedBy: user.personId });
  return { fileId, name: file.name, bytes, mediaType: type.mediaType, sha256 };
}

/** Reads the parts one after another; the file goes to the storage as it comes. */
async function receiveParts(request: Request, storage: Storage, largestBytes: number): Promise<{ values: Record<string, string>; file: Received | null }> {
  const malformed = () => invalid([], { zh: '请以 multipart/form-data 上传文件。', en: 'Upload the file as multipart/form-data.' });
  let parser: busboy.Busboy;
  try {
    parser = busboy({ headers: request.headers, defParamCharset: 'utf8', limits: { files: 1, fields: 10, fieldSize: 1_000, fileSize: largestBytes } });
  } catch {
    throw malformed();
  }
  const values: Record<string, string> = {};
  let receiving: Promise<Received> | null = null;
  parser.on('field', (name, value) => { values[name] = value; });
  parser.on('file', (field, stream, { filename }) => {
    const name = cleanName(filename);
    if (field !== 'file' || receiving) { stream.resume(); return; }
    receiving = keep(stream, name, storage);
    // Answered below; until then a failure here must not end the process.
    receiving.catch(() => undefined);
  });
  try {
    await pipeline(request, parser);
  } catch {
    await (receiving as Promise<Received> | null)?.catch(() => undefined);
    throw malformed();
  }
  return { values, file: await (receiving as Promise<Received> | null) };
}

/** The name without folders and control characters. */
const cleanName = (name: string | undefined): string =>
  ([...(name ?? '')].filter((sign) => sign >= ' ' && sign !== '\u007f').join('').split(/[\\/]/).at(-1) ?? '').trim().slice(-200) || 'file';

async function keep(stream: Readable & { truncated?: boolean }, name: string, storage: Storage): Promise<Received> {
  const known = checkName(name);
  if (!known.ok) {
    stream.resume();
    throw badFile(known.why);
  }
  const pieces: Buffer[] = [];
  let seen = 0;
  const look = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (seen < SNIFFED_BYTES) pieces.push(chunk.subarray(0, SNIFFED_BYTES - seen));
      seen += chunk.length;
      done(null, chunk);
    },
    flush(done) {
      // What is cut off at the limit is not kept.
      done(stream.truncated ? new Error('truncated') : null);
    },
  });
  stream.on('error', (error) => look.destroy(error));
  try {
    const stored = await storage.put(stream.pipe(look));
    return { name, stored, beginning: Buffer.concat(pieces), truncated: false };
  } catch (error) {
    stream.resume();
    if (stream.truncated) return { name, stored: { sha256: '', bytes: 0 }, beginning: Buffer.alloc(0), truncated: true };
    throw error;
  }
}
