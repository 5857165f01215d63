/** Who am I, real-name verification (G3), drafts. Sign-in itself is under /api/auth (better-auth). */
import { z } from 'zod';
import { base } from '#api/contract/shared.ts';
import { staffRoles } from '#domain/people/roles.ts';

export const me = z.object({
  personId: z.uuid(),
  name: z.string(),
  staff: z.boolean(),
  roles: z.array(z.enum(staffRoles)),
  /** Parties file and attend only after real-name verification (G3). */
  verified: z.boolean(),
  phone: z.string().nullable(),
});
export type Me = z.infer<typeof me>;

export const court = z.object({
  name: z.string(),
  mode: z.enum(['demonstration', 'production']),
  clock: z.object({ now: z.string(), offsetMs: z.number(), movable: z.boolean() }),
  disciplineVersion: z.string(),
  courtrooms: z.array(z.object({ id: z.string(), name: z.string() })),
});

export const people = {
  me: base.route({ method: 'GET', path: '/me' }).output(me),
  court: base.route({ method: 'GET', path: '/court' }).output(court),
  verifyIdentity: base.route({ method: 'POST', path: '/identity/verification' })
    .input(z.strictObject({ name: z.string().trim().min(2).max(50), identityNumber: z.string().trim().length(18) }))
    .output(me),
  saveDraft: base.route({ method: 'PUT', path: '/drafts/{key}' })
    .input(z.strictObject({ key: z.string().max(120), content: z.record(z.string(), z.unknown()) }))
    .output(z.object({ savedAt: z.string() })),
  draft: base.route({ method: 'GET', path: '/drafts/{key}' })
    .input(z.strictObject({ key: z.string().max(120) }))
    .output(z.object({ content: z.record(z.string(), z.unknown()).nullable(), savedAt: z.string().nullable() })),
};
