/**
 * A hearing's media from end to end: a real Janus, real browsers through the API's proxy, the media
 * host with a real database. Temporal alone is left out: what the hearing's workflow would hear is kept here.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createMediaActivities } from '#activities/media/create-media-activities.ts';
import type { ComposedRecording, MediaActivities, Seat } from '#activities/media-activities.ts';
import { createJanusMediaServer } from '#adapters/media/janus/janus-media-server.ts';
import type { MediaServer } from '#adapters/media/media-server.ts';
import { RoomKeeper } from '#adapters/media/room-keeper.ts';
import { createLocalStorage } from '#adapters/storage/local-disk.ts';
import type { Storage } from '#adapters/storage/storage.ts';
import { connectSql, type Sql } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { appendMediaEvents, mediaEventsOf } from '#db/queries/media-events.ts';
import type { ContinuityLedger } from '#domain/hearing/continuity.ts';
import type { PresenceChanged } from '#domain/messages/messages.ts';
import { eventually, openMediaCourt, signalFamily, type MediaCourt, type Seated, type Sight } from '#e2e/media/court.ts';
import { freePort, startTestJanus, type TestJanus } from '#infra/janus/test-server.ts';
import { freshDatabase, type TestDatabase } from '#infra/testing/postgres.ts';
import type { SelfTestResult } from '#web/room/self-test.ts';
import { MediaHost } from '#worker/media/media-host.ts';

let database: TestDatabase;
let sql: Sql;
let folder: string;
let janus: TestJanus;
let court: MediaCourt;
let media: MediaServer;
let rooms: RoomKeeper;
let storage: Storage;
let host: MediaHost;
let activities: MediaActivities;
/** Undone in reverse order, as far as it was done. */
let undo: (() => Promise<unknown>)[] = [];
let told: (PresenceChanged & { hearingId: string })[];

const people = [
  { personId: randomUUID(), role: 'presidingJudge' },
  { personId: randomUUID(), participantId: randomUUID(), role: 'plaintiff' },
  { personId: randomUUID(), participantId: randomUUID(), role: 'defendant' },
] as const;

async function startHost(): Promise<void> {
  rooms = await RoomKeeper.open({ media, stateFolder: join(folder, 'rooms'), recordingsFolder: join(folder, 'recordings') });
  host = await MediaHost.start({
    mediaHost: 'media-1', sql, media, rooms, roomsCheckMs: 500,
    report: async (hearingId, change) => void told.push({ hearingId, ...change }),
    events: { port: janus.eventsPort, user: 'janus', password: janus.apiSecret },
  });
  activities = createMediaActivities({
    sql, rooms, storage, adminKey: janus.adminKey, mediaHost: 'media-1',
    compose: { ffmpeg: process.env['KAITING_FFMPEG'] ?? 'ffmpeg', janusPpRec: process.env['KAITING_JANUS_PP_REC'] ?? 'janus-pp-rec', fontFile: null },
  });
}

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.url);
  sql = connectSql(database.url, 5);
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

