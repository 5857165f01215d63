/**
 * The one way to wait for a person.
 *
 * `open` writes the task down and answers a handle whose `ended` resolves when somebody answered it, when it was
 * withdrawn, or (where the stage asks for that) when it is overdue. Completion is an Update with a synchronous
 * validator; what the validator cannot see (a booking) is settled by an activity inside the Update's handler, which may
 * refuse and leave the task open. The same completion comes as a Signal from other systems of the court; that way never
 * throws, because an error in a Signal's handler fails the workflow.
 *
 * Contracts: (1) between `settling` and its end no second answer is taken; (2) an answered task resolves in the same
 * activation in which it is journalled, so that "completed" and "next opened" go in one flush; (3) a command is
 * answered once, also after continue-as-new: `answered` is carried over.
 */
import { uuid4 } from '@temporalio/workflow';
import { taskCatalogue, type OutcomeOf, type TaskKindName } from '#domain/tasks/catalogue.ts';
import { escalatesTo } from '#domain/tasks/escalation.ts';
import { isOfOperations } from '#domain/tasks/repair-step.ts';
import type { DueRule, TaskKind } from '#domain/tasks/task-kind.ts';
import type { Assignee, OpenedTask } from '#domain/journal/entries.ts';
import type { CompleteTask, Journalled } from '#domain/messages/messages.ts';
import type { PersonId, TaskId } from '#domain/case/ids.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import { addWorkingDays, restsOnProvisionalYear, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import { boundsOf, dayOf } from '#domain/calendar/day.ts';
import type { CourtClock } from './clock.ts';
import type { Deadlines } from './deadlines.ts';
import type { Journal } from './journal.ts';
import { currentRun, never, type StageRun } from './stage-run.ts';
import { alreadyDone, invalid, notFound, refused, refusedHere } from './failures.ts';

export type TaskEnd<K extends TaskKindName> =
  | { how: 'answered'; outcome: OutcomeOf<K>; by: PersonId; at: string }
  | { how: 'overdue' }
  | { how: 'withdrawn'; why: string };

export interface TaskHandle<K extends TaskKindName> {
  taskId: TaskId;
  ended: Promise<TaskEnd<K>>;
  withdraw: (why: string) => void;
}

export interface TaskOptions<K extends TaskKindName> {
  assignee: Assignee;
  facts?: Record<string, unknown>;
  hearingId?: string;
  /** Court time in milliseconds; for kinds whose due rule is `givenByStage`, or to override. */
  dueAt?: number;
  /** Resolve `ended` with `overdue` and take the task off, instead of leaving it open and marked. */
  endsWhenOverdue?: boolean;
  /** Who else may answer it: an agent for its principal. A refusal says why not; undefined: a stranger. */
  actsFor?: (personId: PersonId) => true | Refusal | undefined;
  /** Rules that the schema does not know; synchronous, runs in the validator. */
  check?: (outcome: OutcomeOf<K>, by: PersonId) => Refusal | undefined;
  /** What only an activity can decide; a refusal leaves the task open. */
  settle?: (outcome: OutcomeOf<K>, by: PersonId) => Promise<Refusal | undefined>;
}

interface Open {
  task: OpenedTask;
  settling: boolean;
  options: TaskOptions<TaskKindName>;
  end: (end: TaskEnd<TaskKindName>) => void;
  /** It went up to whoever supervises: once, whatever becomes of its due time. */
  escalated?: true;
  /** The run of a stage that asked it; when that is ended, nobody waits for the answer any more. */
  run: StageRun | undefined;
}

/** What continue-as-new carries: who completed what, and what each command was answered. */
export interface CarriedTasks {
  completed: [TaskId, { by: PersonId; at: string }][];
  answered: [commandId: string, answer: Journalled][];
}

export class HumanTasks {
  private readonly open_ = new Map<TaskId, Open>();
  private readonly completed: Map<TaskId, { by: PersonId; at: string }>;
  private readonly answered: Map<string, Journalled>;
  private readonly withdrawn = new Set<TaskId>();
  /** Why a person may answer nothing at the moment. */
  barred: (personId: PersonId) => Refusal | undefined = () => undefined;

  constructor(
    private readonly journal: Journal,
    private readonly clock: CourtClock,
    private readonly deadlines: Deadlines,
    private readonly calendar: () => WorkingCalendar,
    carried: CarriedTasks = { completed: [], answered: [] },
  ) {
    this.completed = new Map(carried.completed);
    this.answered = new Map(carried.answered);
  }

