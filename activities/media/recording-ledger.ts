/**
 * The continuity ledger of one hearing: from the times of the packets, with causes from the raw events (REC). Pure.
 */
import type { ComposeRecording, Seat } from '#activities/media-activities.ts';
import type { RecordedTrack } from '#adapters/media/recordings/collect.ts';
import { continuityLedger, type ClassifiedAbsence, type ContinuityLedger, type Pause } from '#domain/hearing/continuity.ts';
import type { Ruled } from '#domain/law/ruled.ts';
import { absences } from '#domain/hearing/presence.ts';
import type { Medium, RawMediaEvent } from '#domain/hearing/raw-media-event.ts';

const media: readonly Medium[] = ['audio', 'video'];

export function ledgerOf(input: ComposeRecording, tracks: readonly RecordedTrack[], events: readonly RawMediaEvent[]): Ruled<ContinuityLedger> {
  const span = { from: Date.parse(input.openedAt), to: Date.parse(input.closedAt) };
  const personOf = new Map(input.seats.map((seat) => [seat.opaqueId, seat.personId]));
  const classified = absences(events, span.to);
  return continuityLedger({
    span,
    required: input.seats.flatMap(({ personId }) => media.map((kind) => ({ personId, kind }))),
    recordings: tracks.flatMap((track) => {
      const personId = personOf.get(track.opaqueId);
      return personId === undefined ? [] : track.intervals.map((interval) => ({ ...interval, personId, kind: track.medium }));
    }),
    pauses: [
      ...input.pauses.map((pause): Pause => ({ cause: pause.cause, from: Date.parse(pause.from), to: Date.parse(pause.to), evidence: [] })),
      ...input.seats.flatMap((seat) => switchedOff(seat, events, span.to)),
    ],
    absences: input.seats.flatMap((seat): ClassifiedAbsence[] => [
      ...notYetJoined(seat, events, span.from),
      ...withoutDevice(seat, events),
      ...(classified[seat.opaqueId] ?? []).map(({ from, to, cause, evidence }) => ({ personId: seat.personId, from, to, cause, evidence })),
    ]),
  });
}

/** From the opening until the person first joined; to the end when they never came. */
function notYetJoined({ opaqueId, personId }: Seat, events: readonly RawMediaEvent[], opened: number): ClassifiedAbsence[] {
  const first = events.filter((event) => event.opaqueId === opaqueId && event.kind === 'joined').sort((a, b) => a.at - b.at)[0];
  if (first && first.at <= opened) return [];
  return [{ personId, from: opened, to: first?.at ?? null, cause: 'not-joined', evidence: first ? [first.id] : [] }];
}

/** Without camera or microphone from before joining on: the page has reported it, no presence was lost by it. */
function withoutDevice({ opaqueId, personId }: Seat, events: readonly RawMediaEvent[]): ClassifiedAbsence[] {
  return media.flatMap((medium) => {
    const mine = events.filter((event) => event.opaqueId === opaqueId && 'medium' in event && event.medium === medium);
    return mine.filter((event) => event.kind === 'device-lost').map((lost): ClassifiedAbsence => {
      const restored = mine.find((event) => event.kind === 'device-restored' && event.at >= lost.at);
      return { personId, from: lost.at, to: restored?.at ?? null, cause: 'device', evidence: restored ? [lost.id, restored.id] : [lost.id] };
    });
  });
}

function switchedOff({ opaqueId, personId }: Seat, events: readonly RawMediaEvent[], end: number): Pause[] {
  return media.flatMap((kind) => {
    const mine = events.filter((event) => event.opaqueId === opaqueId && event.kind === 'media-switched' && event.medium === kind);
    return mine.flatMap((off): Pause[] => {
      if (off.kind !== 'media-switched' || off.on) return [];
      const on = mine.find((event) => event.kind === 'media-switched' && event.on && event.at >= off.at);
      return [{ cause: 'switched-off', personId, kind, from: off.at, to: on?.at ?? Math.max(end, off.at + 1), evidence: on ? [off.id, on.id] : [off.id] }];
    });
  });
}
