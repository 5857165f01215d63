/** What the case left behind, read where it lies: its history on the manager's page, its archive on the disk. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { ledgerSchema } from '#domain/archive/recording-records.ts';
import { repositoryFolder } from '#infra/parts/folders.ts';

export interface StageTime {
  stage: string;
  /** By the court's clock. */
  enteredAt: string;
  endedAt: string;
  exit: string;
}

export interface ArchivePlace {
  folder: string;
  mainVolume: string;
  confidentialVolume: string;
  disc: string | null;
}

export interface FoundGap {
  hearing: string;
  personId: string;
  medium: string;
  /** Instants, real time. */
  from: string;
  to: string;
  cause: string;
}

interface Entry { kind: string; at: string; detail: Record<string, unknown> }

/** The stages in order, from the history that a manager reads. */
export async function stagesOf(page: Page, caseId: string): Promise<StageTime[]> {
  const answer = await page.request.get(`/api/supervision/cases/${caseId}/history`);
  if (!answer.ok()) throw new Error(`The history answers ${answer.status()}: ${await answer.text()}`);
  const { entries } = (await answer.json()) as { entries: Entry[] };
  const stages: StageTime[] = [];
  for (const { kind, at, detail } of entries) {
    const stage = String(detail['stage'] ?? '');
    if (kind === 'stage-entered') stages.push({ stage, enteredAt: at, endedAt: '', exit: '' });
    const open = stages.at(-1);
    if (kind === 'stage-ended' && open) Object.assign(open, { endedAt: at, exit: String(detail['exit'] ?? '') });
  }
  return stages;
}

/** The archive of the case among those in the court's folder. */
export async function archiveOf(dataDir: string, caseId: string): Promise<ArchivePlace> {
  const archives = path.join(dataDir, 'archives');
  for (const name of await readdir(archives)) {
    const folder = path.join(archives, name);
    const mainVolume = path.join(folder, 'main-volume');
    const catalogue = path.join(mainVolume, 'data/catalogue.json');
    if (!existsSync(catalogue) || (JSON.parse(await readFile(catalogue, 'utf8')) as { caseId: string }).caseId !== caseId) continue;
    const confidentialVolume = path.join(folder, 'confidential-volume');
    const disc = path.join(confidentialVolume, 'data/disc/disc.iso');
    return { folder, mainVolume, confidentialVolume, disc: existsSync(disc) ? disc : null };
  }
  throw new Error(`There is no archive of case ${caseId} in ${archives}`);
}

/** Everything that was not recorded between opening and closing, with its cause, from the archived ledgers. */
export async function gapsOf({ mainVolume, confidentialVolume }: ArchivePlace): Promise<FoundGap[]> {
  const gaps: FoundGap[] = [];
  for (const volume of [mainVolume, confidentialVolume]) {
    const files = (await readdir(path.join(volume, 'data'), { recursive: true })).filter((file) => file.endsWith('.ledger.json')).sort();
    for (const file of files) {
      const ledger = ledgerSchema.parse(JSON.parse(await readFile(path.join(volume, 'data', file), 'utf8')));
      for (const { personId, kind, entries } of ledger.tracks) {
        for (const { from, to, cause } of entries) {
          if (cause === 'recorded') continue;
          gaps.push({ hearing: path.dirname(file), personId, medium: kind, from: new Date(from).toISOString(), to: new Date(to).toISOString(), cause });
        }
      }
    }
  }
  return gaps;
}

/** `kaiting verify` as anybody runs it: the folder, the court's certificate, no server. @returns exit code and what it printed */
export function verify({ folder }: ArchivePlace, certificate: string, environment: Record<string, string>): Promise<{ code: number; printed: string }> {
  const child = spawn(process.execPath, [path.join(repositoryFolder, 'infra/kaiting.mjs'), 'verify', folder, '--certificate', certificate], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { printed += chunk.toString(); });
  return new Promise((resolve) => { child.on('close', (code) => resolve({ code: code ?? 1, printed })); });
}