  open<K extends TaskKindName>(kind: K, options: TaskOptions<K>): TaskHandle<K> {
    const run = currentRun();
    if (run?.over) return { taskId: uuid4(), ended: never(), withdraw: () => undefined };
    const taskId = uuid4();
    const definition = taskCatalogue[kind];
    const dueAt = options.dueAt ?? this.dueAt(definition.due);
    const task: OpenedTask = {
      taskId, kind, assignee: options.assignee, facts: options.facts ?? {}, articles: this.journal.articlesHere(definition.articles),
      openedAt: this.clock.iso(),
      ...(dueAt === undefined ? {} : { dueAt: new Date(dueAt).toISOString(), ...this.provisional(definition.due, options, this.clock.now(), dueAt) }),
      ...(options.hearingId === undefined ? {} : { hearingId: options.hearingId }),
    };
    const ended = new Promise<TaskEnd<K>>((resolve) => {
      this.open_.set(taskId, {
        task, settling: false, run,
        options: options as unknown as TaskOptions<TaskKindName>,
        end: (end) => { this.close(taskId); resolve(end as TaskEnd<K>); },
      });
    });
    this.journal.note('task-opened', { task });
    if (dueAt !== undefined) this.deadlines.set(taskId, dueAt, () => this.overdue(taskId));
    return { taskId, ended, withdraw: (why) => this.withdraw(taskId, why) };
  }

  get openCount(): number {
    return this.open_.size;
  }

  /** The Update's validator: synchronous, throws what the caller is told. Changes nothing. */
  validate(input: CompleteTask): void {
    if (this.answered.has(input.commandId)) return;
    const before = this.completed.get(input.taskId);
    if (before) throw alreadyDone(before.by, before.at);
    const open = this.open_.get(input.taskId);
    if (!open) throw notFound(this.withdrawn.has(input.taskId) ? 'task-withdrawn' : 'task');
    if (open.settling) throw refused(beingAnswered);
    const refusal = this.refusalOf(open, input);
    if (refusal) throw refusal;
  }

  /** The Update's handler. Answers the number of the journal entry. */
  async complete(input: CompleteTask, via: 'update' | 'signal' = 'update'): Promise<Journalled> {
    const before = this.answered.get(input.commandId);
    if (before) return before;
    const open = this.open_.get(input.taskId);
    if (!open) throw notFound('task');
    const { kind } = open.task;
    const outcome = taskCatalogue[kind].outcome.parse(input.outcome) as OutcomeOf<TaskKindName>;
    if (open.options.settle) {
      open.settling = true;
      try {
        const refusal = await open.options.settle(outcome, input.personId);
        if (refusal) {
          this.journal.note('task-refused', { taskId: input.taskId, kind, refusal: { ...refusal, articles: this.journal.articlesHere(refusal.articles) }, by: input.personId });
          throw refusedHere(this.journal, refusal);
        }
        // Withdrawn while it was being settled: the stage no longer waits for it.
        if (!this.open_.has(input.taskId)) throw notFound('task-withdrawn');
      } finally {
        open.settling = false;
      }
    }
    const at = this.clock.iso();
    const seq = this.journal.note('task-completed', { taskId: input.taskId, kind, outcome, by: input.personId, commandId: input.commandId, via, ...(input.system === undefined ? {} : { system: input.system }), ...(input.deputyOf === undefined ? {} : { deputyOf: input.deputyOf }) });
    const answer = { stream: this.journal.stream, seq };
    this.completed.set(input.taskId, { by: input.personId, at });
    this.answered.set(input.commandId, answer);
    open.end({ how: 'answered', outcome, by: input.personId, at });
    return answer;
  }

  /** The Signal's way: the same rules, nothing thrown; a wrong one is journalled as refused. */
  async answerBySignal(input: CompleteTask): Promise<void> {
    try {
      this.validate(input);
      await this.complete(input, 'signal');
    } catch (error) {
      this.journal.note('signal-refused', { signal: 'answerTask', why: error instanceof Error ? error.message : String(error), by: input.personId, commandId: input.commandId, ...(input.system === undefined ? {} : { system: input.system }) });
    }
  }

  /**
   * The calendar has changed: a task whose last day is no working day any more, or whose period counts fewer working days
   * now, is due later (CPL-85). Never earlier: people rely on what they were told.
   */
  recount(): void {
    for (const [taskId, { task, options }] of this.open_) {
      const rule = taskCatalogue[task.kind].due;
      if (rule.in !== 'workingDays' || options.dueAt !== undefined || task.dueAt === undefined) continue;
      const [opened, before] = [Date.parse(task.openedAt), Date.parse(task.dueAt)];
      const due = boundsOf(addWorkingDays(this.calendar(), dayOf(opened), rule.count)).last;
      if (before <= this.clock.now() || due <= before) continue;
      const { dueProvisional = false } = this.provisional(rule, options, opened, due);
      this.journal.note('due-moved', { taskId, kind: task.kind, from: task.dueAt, to: new Date(due).toISOString(), provisional: dueProvisional, articles: ['CPL-85'] });
      task.dueAt = new Date(due).toISOString();
      this.deadlines.set(taskId, due, () => this.overdue(taskId));
    }
  }

  withdrawAll(why: string, only: (task: OpenedTask) => boolean = () => true): void {
    for (const [taskId, open] of [...this.open_]) if (only(open.task)) this.withdraw(taskId, why);
  }

  /** A period that the court set anew: open tasks of the kind are due then. The stage journals why. */
  moveDue(kind: TaskKindName, dueAt: number): void {
    for (const [taskId, { task }] of this.open_) {
      if (task.kind !== kind) continue;
      task.dueAt = new Date(dueAt).toISOString();
      this.deadlines.set(taskId, dueAt, () => this.overdue(taskId));
    }
  }

