/**
 * What the court does for its own record by itself: an anchor a day, and the export of every run that has closed. The
 * worker's own loop and no Temporal Schedule: docs/decisions/anchors-exports-and-seals-of-commands.md.
 *
 * If the process dies here: a day without an anchor gets one at the next look; what closed meanwhile is found by the first
 * look of whoever starts, which asks for everything that Temporal still knows.
 */
import { createProcessLog } from '#adapters/log/log.ts';
import { makeAnchor, type AnchorPorts } from './anchors.ts';
import { exportClosed, type ExportPorts } from './histories.ts';

const everyMs = 30_000;
/** The list of closed workflows may lag behind; looked at again for so long. */
const againMs = 10 * 60_000;
/** Everything that Temporal knows is looked at once a day. */
const allEveryMs = 24 * 3_600_000;

/** @returns how to stop */
export function watchRecord(ports: AnchorPorts & ExportPorts, every = everyMs): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  let looked: { all: number; at: number } | null = null;
  const look = async (): Promise<void> => {
    const now = Date.now();
    const all = looked === null || now - looked.all > allEveryMs;
    await exportClosed(ports, all ? null : new Date((looked?.at ?? now) - againMs));
    looked = { all: all ? now : looked?.all ?? now, at: now };
  };
  const running = (async () => {
    while (!stopped) {
      await makeAnchor(ports, new Date(), { oncePerDay: true }).catch(said('anchor'));
      await look().catch(said('export of histories'));
      await new Promise<void>((resolve) => { wake = resolve; setTimeout(resolve, every).unref(); });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await running;
  };
}

const log = createProcessLog('worker');
/** What is away comes back, and the next look does it. */
const said = (what: string) => (error: unknown): void => { log.error({ why: error instanceof Error ? error.message : String(error) }, what); };
