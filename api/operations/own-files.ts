/**
 * Files that a person uploaded become part of a case, as what the operation takes them for, whatever was said when they were
 * uploaded. In the command's transaction: if that fails, they stay loose, and nobody but who uploaded them sees them. If the
 * workflow then refuses the command, they are let go again (api/commands/taken-files.ts).
 */
import { inArray } from 'drizzle-orm';
import { invalid } from '#api/errors.ts';
import type { UploadPurpose } from '#api/files/upload.ts';
import type { Transaction } from '#api/commands.ts';
import { files } from '#db/schema/people.ts';
import { takenFiles } from '#db/schema/taken-files.ts';
import type { Actor } from '#domain/messages/messages.ts';

/** @throws INVALID naming each field whose file is not the person's own, or belongs to another case. */
export async function attachOwnFiles(tx: Transaction, { personId, commandId }: Actor, caseId: string, named: { path: string; fileId: string }[], purpose: UploadPurpose): Promise<void> {
  if (named.length === 0) return;
  const ids = [...new Set(named.map(({ fileId }) => fileId))];
  // In one order, so that two commands with the same files wait for each other and never for one another.
  const found = await tx.select({ id: files.id, uploadedBy: files.uploadedBy, caseId: files.caseId, purpose: files.purpose }).from(files).where(inArray(files.id, ids)).orderBy(files.id).for('update');
  const usable = found.filter((file) => file.uploadedBy === personId && (file.caseId === null || file.caseId === caseId));
  const wrong = named.filter(({ fileId }) => !usable.some(({ id }) => id === fileId));
  if (wrong.length > 0) {
    throw invalid(wrong.map(({ path }) => ({ path, message: { zh: '没有找到该文件，请重新上传。', en: 'There is no such file of yours: upload it again.' } })));
  }
  // Taken by a command that has no answer yet: this one holds it too.
  const undecided = await tx.select().from(takenFiles).where(inArray(takenFiles.fileId, ids));
  const taken = usable.flatMap(({ id, caseId: of, purpose: before }) => {
    const purposeBefore = of === null ? before : undecided.find(({ fileId }) => fileId === id)?.purposeBefore;
    return purposeBefore === undefined ? [] : [{ fileId: id, commandId, purposeBefore }];
  });
  if (taken.length > 0) await tx.insert(takenFiles).values(taken);
  const loose = usable.filter((file) => file.caseId === null).map(({ id }) => id);
  if (loose.length > 0) await tx.update(files).set({ caseId, purpose }).where(inArray(files.id, loose));
}
