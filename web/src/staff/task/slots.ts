/** Free slots, as a clerk reads them: by day, then by time, with the courtrooms that are free then. */
export interface Slot { day: string; startTime: string; courtroomId: string }
export interface SlotDay { day: string; times: { startTime: string; courtroomIds: string[] }[] }

/** @param slots in any order. @returns days and times in order; courtrooms in the order given. */
export function slotsByDay(slots: readonly Slot[]): SlotDay[] {
  const days = new Map<string, Map<string, string[]>>();
  for (const { day, startTime, courtroomId } of slots) {
    const times = days.get(day) ?? new Map<string, string[]>();
    days.set(day, times.set(startTime, [...(times.get(startTime) ?? []), courtroomId]));
  }
  const inOrder = <T>(map: Map<string, T>): [string, T][] => [...map].sort(([a], [b]) => a.localeCompare(b));
  return inOrder(days).map(([day, times]) => ({ day, times: inOrder(times).map(([startTime, courtroomIds]) => ({ startTime, courtroomIds })) }));
}
