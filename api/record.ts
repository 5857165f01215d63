/**
 * What the API reads of the court's record of itself: Temporal's histories (from the server, or exported), anchors with
 * their seals. Histories are read anew every quarter of a minute at most; nothing is kept that another process lacks.
 */
import { readFile } from 'node:fs/promises';
import type { LoadedDataConverter } from '@temporalio/common';
import type { Client as TemporalClient } from '@temporalio/client';
import { anchorReading } from '#adapters/seal/anchor-reading.ts';
import type { Storage } from '#adapters/storage/storage.ts';
import { eventRows, type EventRow } from '#adapters/temporal/event-rows.ts';
import { keptHistories, type KeptHistories } from '#adapters/temporal/kept-histories.ts';
import type { WorkflowRuns } from '#adapters/temporal/workflow-runs.ts';
import type { ApiEnvironment } from '#api/context.ts';
import { anchorRows, readAnchors } from '#db/audit/anchors.ts';
import { exportsOf } from '#db/audit/exported-histories.ts';
import type { Sql } from '#db/connect.ts';
import type { AnchorFound } from '#domain/audit/anchor.ts';
import type { CheckSeal } from '#domain/audit/command-seal.ts';

export interface CourtRecord {
  histories: KeptHistories;
  /** Every event of these workflows, and those whose history could not be read now. */
  events(streams: readonly string[]): Promise<{ events: EventRow[]; unread: string[] }>;
  /** One workflow's runs as they were read for `events`. */
  runs(stream: string): Promise<WorkflowRuns | undefined>;
  anchors(): Promise<AnchorFound[]>;
  checkSeal: CheckSeal;
  converter: LoadedDataConverter;
}

const freshForMs = 15_000;
const mostKept = 40;
const patienceMs = 10_000;

interface Settings { environment: ApiEnvironment; sql: Sql; temporal: TemporalClient; storage: Storage; checkSeal: CheckSeal }

export function createRecord({ environment, sql, temporal, storage, checkSeal }: Settings): CourtRecord {
  const converter = temporal.options.loadedDataConverter;
  const histories = keptHistories({ client: temporal, storage, exportsOf: (stream) => exportsOf(sql, stream) });
  const read = new Map<string, { at: number; value: Promise<{ runs: WorkflowRuns | undefined; rows: EventRow[] }> }>();

  const reading = (stream: string) => {
    const known = read.get(stream);
    if (known && Date.now() - known.at < freshForMs) return known.value;
    const value = temporal.withDeadline(Date.now() + patienceMs, () => histories.runs(stream, 'live')).then(async (runs) => ({ runs, rows: runs ? await eventRows(runs, converter) : [] }));
    value.catch(() => read.delete(stream));
    read.delete(stream);
    read.set(stream, { at: Date.now(), value });
    // The oldest goes: a map keeps the order in which it was filled.
    for (const oldest of [...read.keys()].slice(0, Math.max(0, read.size - mostKept))) read.delete(oldest);
    return value;
  };

  return {
    histories, checkSeal, converter,
    async events(streams) {
      const unread: string[] = [];
      const events = await Promise.all(streams.map((stream) => reading(stream).then(({ runs, rows }) => {
        if (!runs) unread.push(stream);
        return rows;
      }, () => {
        unread.push(stream);
        return [];
      })));
      return { events: events.flat(), unread };
    },
    runs: async (stream) => (await reading(stream)).runs,
    async anchors() {
      const { certificate } = environment.record;
      return readAnchors(await anchorRows(sql), anchorReading(storage, certificate === undefined ? [] : [await readFile(certificate, 'utf8')]));
    },
  };
}
