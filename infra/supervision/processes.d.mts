/** When a process started, as a text that no other process with the same id ever has; undefined when there is no such process. */
export function startOf(pid: number): string | undefined;
/** Sends a signal (0: none, only looks) to a whole process group; false when nothing of it is left. */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean;
/** Ids of the processes whose environment carries this mark (NAME=value), this one excepted. Linux only. */
export function processesMarked(mark: string): number[];
