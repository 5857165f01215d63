/** One event of a history with everything in it that the court's keys open: for those who may read it. */
import type { LoadedDataConverter } from '@temporalio/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { Payload } from '@temporalio/common';
import type { HistoryEvent } from '#adapters/temporal/workflow-runs.ts';

interface JsonPayload { metadata: Record<string, string>; data?: string }

const isPayload = (value: object): value is JsonPayload =>
  'metadata' in value && typeof value.metadata === 'object' && value.metadata !== null && 'encoding' in value.metadata;

/** Attributes by the names of Temporal's own JSON; payloads as the values that they carry. @throws where a key is missing */
export async function decodedEvent(event: HistoryEvent, converter: LoadedDataConverter): Promise<Record<string, unknown>> {
  const { events: [json] } = JSON.parse(historyToJSON({ events: [event] })) as { events: [Record<string, unknown>] };
  return await opened(json, converter) as Record<string, unknown>;
}

async function opened(value: unknown, converter: LoadedDataConverter): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((item) => opened(item, converter)));
  if (typeof value !== 'object' || value === null) return value;
  if (isPayload(value)) return opened(await decoded(value, converter), converter);
  const members = await Promise.all(Object.entries(value).map(async ([key, member]) => [key, await opened(member, converter)] as const));
  return Object.fromEntries(members);
}

async function decoded({ metadata, data }: JsonPayload, converter: LoadedDataConverter): Promise<unknown> {
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
  let payloads: Payload[] = [{
    metadata: Object.fromEntries(Object.entries(metadata).map(([key, text]) => [key, bytes(text)])), ...(data === undefined ? {} : { data: bytes(data) }),
  }];
  for (const codec of [...converter.payloadCodecs].reverse()) payloads = await codec.decode(payloads);
  const [payload] = payloads;
  return payload ? converter.payloadConverter.fromPayload(payload) : null;
}
