/**
 * What becomes of the files that a command took into its case (api/operations/own-files.ts) once its workflow has answered:
 * they stay, or they are the uploader's alone again. In the transaction that keeps the answer, for every command alike.
 */
import type { Tx } from '#db/projector/projections.ts';

export async function settleTakenFiles(tx: Tx, commandId: string, accepted: boolean): Promise<void> {
  const held = (await tx<{ id: string }[]>`
    select id from files where id in (select file_id from taken_files where command_id = ${commandId}) order by id for update`).map(({ id }) => id);
  if (held.length === 0) return;
  if (accepted) {
    // Of the case for good, whatever another command that named them is answered.
    await tx`delete from taken_files where file_id in ${tx(held)}`;
    return;
  }
  const released = await tx<{ file_id: string; purpose_before: string }[]>`delete from taken_files where command_id = ${commandId} returning file_id, purpose_before`;
  for (const { file_id: fileId, purpose_before: purpose } of released) {
    await tx`update files set case_id = null, purpose = ${purpose} where id = ${fileId} and not exists (select from taken_files where file_id = ${fileId})`;
  }
}
