/** From the finished transcript to the sealed archive (G9, G10). */
import type { Staff } from './staff.ts';
import { zh } from './words.ts';

/** The clerk's last look; a version is frozen. Then the screen with the codes to scan. */
export async function finishTranscript(clerk: Staff): Promise<void> {
  const { page } = clerk;
  await clerk.openTask('finish-transcript');
  await page.getByRole('link', { name: zh.staff.task.toTranscript }).click();
  await clerk.tick('finish-transcript', 'finished');
  await page.getByRole('button', { name: zh.tasks.form.submit }).click();
  await page.getByText(zh.transcript.frozen.split('{{version}}')[0] ?? '').first().waitFor();
  await page.getByRole('link', { name: zh.cases.signingRound }).click();
  await page.getByRole('img', { name: /扫码/ }).first().waitFor();
}

export async function completeArchive(clerk: Staff, registrationNumber: string): Promise<void> {
  await clerk.openTask('complete-archive');
  await clerk.tick('complete-archive', 'checked');
  await clerk.fill('complete-archive', 'registrationNumber', registrationNumber);
  await clerk.submit('complete-archive');
}

/** The case page tells that the archive is sealed. */
export async function seesSealedArchive({ page }: Staff, caseId: string): Promise<void> {
  await page.goto(`/desk/cases/${caseId}`);
  await page.getByText(zh.cases.archiveSealed).waitFor({ timeout: 180_000 });
}
