/**
 * The form of a task, made from its kind's outcome schema: which fields in which order, how each is entered, what the
 * answer is, and what is wrong with it. No component here: the desk draws it with antd, the phone pages with plain React.
 */
import { z } from 'zod';
import type { Words } from '#domain/law/ruled.ts';
import type { Widget } from '#domain/tasks/task-kind.ts';

/** How a field is entered. `confirm` must be ticked; `yesNo` must be decided either way. */
export type Control =
  | { control: 'text'; maxLength?: number }
  | { control: 'textarea'; maxLength?: number }
  | { control: 'number'; min?: number; max?: number }
  | { control: 'yesNo' }
  | { control: 'confirm' }
  | { control: 'choice'; options: string[] }
  | { control: 'sessionKind'; options: string[] }
  | { control: 'day' | 'time' | 'courtroom' | 'file' | 'files' | 'evidenceList' | 'opinions' | 'corrections' | 'json' | 'hidden' | 'views' };
export type ControlName = Control['control'];

export type FieldModel = Control & { name: string; label: Words; hint?: Words; required: boolean };

export interface FormOption { value: string; label: Words; fields: FieldModel[] }

/** Fields, or a decision first and then the fields of what was decided. */
export type FormModel =
  | { shape: 'fields'; fields: FieldModel[] }
  | { shape: 'decision'; name: string; options: FormOption[] };

/** What was typed so far, by field name. Flat: a reason survives a change of the decision above it. */
export type FormValues = Record<string, unknown>;

/** Why a field cannot stay so: a key of the catalogue `tasks:form.problem`, or words that the server gave. */
export type FieldProblem = { key: ProblemKey; count?: number } | { words: Words };
export type ProblemKey = 'required' | 'choose' | 'confirm' | 'tooShort' | 'tooLong' | 'tooFew' | 'tooMany' | 'tooSmall' | 'tooLarge' | 'format' | 'json' | 'wrong';
/** By dotted path: `reason`, `corrections.0.what`. */
export type FieldProblems = Record<string, FieldProblem>;

interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  label?: Words;
  hint?: Words;
  widget?: Widget;
}

/** @returns the form of an outcome schema. Throws if a field has no label: then the task kind is at fault. */
export function formModelOf(outcome: z.ZodType): FormModel {
  const schema = z.toJSONSchema(outcome, { io: 'input' }) as JsonSchema;
  const options = schema.oneOf ?? schema.anyOf;
  if (!options) return { shape: 'fields', fields: fieldsOf(schema) };
  const name = discriminatorOf(options);
  return {
    shape: 'decision',
    name,
    options: options.map((option) => {
      const decision = option.properties![name]!;
      return { value: String(decision.const), label: labelOf(name, decision), fields: fieldsOf(option, name) };
    }),
  };
}

/** The property that is a different constant in every option. */
function discriminatorOf(options: JsonSchema[]): string {
  const name = Object.keys(options[0]?.properties ?? {}).find((key) => new Set(options.map((option) => option.properties?.[key]?.const)).size === options.length);
  if (name === undefined) throw new Error('A union of outcomes needs a property that tells them apart');
  return name;
}

function fieldsOf(schema: JsonSchema, except?: string): FieldModel[] {
  return Object.entries(schema.properties ?? {}).filter(([name]) => name !== except).map(([name, property]) => ({
    ...controlOf(name, property),
    name,
    label: labelOf(name, property),
    ...(property.hint ? { hint: property.hint } : {}),
    required: schema.required?.includes(name) ?? false,
  }));
}

function labelOf(name: string, property: JsonSchema): Words {
  if (!property.label) throw new Error(`The field "${name}" has no label`);
  return property.label;
}

