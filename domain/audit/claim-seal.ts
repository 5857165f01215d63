/**
 * Who is at a task is people's convenience, so no workflow knows it. What was claimed last, or released, is kept a second
 * time beside the task, under the court's keyed hash: whoever has the database and not the key cannot change a claim unseen.
 */
import type { AuditFinding } from '#domain/audit/audit-stream.ts';
import type { CheckSeal } from '#domain/audit/command-seal.ts';
import { canonicalJson } from '#domain/journal/canonical.ts';

/** Who claimed a task and when (ISO 8601, milliseconds); both null: nobody is at it. */
export interface Claim { taskId: string; claimedBy: string | null; claimedAt: string | null }
export interface SealedClaim extends Claim { /** Null for one from before claims were sealed. */ seal: string | null }

export const claimText = ({ taskId, claimedBy, claimedAt }: Claim): string => canonicalJson({ claim: { taskId, claimedBy, claimedAt } });

/** @param sealed what is kept beside the tasks; a task without a line there was never claimed */
export function auditClaims(stream: string, tasks: readonly Claim[], sealed: readonly SealedClaim[], check: CheckSeal): AuditFinding[] {
  const kept = new Map(sealed.map((claim) => [claim.taskId, claim]));
  return tasks.flatMap(({ taskId, claimedBy, claimedAt }): AuditFinding[] => {
    const claim = kept.get(taskId) ?? { taskId, claimedBy: null, claimedAt: null, seal: null };
    const same = claim.claimedBy === claimedBy && claim.claimedAt === claimedAt;
    if (same && (claim.seal === null || check(claimText(claim), claim.seal))) return [];
    return [{ kind: 'claim-forged', stream, subject: taskId, expected: { claimedBy: claim.claimedBy, claimedAt: claim.claimedAt }, found: { claimedBy, claimedAt } }];
  });
}
