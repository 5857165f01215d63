/** The words that people see: taken from where the pages take them, so that the play finds buttons by what they say. */
import type { z } from 'zod';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';
import { catalogue } from '#web/i18n/zh/catalogue.ts';

export const zh = catalogue;

export const titleOf = (kind: TaskKindName): string => taskCatalogue[kind].title.zh;

interface Labelled { meta(): { label?: { zh: string } } | undefined }

/** What a field of a task's form is called, for example the one that a decision is made with. */
export function labelOf(kind: TaskKindName, field: string, decision?: string): string {
  for (const shape of shapesOf(taskCatalogue[kind].outcome)) {
    const found = shape[field] as (Labelled & { value?: unknown }) | undefined;
    if (!found || (decision !== undefined && found.value !== decision)) continue;
    const label = found.meta()?.label?.zh;
    if (label) return label;
  }
  throw new Error(`The form of ${kind} has no field ${field}${decision ? ` that says ${decision}` : ''}`);
}

function shapesOf(outcome: z.ZodType): Record<string, unknown>[] {
  const { shape, options } = outcome as unknown as { shape?: Record<string, unknown>; options?: z.ZodType[] };
  return shape ? [shape] : (options ?? []).flatMap(shapesOf);
}

/** A label at the beginning of what a control is called; hints and keys may follow it. */
export const beginning = (text: string): RegExp => new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
