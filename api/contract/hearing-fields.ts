/** What every page says of a hearing, whichever page it is. */
import { z } from 'zod';
import { caseTypes } from '#domain/case/types.ts';
import { instances } from '#domain/filing/kinds.ts';
import { instant } from '#api/contract/shared.ts';

export const hearingFields = {
  hearingId: z.uuid(),
  caseId: z.uuid(),
  caseNumber: z.string().nullable(),
  causeOfAction: z.string(),
  /** What the parties are called depends on both (domain/filing/party-words.ts). */
  caseType: z.enum(caseTypes),
  instance: z.enum(instances),
  publicProsecution: z.boolean().optional(),
  kind: z.string(),
  sessionNumber: z.number(),
  startsAt: instant,
  endsAt: instant,
  courtroom: z.string(),
  state: z.string(),
  phase: z.string(),
};
