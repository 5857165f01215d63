/**
 * REG-7: the filer corrects what the court named, field by field and material by material. The corrected text is kept
 * as a new version beside the old; it stands when the workflow has journalled it. The workflow gets the version's number
 * and what was changed, never the text.
 *
 * The version and the command are one transaction. If the workflow refuses (the period is over), the version stays
 * unused, and the next one has the next number.
 */
import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Transaction } from '#api/commands.ts';
import type { correctionInput } from '#api/contract/cases.ts';
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { invalid, notFound, refused, type FieldProblem } from '#api/errors.ts';
import { attachOwnFiles } from '#api/operations/own-files.ts';
import { completion, openTask } from '#api/operations/tasks/complete.ts';
import { filings, filingVersions, type FilingContent } from '#db/schema/cases.ts';
import { checkChanged, correctableFields, correctionKey, type AskedCorrection } from '#domain/filing/corrections.ts';
import { checkCause } from '#domain/law/causes/causes.ts';

type Correction = z.output<typeof correctionInput>;

export function correctFiling(context: SignedInContext, input: Correction): Promise<CommandAnswer> {
  return context.commands.send(context, {
    operation: 'cases.correctFiling', body: input,
    prepare: async (tx, commandId) => {
      const task = await openTask(context, input.taskId);
      if (task.subject.kind !== 'correct-filing') throw notFound();
      const { corrections } = task.facts as { corrections: AskedCorrection[] };
      const fields = correctableFields.filter((name) => input.fields[name] !== undefined);
      const changed = [...fields.map((name) => `field:${name}`), ...new Set(input.materials.map((material) => material.for))];
      const beyond = checkChanged(changed, corrections);
      if (beyond) throw refused(beyond);
      const version = await keepVersion(tx, task.caseId, changed, input, (await context.courtNow()).now);
      await attachOwnFiles(tx, { personId: context.user.personId, commandId }, task.caseId, input.materials.map(({ fileId }, at) => ({ path: `materials.${at}`, fileId })), 'filing');
      return completion(task, {
        taskId: input.taskId, personId: context.user.personId, commandId,
        outcome: { explanation: input.explanation, materials: input.materials.map(({ fileId }) => fileId), version, changed },
      });
    },
  });
}

async function keepVersion(tx: Transaction, caseId: string, changed: string[], input: Correction, at: Date): Promise<number> {
  const [filed] = await tx.select().from(filings).where(eq(filings.caseId, caseId)).for('update');
  if (!filed) throw notFound();
  const problems: FieldProblem[] = [];
  if (input.fields.causeOfAction !== undefined) {
    const cause = checkCause(filed.particulars.caseType ?? 'civil', input.fields.causeOfAction);
    if (!cause.ok) problems.push({ path: 'fields.causeOfAction', message: cause.message });
  }
  if (problems.length > 0) throw invalid(problems);
  const content: FilingContent = {
    causeOfAction: input.fields.causeOfAction ?? filed.causeOfAction,
    claims: input.fields.claims ?? filed.claims,
    factsAndReasons: input.fields.factsAndReasons ?? filed.factsAndReasons,
    materials: correctedMaterials(filed.materials, input.materials),
  };
  const [last] = await tx.select({ version: filingVersions.version }).from(filingVersions).where(eq(filingVersions.caseId, caseId)).orderBy(desc(filingVersions.version)).limit(1);
  const version = Math.max(last?.version ?? 1, filed.version) + 1;
  await tx.insert(filingVersions).values({ caseId, version, content, changed, at });
  return version;
}

/** A material that was asked for takes the place of the one before, in its category; what was missing comes last. */
function correctedMaterials(filed: FilingContent['materials'], given: Correction['materials']): FilingContent['materials'] {
  const instead = new Map<string, Correction['materials']>();
  const further: Correction['materials'] = [];
  for (const material of given) {
    const key = correctionKey(material.for);
    if (key && 'material' in key) instead.set(key.material, [...(instead.get(key.material) ?? []), material]);
    else further.push(material);
  }
  return [
    ...filed.flatMap((one) => instead.get(one.fileId)?.map(({ fileId }) => ({ fileId, category: one.category })) ?? [one]),
    ...further.map(({ fileId, category }) => ({ fileId, category })),
  ];
}