function controlOf(name: string, property: JsonSchema): Control {
  const length = property.maxLength === undefined ? {} : { maxLength: property.maxLength };
  switch (property.widget) {
    case 'textarea': return { control: 'textarea', ...length };
    case 'sessionKind': return { control: 'sessionKind', options: (property.enum ?? []).map(String) };
    case 'day': case 'time': case 'courtroom': case 'file': case 'files':
    case 'evidenceList': case 'opinions': case 'corrections': case 'json': case 'hidden': case 'views':
      return { control: property.widget };
    case undefined: break;
  }
  if (property.const === true) return { control: 'confirm' };
  if (property.enum) return { control: 'choice', options: property.enum.map(String) };
  switch (property.type) {
    case 'boolean': return { control: 'yesNo' };
    case 'string': return { control: 'text', ...length };
    case 'integer': case 'number':
      return { control: 'number', ...(property.minimum === undefined ? {} : { min: property.minimum }), ...(property.maximum === undefined ? {} : { max: property.maximum }) };
    default: throw new Error(`The field "${name}" needs a widget: ${property.type ?? 'no type'}`);
  }
}

/** The fields to show for what was decided so far, hidden ones included. */
export function fieldsFor(model: FormModel, values: FormValues): FieldModel[] {
  return model.shape === 'fields' ? model.fields : model.options.find((option) => option.value === values[model.name])?.fields ?? [];
}

/** What an untouched form holds: lists are empty, an only decision is made already; everything else waits for the person. */
export function initialValues(model: FormModel): FormValues {
  const values: FormValues = {};
  const fields = model.shape === 'fields' ? model.fields : model.options.flatMap((option) => option.fields);
  for (const { name, control } of fields) {
    if (control === 'corrections') values[name] = [{ what: '', why: '' }];
    else if (control === 'files' || control === 'evidenceList' || control === 'opinions' || control === 'views') values[name] = [];
  }
  return values;
}

/** The answer as it would be sent: the fields of the decision, without empty optional ones. */
export function outcomeFrom(model: FormModel, values: FormValues): FormValues {
  const outcome: FormValues = model.shape === 'decision' ? { [model.name]: values[model.name] } : {};
  for (const { name, required } of fieldsFor(model, values)) {
    const value = values[name];
    if (value === undefined || (!required && (value === '' || value === null))) continue;
    outcome[name] = value;
  }
  return outcome;
}

/** Checks the answer by the task kind's own schema, the same that the workflow checks it by. */
export function checkOutcome(outcome: z.ZodType, model: FormModel, values: FormValues): { outcome: unknown; problems: null } | { outcome: null; problems: FieldProblems } {
  const checked = outcome.safeParse(outcomeFrom(model, values));
  if (checked.success) return { outcome: checked.data, problems: null };
  const fields = fieldsFor(model, values);
  const problems: FieldProblems = {};
  for (const issue of checked.error.issues) {
    const path = issue.path.length === 0 && model.shape === 'decision' ? model.name : issue.path.join('.');
    problems[path] ??= problemOf(issue, fields.find(({ name }) => name === String(issue.path[0]))?.control);
  }
  return { outcome: null, problems };
}

const chosen: ReadonlySet<ControlName | undefined> = new Set<ControlName>(['choice', 'sessionKind', 'yesNo', 'day', 'time', 'courtroom', 'file']);

function problemOf(issue: z.core.$ZodIssue, control: ControlName | undefined): FieldProblem {
  if (issue.path.length <= 1) {
    if (control === 'confirm') return { key: 'confirm' };
    if (chosen.has(control) && issue.code !== 'invalid_format') return { key: 'choose' };
  }
  switch (issue.code) {
    case 'invalid_type': return { key: control === 'json' ? 'json' : 'required' };
    case 'too_small': {
      const count = Number(issue.minimum);
      if (issue.origin === 'array') return { key: 'tooFew', count };
      if (issue.origin === 'string') return count <= 1 ? { key: 'required' } : { key: 'tooShort', count };
      return { key: 'tooSmall', count };
    }
    case 'too_big': {
      const count = Number(issue.maximum);
      if (issue.origin === 'array') return { key: 'tooMany', count };
      return { key: issue.origin === 'string' ? 'tooLong' : 'tooLarge', count };
    }
    case 'invalid_format': return { key: 'format' };
    case 'invalid_value': case 'invalid_union': return { key: 'choose' };
    case 'unrecognized_keys': case 'invalid_key': case 'invalid_element': case 'not_multiple_of': case 'custom':
      return { key: 'wrong' };
  }
}
