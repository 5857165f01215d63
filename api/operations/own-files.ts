/**
 * Files that a person uploaded become part of a case, as what the operation takes them for, whatever was said when they were
 * uploaded. In the command's transaction: if that fails, they stay loose, and nobody but who uploaded them sees them.
 */
import { and, inArray, isNull } from 'drizzle-orm';
import { invalid } from '#api/errors.ts';
import type { UploadPurpose } from '#api/files/upload.ts';
import type { Transaction } from '#api/commands.ts';
import { files } from '#db/schema/people.ts';

/** @throws INVALID naming each field whose file is not the person's own, or belongs to another case. */
export async function attachOwnFiles(tx: Transaction, personId: string, caseId: string, named: { path: string; fileId: string }[], purpose: UploadPurpose): Promise<void> {
  if (named.length === 0) return;
  const ids = named.map(({ fileId }) => fileId);
  const found = await tx.select({ id: files.id, uploadedBy: files.uploadedBy, caseId: files.caseId }).from(files).where(inArray(files.id, ids));
  const usable = new Set(found.filter((file) => file.uploadedBy === personId && (file.caseId === null || file.caseId === caseId)).map((file) => file.id));
  const wrong = named.filter(({ fileId }) => !usable.has(fileId));
  if (wrong.length > 0) {
    throw invalid(wrong.map(({ path }) => ({ path, message: { zh: '没有找到该文件，请重新上传。', en: 'There is no such file of yours: upload it again.' } })));
  }
  await tx.update(files).set({ caseId, purpose }).where(and(inArray(files.id, ids), isNull(files.caseId)));
}
