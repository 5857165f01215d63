/** What the provider says now of an effect of which the court does not know whether it happened. Asking changes nothing, there or here. */
import type { Services } from '#api/context.ts';
import { notFound } from '#api/errors.ts';
import { effectNamed } from '#db/queries/repairs.ts';

export interface ProviderAnswer { answer: 'sent' | 'unknown' | 'unreachable' | 'notAsked'; sentAt: string | null; deliveredAt: string | null; detail: string | null }

const nothing = { sentAt: null, deliveredAt: null, detail: null };

/** @throws NOT_FOUND for a key that the ledger does not have: a provider is asked about the court's own effects alone. */
export async function askProvider({ sql, sms }: Pick<Services, 'sql' | 'sms'>, key: string): Promise<ProviderAnswer> {
  const effect = await effectNamed(sql, key);
  if (!effect) throw notFound();
  if (effect.kind !== 'sms') return { ...nothing, answer: 'notAsked' };
  try {
    const receipt = await sms.status(key);
    return receipt === null ? { ...nothing, answer: 'unknown' } : { answer: 'sent', sentAt: receipt.sentAt, deliveredAt: receipt.deliveredAt, detail: null };
  } catch (error) {
    return { ...nothing, answer: 'unreachable', detail: error instanceof Error ? error.message : String(error) };
  }
}
