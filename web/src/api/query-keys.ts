/**
 * The keys under which reads are kept. Live changes invalidate by them (`live-invalidation.ts`): a read that shows a
 * case carries the case's id behind `case`, one that shows a hearing the hearing's id behind `hearing`.
 */
export const queryKeys = {
  me: ['me'],
  court: ['court'],
  tasks: ['tasks'],
  comments: (taskId: string) => ['comments', taskId],
  savedViews: ['saved-views'],
  cases: ['cases'],
  case: (caseId: string) => ['case', caseId],
  hearing: (hearingId: string) => ['hearing', hearingId],
  transcript: (hearingId: string) => ['hearing', hearingId, 'transcript'],
  supervision: ['supervision'],
  /** Long lists that are read: no live change moves them. */
  record: ['record'],
  outbox: ['outbox'],
  calendar: ['calendar'],
  absences: ['absences'],
} as const;
