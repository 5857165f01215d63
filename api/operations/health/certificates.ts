/** How long the court's certificates last: the seal's, and the web server's where this process has one. */
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { HealthLook } from '#api/contract/health.ts';

export async function certificateHealth(files: readonly { name: string; file: string | undefined }[], now: number): Promise<HealthLook['certificates']> {
  const read = await Promise.all(files.map(async ({ name, file }) => {
    if (!file) return [];
    const endsAt = new Date(new X509Certificate(await readFile(file)).validTo);
    return [{ name, endsAt: endsAt.toISOString(), days: Math.floor((endsAt.getTime() - now) / 86_400_000) }];
  }));
  return read.flat();
}
