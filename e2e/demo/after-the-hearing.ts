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

/**
 * The case page tells that the archive is sealed. Before it, the technician explains what the recording lacks without
 * a known cause, where there is such a thing: on a machine that is too busy, pictures may stand still (REC-4).
 */
export async function seesSealedArchive({ page }: Staff, caseId: string, technician: Staff, say: (line: string) => void): Promise<void> {
  await page.goto(`/desk/cases/${caseId}`);
  const sealed = page.getByText(zh.cases.archiveSealed);
  const asked = technician.taskLink('explain-gap');
  const first = await Promise.race([
    sealed.waitFor({ timeout: 240_000 }).then(() => 'sealed' as const),
    asked.waitFor({ timeout: 240_000 }).then(() => 'asked' as const, () => new Promise<never>(() => {})),
  ]);
  if (first === 'sealed') return;
  say('The recording has a gap without a known cause; the technician explains it in writing.');
  await technician.openTask('explain-gap');
  await technician.fill('explain-gap', 'explanation', '演示所用的机器繁忙，画面短时停顿；音视频文件完整。');
  await technician.submit('explain-gap');
  await sealed.waitFor({ timeout: 240_000 });
}
