/**
 * Putting a task off hides it from one person, never from the law: it comes back before the task is due, and a task that is
 * overdue stays in sight.
 */
import type { Refusal } from '#domain/law/ruled.ts';

/** Longest time out of sight, in days. */
export const longestSnoozeDays = 60;

const refusal = (code: string, zh: string, en: string): Refusal => ({ code, articles: [], message: { zh, en } });

/** @param task of the task: `dueAt` an instant or null. @param until when it comes back. @returns null when it may be put off so. */
export function checkSnooze(task: { dueAt: string | null; overdue: boolean }, until: string, now: Date): Refusal | null {
  const [back, due] = [Date.parse(until), task.dueAt === null ? null : Date.parse(task.dueAt)];
  if (back <= now.getTime()) return refusal('snooze-in-the-past', '再现时间必须晚于现在。', 'It must come back later than now.');
  if (task.overdue || (due !== null && due <= now.getTime())) return refusal('snooze-overdue', '已经逾期的任务不能暂缓。', 'What is overdue cannot be put off.');
  if (due !== null && back >= due) return refusal('snooze-past-due', '必须在期限届满前再现。', 'It must come back before it is due.');
  if (back - now.getTime() > longestSnoozeDays * 86_400_000) return refusal('snooze-too-long', `暂缓最长${longestSnoozeDays}日。`, `At most ${longestSnoozeDays} days.`);
  return null;
}
