import { z } from 'zod';

/** What is on a disc of recordings: the list lies on the disc itself and beside its image. */
export const discContentsSchema = z.strictObject({
  court: z.string(),
  caseNumber: z.string(),
  registrationNumber: z.string(),
  files: z.array(z.strictObject({ name: z.string(), title: z.string(), sha256: z.string() })),
});

export type DiscContents = z.infer<typeof discContentsSchema>;
