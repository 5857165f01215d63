/** Waits until the readers' view of a stream has reached a number. */
import type { Sql } from '#db/connect.ts';

export interface JournalHeads {
  /** True as soon as the view is there, false when it is not there in time. Milliseconds. */
  reached(stream: string, seq: number, withinMs: number): Promise<boolean>;
}

const rememberedStreams = 1_000;

/**
 * @param onEntry calls back at every journal entry that this process hears of; @returns how to stop. A notification
 * shortens the wait; without one the head is looked at again and again.
 */
export function createJournalHeads(sql: Sql, onEntry: (heard: (stream: string, seq: number) => void) => () => void): JournalHeads {
  const isThere = async (stream: string, seq: number) => {
    const [head] = await sql<{ seq: number }[]>`select seq from journal_heads where stream = ${stream}`;
    return head !== undefined && head.seq >= seq;
  };
  // What was heard lately: the notification may come before Temporal's answer to the Update does.
  const heardUntil = new Map<string, number>();
  onEntry((stream, seq) => {
    heardUntil.delete(stream);
    heardUntil.set(stream, seq);
    for (const oldest of heardUntil.keys()) {
      if (heardUntil.size <= rememberedStreams) break;
      heardUntil.delete(oldest);
    }
  });
  return {
    async reached(stream, seq, withinMs) {
      if ((heardUntil.get(stream) ?? 0) >= seq) return true;
      const until = Date.now() + withinMs;
      let wake = () => {};
      // Listening starts before the first look, so that nothing falls between them.
      let heard = false;
      const stop = onEntry((entryStream, entrySeq) => {
        if (entryStream === stream && entrySeq >= seq) { heard = true; wake(); }
      });
      try {
        for (let pause = 10; ; pause = Math.min(pause * 2, 100)) {
          if (heard || await isThere(stream, seq)) return true;
          const left = until - Date.now();
          if (left <= 0) return false;
          await new Promise<void>((resolve) => { const timer = setTimeout(resolve, Math.min(pause, left)); wake = () => { clearTimeout(timer); resolve(); }; });
        }
      } finally {
        stop();
      }
    },
  };
}
