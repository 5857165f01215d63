/** Temporal's own histories of a case's workflows, exported and decrypted: the archive is read without the payload keys. */
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { PayloadCodec } from '@temporalio/common';

export interface ExportedHistory {
  workflowId: string;
  runId: string;
  /** JSON as Temporal's own tools write and replay it, payloads in plain. */
  json: string;
}

/** Every run of each workflow, oldest first. */
export async function exportHistories(client: Client, workflowIds: readonly string[]): Promise<ExportedHistory[]> {
  const exported: ExportedHistory[] = [];
  for (const workflowId of workflowIds) exported.push(...(await runsOf(client, workflowId)));
  return exported;
}

async function runsOf(client: Client, workflowId: string): Promise<ExportedHistory[]> {
  const codecs = client.options.loadedDataConverter.payloadCodecs;
  const runs: ExportedHistory[] = [];
  let runId: string | undefined = (await client.workflow.getHandle(workflowId).describe()).runId;
  while (runId) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const plain = await inPlain(JSON.parse(historyToJSON(history)), codecs);
    runs.unshift({ workflowId, runId, json: JSON.stringify(plain) });
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? undefined;
  }
  return runs;
}

interface JsonPayload { metadata: Record<string, string>; data?: string }

const isPayload = (value: object): value is JsonPayload =>
  'metadata' in value && typeof value.metadata === 'object' && value.metadata !== null && 'encoding' in value.metadata;

/** Every payload of the JSON decoded, wherever it stands. */
async function inPlain(value: unknown, codecs: readonly PayloadCodec[]): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((item) => inPlain(item, codecs)));
  if (typeof value !== 'object' || value === null) return value;
  if (isPayload(value)) return decoded(value, codecs);
  const members = await Promise.all(Object.entries(value).map(async ([key, member]) => [key, await inPlain(member, codecs)] as const));
  return Object.fromEntries(members);
}

async function decoded(payload: JsonPayload, codecs: readonly PayloadCodec[]): Promise<JsonPayload> {
  const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64');
  let payloads = [{
    metadata: Object.fromEntries(Object.entries(payload.metadata).map(([key, text]) => [key, bytes(text)])),
    ...(payload.data === undefined ? {} : { data: bytes(payload.data) }),
  }];
  for (const codec of [...codecs].reverse()) payloads = await codec.decode(payloads) as typeof payloads;
  const [plain] = payloads;
  if (!plain) return payload;
  const text = (content: Uint8Array): string => Buffer.from(content).toString('base64');
  return {
    metadata: Object.fromEntries(Object.entries(plain.metadata ?? {}).map(([key, content]) => [key, text(content)])),
    ...(plain.data ? { data: text(plain.data) } : {}),
  };
}