beforeEach(async () => {
  told = [];
  undo = [];
  folder = await mkdtemp(join(tmpdir(), 'kaiting-media-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  storage = createLocalStorage(join(folder, 'files'));
  janus = await startTestJanus({ eventsPort: await freePort() });
  undo.push(() => janus.stop());
  media = createJanusMediaServer(janus);
  await startHost();
  undo.push(() => host.stop());
  court = await openMediaCourt({ janus, keep: (events) => appendMediaEvents(sql, events.map((event) => ({ event, raw: null }))) });
  undo.push(() => court.close());
}, 60_000);
afterEach(async () => {
  for (const step of undo.reverse()) await step();
}, 60_000);

const sees = (other: Seat, frames = 10) => (sight: Sight): boolean =>
  sight.feeds.some((feed) => feed.opaqueId === other.opaqueId && feed.flowing && feed.width > 0 && feed.frames > frames && feed.audioTracks === 1);
const missing = (other: Seat) => (sight: Sight): boolean => !sight.feeds.some((feed) => feed.opaqueId === other.opaqueId && feed.flowing);
const framesOf = async (seated: Seated, other: Seat) => (await seated.look()).feeds.find((feed) => feed.opaqueId === other.opaqueId)?.frames ?? 0;
const statesOf = (seat: Seat) => told.filter((change) => change.opaqueId === seat.opaqueId).map(({ state, cause }) => cause ?? state);
const hearsOf = (seat: Seat, ...states: string[]) =>
  eventually(
    `the hearing hears of ${states.join()}`,
    () => ({ heard: statesOf(seat), reported: court.reported.filter(({ opaqueId, kind }) => opaqueId === seat.opaqueId && kind !== 'client-ping') }),
    ({ heard }) => heard.join() === states.join(), 30_000,
  );

async function provision(hearingId: string): Promise<[judge: Seat, plaintiff: Seat, defendant: Seat]> {
  const { seats } = await activities.provisionRoom({ caseId: randomUUID(), hearingId, people: [...people] });
  const [judge, plaintiff, defendant] = seats;
  if (!judge || !plaintiff || !defendant) throw new Error('three seats');
  return [judge, plaintiff, defendant];
}

describe('a hearing in browsers', () => {
  test('everybody sees and hears everybody; each absence has its cause; the recording accounts for every second', async () => {
    const hearingId = randomUUID();
    const caseId = randomUUID();
    const [judge, plaintiff, defendant] = await provision(hearingId);
    const atJudge = await court.open(hearingId, judge.opaqueId);
    const atPlaintiff = await court.open(hearingId, plaintiff.opaqueId);
    const atDefendant = await court.open(hearingId, defendant.opaqueId);
    await atJudge.until('the judge sees both', (sight) => sees(plaintiff)(sight) && sees(defendant)(sight));
    await atPlaintiff.until('the plaintiff sees both', (sight) => sees(judge)(sight) && sees(defendant)(sight));
    await atDefendant.until('the defendant sees both', (sight) => sees(judge)(sight) && sees(plaintiff)(sight));
    await activities.startRecording({ hearingId });
    const openedAt = new Date().toISOString();
    for (const seat of [judge, plaintiff, defendant]) await hearsOf(seat, 'present');

    // The network of the plaintiff fails, and comes back.
    signalFamily(atPlaintiff.pid, 'SIGSTOP');
    await atJudge.until('the judge sees the loss at once', missing(plaintiff));
    await hearsOf(plaintiff, 'present', 'network-loss');
    await eventually('the proxy gives the frozen browser up', async () => (await mediaEventsOf(sql, [hearingId])).map(({ event }) => event),
      (events) => events.some((event) => event.kind === 'transport-disconnected' && event.opaqueId === plaintiff.opaqueId));
    signalFamily(atPlaintiff.pid, 'SIGCONT');
    await hearsOf(plaintiff, 'present', 'network-loss', 'present');
    await atPlaintiff.until('the plaintiff is joined again', (sight) => sight.state === 'joined');
    await atJudge.until('the judge sees the plaintiff again', sees(plaintiff));

    // G13: in a recess nothing of the bench goes out.
    const recessFrom = new Date().toISOString();
    await activities.setBenchMedia({ hearingId, stopped: true });
    await atPlaintiff.until('nothing comes from the bench', missing(judge));
    await atPlaintiff.until('the others go on', sees(defendant));
    await activities.setBenchMedia({ hearingId, stopped: false });
    await atPlaintiff.until('the bench is back', sees(judge));
    const recessTo = new Date().toISOString();

    // The plaintiff loads the page again: no absence worth a word.
    await atPlaintiff.page.reload();
    await atPlaintiff.page.waitForFunction('window.room !== undefined');
    await atPlaintiff.page.evaluate(`window.room.enter(${JSON.stringify(`${hearingId}~${plaintiff.opaqueId}`)})`);
    await atPlaintiff.until('the plaintiff sees the judge', sees(judge));

    await atDefendant.page.close();
    await hearsOf(defendant, 'present', 'closed-page');
    await atPlaintiff.leave();
    await hearsOf(plaintiff, 'present', 'network-loss', 'present', 'deliberate-leave');
    const closedAt = new Date().toISOString();
    await activities.closeRoom({ hearingId });
    expect(await media.roomExists(hearingId)).toBe(false);
    expect(court.refused).toEqual([]);

    const input = { caseId, hearingId, seats: [judge, plaintiff, defendant], openedAt, closedAt, pauses: [{ cause: 'recess' as const, from: recessFrom, to: recessTo }] };
    const compose = () => new MockActivityEnvironment().run(activities.composeRecording, input) as Promise<ComposedRecording>;
    const recording = await compose();
    const length = Date.parse(closedAt) - Date.parse(openedAt);
    expect(Math.abs(recording.durationMs - length)).toBeLessThan(200);
    expect(recording.unexplained).toEqual([]);
    const [kept] = await sql<{ ledger: ContinuityLedger; sha256: string }[]>`select ledger, sha256 from recordings where id = ${recording.recordingId}`;
    const causes = (seat: Seat) => [...new Set(kept?.ledger.gaps.filter((gap) => gap.personId === seat.personId).map((gap) => gap.cause))].sort();
    expect(causes(judge)).toEqual(['recess']);
    expect(causes(plaintiff)).toContain('network-loss');
    expect(causes(defendant)).toContain('closed-page');
    for (const track of kept?.ledger.tracks ?? []) {
      expect(track.entries.reduce((sum, entry) => sum + entry.to - entry.from, 0)).toBe(length);
      expect(track.unexplainedMs).toBe(0);
    }
    // Kept under its hash; asked again, the same is answered.
    expect((await buffer(await storage.open(recording.sha256))).subarray(4, 8).toString()).toBe('ftyp');
    expect(await compose()).toEqual(recording);

    // What was kept says nothing of the secrets.
    const [leak] = await sql`select count(*)::int as found from media_events where raw::text like '%token%'`;
    expect(leak).toEqual({ found: 0 });
  }, 240_000);

  test('Janus and the media host die; the rooms come back, and everybody with them', async () => {
    const hearingId = randomUUID();
    const [judge, plaintiff, defendant] = await provision(hearingId);
    await activities.startRecording({ hearingId });
    const atJudge = await court.open(hearingId, judge.opaqueId);
    const atPlaintiff = await court.open(hearingId, plaintiff.opaqueId);
    // Long enough for Janus to have written the first sound to its file.
    await atJudge.until('the judge sees the plaintiff', sees(plaintiff, 60));
    await hearsOf(plaintiff, 'present');
    const openedAt = new Date().toISOString();

    await janus.kill();
    await janus.start();
    await hearsOf(plaintiff, 'present', 'court-equipment', 'present');
    const before = await framesOf(atJudge, plaintiff);
    await atJudge.until('the judge sees the plaintiff again', sees(plaintiff, before + 10), 30_000);
    expect((await atPlaintiff.look()).state).toBe('joined');

    // While the media host is away, the plaintiff leaves: it is learned afterwards.
    await host.stop();
    await atPlaintiff.leave();
    told = [];
    await startHost();
    await eventually('the leave is learned', () => told.filter(({ opaqueId, state }) => opaqueId === plaintiff.opaqueId && state === 'away').length, (count) => count === 1);
    await eventually('the judge counts as present', () => statesOf(judge), (heard) => heard.join() === 'present');
    const closedAt = new Date().toISOString();
    await activities.closeRoom({ hearingId });

    // What Janus could not close is in the recording too; the court explains its own failure in writing.
    const input = { caseId: randomUUID(), hearingId, seats: [judge, plaintiff, defendant], openedAt, closedAt, pauses: [] };
    const recording = await new MockActivityEnvironment().run(activities.composeRecording, input) as ComposedRecording;
    expect(Math.abs(recording.durationMs - (Date.parse(closedAt) - Date.parse(openedAt)))).toBeLessThan(200);
    expect(recording.unexplained.map(({ opaqueId }) => opaqueId)).toEqual(expect.arrayContaining([judge.opaqueId, plaintiff.opaqueId]));
    const [kept] = await sql<{ ledger: ContinuityLedger; timeline: { tracks: { unclean: boolean }[]; undecodable: unknown[] } }[]>`
      select ledger, timeline from recordings where id = ${recording.recordingId}`;
    expect(kept?.timeline.tracks.filter((track) => track.unclean)).toHaveLength(4);
    expect(kept?.timeline.undecodable).toEqual([]);
    const causesOf = (seat: Seat) => kept?.ledger.gaps.filter((gap) => gap.personId === seat.personId).map((gap) => gap.cause) ?? [];
    expect(causesOf(plaintiff)).toContain('court-equipment');
    expect([...new Set(causesOf(defendant))]).toEqual(['not-joined']);
    expect(kept?.ledger.tracks.reduce((sum, track) => sum + track.unexplainedMs, 0)).toBe(0);
  }, 180_000);

  test('the self-test measures camera, path and echo, and needs no seat', async () => {
    const page = await court.openSelfTest();
    const result = await page.evaluate('window.room.selfTest()') as SelfTestResult;
    if (!result.passed) throw new Error(JSON.stringify(result.failure));
    expect(result.measures.kilobitsPerSecond).toBeGreaterThan(0);
    expect(result.measures.framesPerSecond).toBeGreaterThan(0);
    expect(result.measures.microphoneLevel).toBeGreaterThan(0);
    expect(result.measures.loss).toBeLessThan(0.5);
  }, 60_000);
});
