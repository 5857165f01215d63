/**
 * The state of a task's form: what was typed (and its draft), what is wrong with it, and its one way out. Draws nothing,
 * so that the desk and the phone pages share it.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand, type CommandHandle } from '#web/api/use-command.ts';
import { useDraft, type Draft } from '#web/drafts/use-draft.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { checkOutcome, fieldsFor, formModelOf, initialValues, type FieldModel, type FieldProblem, type FieldProblems, type FormModel, type FormValues } from '#web/tasks/form/form-model.ts';

export interface TaskForm {
  kind: TaskKindName;
  model: FormModel;
  /** False until the draft was looked for: until then nothing may be typed over. */
  ready: boolean;
  values: FormValues;
  /** The fields to show now. */
  fields: FieldModel[];
  problems: FieldProblems;
  set: (name: string, value: unknown) => void;
  /** Several fields at once, for example day, time and courtroom of a slot. */
  setMany: (values: FormValues) => void;
  /** Checks and sends. Resolves to true when the task is answered, or kept until it is. */
  submit: () => Promise<boolean>;
  /** Back to an empty form. */
  startOver: () => void;
  command: CommandHandle<{ taskId: string; outcome: unknown }, unknown>;
  draft: Draft;
  restored: boolean;
}

/**
 * @param given fields that the page fills in by itself (hidden ones, values that follow from the case).
 * @param startWith what an untouched form holds; the person changes it freely.
 */
export function useTaskForm(taskId: string, kind: TaskKindName, { given, startWith, onDone }: { given?: FormValues; startWith?: FormValues; onDone?: () => void } = {}): TaskForm {
  const { outcome, title } = taskCatalogue[kind];
  const say = useWords();
  const { data: me } = useQuery(queries.me());
  const model = useMemo(() => formModelOf(outcome), [outcome]);
  const draft = useDraft(`task:${taskId}`, me?.personId);
  const [typed, setTyped] = useState<FormValues | null>(null);
  const [problems, setProblems] = useState<FieldProblems>({});
  const restored = draft.state === 'ready' && draft.content !== null;

  const start = useRef<FormValues>({});
  start.current = { ...initialValues(model), ...startWith, ...given };
  const values = typed ?? (draft.content ? { ...start.current, ...draft.content } : start.current);

  const command = useCommand((input: { taskId: string; outcome: unknown }, options) => api.tasks.complete(input, options), {
    label: say(title),
    onDone: () => {
      draft.clear();
      onDone?.();
    },
  });

  // What the server found wrong stands at its field, like what the browser found.
  const { problem } = command;
  useEffect(() => {
    if (problem?.code !== 'INVALID') return;
    setProblems(Object.fromEntries(problem.fields.map(({ path, message }) => [path.replace(/^outcome\.?/, ''), { words: message } satisfies FieldProblem])));
  }, [problem]);

  const setMany = (changed: FormValues) => {
    const next = { ...values, ...changed };
    setTyped(next);
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(([path]) => !Object.keys(changed).some((name) => path === name || path.startsWith(`${name}.`)))));
    draft.save(next);
  };
  return {
    kind, model, ready: draft.state === 'ready', values, fields: fieldsFor(model, values), problems, command, draft, restored,
    set: (name, value) => setMany({ [name]: value }),
    setMany,
    submit: async () => {
      const checked = checkOutcome(outcome, model, { ...values, ...given });
      setProblems(checked.problems ?? {});
      if (checked.problems) return false;
      return (await command.run({ taskId, outcome: checked.outcome })) !== null;
    },
    startOver: () => {
      setTyped(start.current);
      setProblems({});
      command.reset();
      draft.clear();
    },
  };
}

/** @returns a function that says in the page's language what is wrong with a field. */
export function useFieldProblemText(): (problem: FieldProblem) => string {
  const { t } = useTranslation('tasks');
  const say = useWords();
  return (problem) => ('words' in problem ? say(problem.words) : t(`form.problem.${problem.key}`, { count: problem.count ?? 0 }));
}
