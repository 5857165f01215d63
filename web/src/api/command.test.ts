import { describe, expect, test } from '@jest/globals';
import { ORPCError } from '@orpc/client';
import { runCommand, type CommandPhase, type CommandRun } from '#web/api/command.ts';

type Step = object | Error;
const unavailable = new ORPCError('UNAVAILABLE', { status: 503, data: {} });
const refused = new ORPCError('REFUSED', { status: 422, data: {} });
const networkLoss = new TypeError('Failed to fetch');
const kept = { commandId: 'k', state: 'pending' };
const answered = { commandId: 'k', state: 'answered', seq: 7 };

/** A server that answers with the given steps in order, and a person who stays until `leavesAfter` waits. */
function play(steps: { send: Step[]; ask?: Step[] }, leavesAfter = Infinity) {
  const phases: CommandPhase[] = [];
  const waits: number[] = [];
  const asked: string[] = [];
  const keptAs: string[] = [];
  const take = async (from: Step[]): Promise<object> => {
    const step = from.shift()!;
    if (step instanceof Error) throw step;
    return step;
  };
  const run: CommandRun<object> = {
    send: () => take(steps.send),
    ask: (commandId) => { asked.push(commandId); return take(steps.ask ?? []); },
    onPhase: (phase) => phases.push(phase),
    onKept: (commandId) => keptAs.push(commandId),
    wait: async (ms) => { waits.push(ms); },
    stopped: () => waits.length >= leavesAfter,
  };
  return { phases, waits, asked, keptAs, result: runCommand(run) };
}

describe('a command until it is decided', () => {
  test('answered at once', async () => {
    const { result, phases } = play({ send: [answered] });
    expect(await result).toEqual(answered);
    expect(phases).toEqual(['sending']);
  });
  test('sent again while no answer comes, at growing distances', async () => {
    const { result, phases, waits } = play({ send: [networkLoss, unavailable, networkLoss, answered] });
    expect(await result).toEqual(answered);
    expect(phases).toEqual(['sending', 'resending', 'resending', 'resending']);
    expect(waits).toEqual([500, 1000, 2000]);
  });
  test('kept by the API: asked about until answered, also over a lost network', async () => {
    const { result, phases, asked, keptAs } = play({ send: [kept], ask: [kept, networkLoss, kept, answered] });
    expect(await result).toEqual(answered);
    expect(keptAs).toEqual(['k']);
    expect(asked).toEqual(['k', 'k', 'k', 'k']);
    expect(phases.at(-1)).toBe('kept');
  });
  test('refused at once, and refused after it was kept', async () => {
    await expect(play({ send: [refused] }).result).rejects.toBe(refused);
    await expect(play({ send: [kept], ask: [refused] }).result).rejects.toBe(refused);
  });
  test('left alone when the page closes: no more is sent', async () => {
    const sends: Step[] = [networkLoss, answered];
    await expect(play({ send: sends }, 1).result).rejects.toBe(networkLoss);
    expect(sends).toEqual([answered]);
  });
});
