/**
 * What two people type into one transcript, line by line. Pure: what the server has, what is typed here and not yet
 * sent, and where the two disagree. Text is saved as it is typed; a revision guards each line against being written over.
 */
import type { TranscriptLine } from '#api/contract/hearings.ts';

/** A line that is being typed here. `revision` is the one that it was typed on top of; 0: the server has no such line yet. */
export interface LineEdit {
  lineId: string;
  position: number;
  spokenAt: string;
  speaker: string;
  text: string;
  revision: number;
}
export type Edits = Readonly<Record<string, LineEdit>>;

export interface ShownLine extends LineEdit {
  /** `saved`: as on the server; `typing`: the last words are not there yet; `conflict`: somebody wrote over what this was typed on. */
  state: 'saved' | 'typing' | 'conflict';
  amended: boolean;
  /** In a conflict: what the server has now. */
  theirs: TranscriptLine | null;
}

/** Distance of new lines, so that others fit between them. */
const gap = 1_000;

/** @returns every line in its order: the server's, with what is typed here on top. */
export function shownLines(server: readonly TranscriptLine[], edits: Edits): ShownLine[] {
  const known = new Map(server.map((line) => [line.lineId, line]));
  const own = Object.values(edits).filter(({ lineId }) => !known.has(lineId)).map((edit): ShownLine => ({ ...edit, state: 'typing', amended: false, theirs: null }));
  const both = server.map((line): ShownLine => {
    const edit = edits[line.lineId];
    if (!edit) return { ...line, state: 'saved', theirs: null };
    const overtaken = line.revision > edit.revision && (line.text !== edit.text || line.speaker !== edit.speaker);
    return { ...edit, amended: line.amended, state: overtaken ? 'conflict' : 'typing', theirs: overtaken ? line : null };
  });
  return [...both, ...own].sort((a, b) => a.position - b.position || a.spokenAt.localeCompare(b.spokenAt) || a.lineId.localeCompare(b.lineId));
}

/** Something was typed in a line. `line` may be as it was shown before the server's last answer: the newer revision counts. */
export function typed(edits: Edits, line: LineEdit, change: Partial<Pick<LineEdit, 'speaker' | 'text'>>): Edits {
  const { lineId, position, spokenAt, speaker, text, revision } = line;
  return { ...edits, [lineId]: { lineId, position, spokenAt, speaker, text, revision: Math.max(revision, edits[lineId]?.revision ?? 0), ...change } };
}

/** The server has taken what was sent. What was typed since stays, now on top of the new revision. */
export function taken(edits: Edits, sent: LineEdit, answer: TranscriptLine): Edits {
  const current = edits[sent.lineId];
  if (!current) return edits;
  const unchanged = current.text === sent.text && current.speaker === sent.speaker && current.position === sent.position;
  return unchanged ? without(edits, sent.lineId) : { ...edits, [sent.lineId]: { ...current, revision: answer.revision } };
}

/** In a conflict: keep mine (typed on top of theirs from now on), or take theirs. */
export function settled(edits: Edits, line: ShownLine, keep: 'mine' | 'theirs'): Edits {
  if (!line.theirs) return edits;
  return keep === 'theirs' ? without(edits, line.lineId) : typed(edits, { ...line, revision: line.theirs.revision }, {});
}

export function without(edits: Edits, lineId: string): Edits {
  return Object.fromEntries(Object.entries(edits).filter(([id]) => id !== lineId));
}

/** @returns the position of a new line behind `after` (null: before all), or null when nothing fits between. */
export function positionBehind(lines: readonly Pick<LineEdit, 'lineId' | 'position'>[], after: string | null): number | null {
  const at = after === null ? -1 : lines.findIndex(({ lineId }) => lineId === after);
  const before = lines[at]?.position ?? 0;
  const next = lines[at + 1]?.position;
  if (next === undefined) return before + gap;
  const middle = Math.floor((before + next) / 2);
  return middle > before && middle < next ? middle : null;
}