  /** Another person takes over what was open for this one. */
  reassign(from: PersonId, to: PersonId, only: (task: OpenedTask) => boolean = (task) => task.assignee.role !== 'participant'): void {
    for (const open of this.open_.values()) {
      const { task } = open;
      if (task.assignee.personId !== from || !only(task)) continue;
      // A task of its own: the journal may not have sent what it was before.
      open.task = { ...task, assignee: { ...task.assignee, personId: to } };
      this.journal.note('task-reassigned', { taskId: task.taskId, kind: task.kind, to });
    }
  }

  /** An answer to one of the run's tasks is being settled. */
  isSettling(run: StageRun): boolean {
    return [...this.open_.values()].some((open) => open.run === run && open.settling);
  }

  /**
   * What a run asked is taken back, without its code going on (support/stage-run.ts). An answer that is being settled is
   * left to its end; a step that waits for operations is ended, because the run waits for it.
   */
  forsake(run: StageRun, why: string): void {
    for (const [taskId, open] of [...this.open_]) {
      if (open.run !== run || open.settling) continue;
      if (isOfOperations(open.task.kind)) { this.withdraw(taskId, why); continue; }
      this.withdrawn.add(taskId);
      this.journal.note('task-withdrawn', { taskId, kind: open.task.kind, why });
      this.close(taskId);
    }
  }

  carry(): CarriedTasks {
    return { completed: [...this.completed], answered: [...this.answered] };
  }

  private refusalOf(open: Open, input: CompleteTask): Error | undefined {
    const { assignee, kind } = open.task;
    const barred = this.barred(input.personId) ?? (input.deputyOf === undefined ? undefined : this.barred(input.deputyOf));
    if (barred) return refused(barred);
    const { alsoBy, personal } = taskCatalogue[kind] as TaskKind;
    if (input.deputyOf !== undefined && (input.deputyOf !== assignee.personId || personal)) return refused(notYours);
    if (assignee.personId !== undefined && assignee.personId !== input.personId && assignee.personId !== input.deputyOf && !alsoBy?.length) {
      const may = open.options.actsFor?.(input.personId);
      if (may !== true) return refused(may ?? notYours);
    }
    const parsed = taskCatalogue[kind].outcome.safeParse(input.outcome);
    if (!parsed.success) return invalid(parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })));
    const refusal = open.options.check?.(parsed.data as OutcomeOf<TaskKindName>, input.personId);
    return refusal && refusedHere(this.journal, refusal);
  }

  private withdraw(taskId: TaskId, why: string): void {
    const open = this.open_.get(taskId);
    if (!open) return;
    this.withdrawn.add(taskId);
    this.journal.note('task-withdrawn', { taskId, kind: open.task.kind, why });
    open.end({ how: 'withdrawn', why });
  }

  private overdue(taskId: TaskId): void {
    const open = this.open_.get(taskId);
    if (!open) return;
    const { kind, assignee, articles } = open.task;
    const ends = open.options.endsWhenOverdue === true && !open.settling;
    // What ends with its due time waits for nobody any more. In the same entry, so that cases of an earlier build keep their numbers.
    const goesUp = !ends && open.escalated !== true;
    if (goesUp) open.escalated = true;
    this.journal.note('task-overdue', { taskId, kind, ...(goesUp ? { escalatedTo: escalatesTo(assignee.role), articles } : {}) });
    if (!ends) return;
    this.withdrawn.add(taskId);
    this.journal.note('task-withdrawn', { taskId, kind, why: 'overdue' });
    open.end({ how: 'overdue' });
  }

  private close(taskId: TaskId): void {
    this.open_.delete(taskId);
    this.deadlines.clear(taskId);
  }

  private provisional(rule: DueRule, options: { dueAt?: number }, from: number, due: number): { dueProvisional?: boolean } {
    const counted = rule.in === 'workingDays' && options.dueAt === undefined;
    return counted && restsOnProvisionalYear(this.calendar(), dayOf(from), dayOf(due)) ? { dueProvisional: true } : {};
  }

  /** Working days end with the last millisecond of the day: CPL-85, the day of the beginning is not counted. */
  private dueAt(rule: DueRule): number | undefined {
    switch (rule.in) {
      case 'workingDays': return boundsOf(addWorkingDays(this.calendar(), dayOf(this.clock.now()), rule.count)).last;
      case 'minutes': return this.clock.now() + rule.count * 60_000;
      case 'givenByStage':
      case 'none': return undefined;
    }
  }
}

const beingAnswered: Refusal = {
  code: 'task-being-answered', articles: [],
  message: { zh: '该任务正在由他人提交，请稍候查看结果。', en: 'Somebody else’s answer to this task is being settled; look again in a moment.' },
};

const notYours: Refusal = {
  code: 'task-not-yours', articles: [],
  message: { zh: '该任务不由您办理。', en: 'This task is for somebody else.' },
};
