/** Evidence beside its tasks. */
import { signedIn } from '#api/operation.ts';
import { actOnEvidence } from '#api/operations/evidence/act.ts';

export const evidence = {
  act: signedIn.evidence.act.handler(({ input, context }) => actOnEvidence(context, input)),
};
