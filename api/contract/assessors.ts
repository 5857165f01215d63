/** What people's assessors read before they answer whether they sit: enough to see a ground of recusal, nothing of the file (PAL-18). */
import { z } from 'zod';
import { instant } from '#api/contract/shared.ts';

/** Whether who was drawn for a panel has answered; null: nobody was asked. */
export const assessorState = z.enum(['invited', 'accepted', 'declined', 'recused', 'lapsed']).nullable();

export const assessorInvitation = z.object({
  division: z.string().nullable(),
  presidingJudge: z.string().nullable(),
  clerk: z.string().nullable(),
  panel: z.array(z.object({ name: z.string(), assessor: z.boolean(), state: assessorState, me: z.boolean() })),
  /** Parties and who acts for or against them; witnesses are named in the file alone. `office`: who acts for an organisation. */
  people: z.array(z.object({ name: z.string(), role: z.string(), office: z.string().nullable() })),
  hearings: z.array(z.object({ hearingId: z.uuid(), startsAt: instant, endsAt: instant, courtroom: z.string() })),
  /** Open cases in whose panel the reader sits already. */
  sitsIn: z.number().int(),
});
export type AssessorInvitation = z.infer<typeof assessorInvitation>;
