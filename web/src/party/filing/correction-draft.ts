/** What somebody has corrected so far of a filing (REG-7). Pure; the draft keeps it. */
import { correctableFields, correctionKey, type AskedCorrection, type CorrectableField } from '#domain/filing/corrections.ts';
import type { MaterialCategory } from '#domain/filing/material-categories.ts';
import type { KeptFile } from '#web/party/files/FileUploads.tsx';

export interface CorrectionDraft {
  explanation: string;
  fields: Partial<Record<CorrectableField, string>>;
  /** New files, by what was asked for. */
  materials: Record<string, KeptFile[]>;
}

export const correctionFrom = (content: Record<string, unknown> | null): CorrectionDraft => ({ explanation: '', fields: {}, materials: {}, ...(content as Partial<CorrectionDraft> | null) });

/** @returns the correction as the contract wants it: what was asked for, and nothing that an older draft still holds. */
export function correctionInputOf(taskId: string, draft: CorrectionDraft, asked: readonly AskedCorrection[]) {
  const isAsked = (what: string) => asked.some((one) => one.what === what);
  const fields: Partial<Record<CorrectableField, string>> = {};
  for (const name of correctableFields) {
    const text = draft.fields[name]?.trim();
    if (text && isAsked(`field:${name}`)) fields[name] = text;
  }
  return {
    taskId, explanation: draft.explanation.trim(), fields,
    materials: Object.entries(draft.materials).filter(([what]) => isAsked(what)).flatMap(([what, files]) => files.map(({ fileId }) => ({ for: what, fileId, category: categoryOf(what) }))),
  };
}

/** A material that takes another's place has its category (the court sees to that); a missing one names its own. */
function categoryOf(what: string): MaterialCategory {
  const key = correctionKey(what);
  return key && 'missing' in key ? key.missing : 'other';
}
