/** Histories from the server and from the export, as an audit asks for them. Read only. */
import { buffer } from 'node:stream/consumers';
import type { Client } from '@temporalio/client';
import type { Storage } from '#adapters/storage/storage.ts';
import { streamHistoryOf } from '#adapters/temporal/stream-history.ts';
import { exportedRuns, hasAllLeft, liveRuns, readHistoryFile, together, type WorkflowRun, type WorkflowRuns } from '#adapters/temporal/workflow-runs.ts';
import type { StreamHistory } from '#domain/audit/stream-history.ts';

/** An exported run: its file in the storage, and what it was when it was exported. */
export interface ExportedRun { runId: string; sha256: string; jsonSha256: string }

export interface KeptHistories {
  /** `live`: the server's, with what only the export has besides; `export`: the export's alone. Undefined where there is none. */
  runs(stream: string, from: 'live' | 'export'): Promise<WorkflowRuns | undefined>;
  history(stream: string, from: 'live' | 'export'): Promise<StreamHistory | undefined>;
}

/** An exported file that is gone, or not the one that was hashed. */
export class ExportBroken extends Error {
  constructor(readonly stream: string, readonly runId: string, options: ErrorOptions) {
    super(`The exported history of ${stream}, run ${runId}, cannot be read`, options);
    this.name = 'ExportBroken';
  }
}

export function keptHistories({ client, storage, exportsOf }: { client: Client; storage: Storage; exportsOf(stream: string): Promise<readonly ExportedRun[]> }): KeptHistories {
  const exported = async (stream: string): Promise<WorkflowRun[]> => Promise.all((await exportsOf(stream)).map(async ({ runId, sha256, jsonSha256 }) => {
    try {
      return { runId, history: await readHistoryFile(await buffer(await storage.open(sha256)), jsonSha256) };
    } catch (cause) {
      throw new ExportBroken(stream, runId, { cause });
    }
  }));
  const runs: KeptHistories['runs'] = async (stream, from) => {
    if (from === 'export') return exportedRuns(stream, await exported(stream));
    const live = await liveRuns(client, stream);
    if (live?.complete && hasAllLeft(live)) return live;
    const kept = await exported(stream);
    return live ? together(live, kept) : exportedRuns(stream, kept);
  };
  return {
    runs,
    async history(stream, from) {
      const found = await runs(stream, from);
      return found && streamHistoryOf(found, client.options.loadedDataConverter);
    },
  };
}
