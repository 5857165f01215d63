import type { Medium, RawMediaEvent } from './raw-media-event.ts';

/**
 * Who is there and, if not, why: a pure classifier over the raw sequences. Nothing here decides about rights;
 * the judge verifies the cause (G12), and the raw events stay as evidence.
 *
 * Janus says the identical `leaving` for a deliberate leave and for a lost network, so the first sign decides:
 *   `leaving` with the transport up and nothing lost before     a deliberate leave
 *   the transport first, the media within seconds               a closed page or a crash (the page's beacon tells)
 *   the media first                                             the network; with the page hidden, a locked phone
 *   the transport gone but the media flowing until the timeout  the network for signals alone
 */

export type AbsenceCause =
  | 'deliberate-leave' | 'closed-page' | 'network-loss' | 'locked-phone' | 'device'
  /** The clerk or the judge removed the person from the room. */
  | 'removed'
  /** The court's own media server or gateway failed: never the person's doing. */
  | 'court-equipment'
  | 'not-joined' | 'unknown';

export type Presence = {
  readonly state: 'present' | 'away';
  /** Null while present. */
  readonly cause: AbsenceCause | null;
  /** False where the sequence leaves room for another cause (a closed page without its beacon may be a crash). */
  readonly certain: boolean;
  /** Since when the state lasts, milliseconds since 1970. */
  readonly since: number;
  /** Ids of the raw events that it rests on. */
  readonly evidence: readonly string[];
};

/** One absence, from its first sign to the return; `to` is null while it lasts. */
export type Absence = { readonly from: number; readonly to: number | null; readonly cause: AbsenceCause; readonly certain: boolean; readonly evidence: readonly string[] };

/** How long a person without camera and microphone may be without transport before that counts as away. */
const transportGraceMs = 3_000;
/** A closed page loses its media within this time after its transport (measured: 2.0 to 2.4 s). */
const closedPageMediaMs = 3_500;
/** How far apart a page's own report and the sign in Janus may lie to be the same act. */
const samePageActMs = 5_000;
const leavePressedMs = 10_000;
/** A phone that is locked stops its media within this time; a page that goes on sending longer is merely behind another. */
const lockedPhoneMs = 10_000;
/** Signs within this time of each other are one: transports of several people, picture and sound of one. */
const togetherMs = 2_000;

type OpenAbsence = { from: number; cause: AbsenceCause; certain: boolean; evidence: string[] };
type Sign = { readonly at: number; readonly id: string };
type Signs = {
  session: string | null;
  present: Sign | null;
  transportDown: Sign | null;
  /** A claim came over a new socket before the old one's end was told: that end is still to come, and means nothing. */
  oldSocketOpen: boolean;
  oldSocketEnd: Sign | null;
  receiving: Record<Medium, boolean | null>;
  mediaLost: Record<Medium, Sign | null>;
  switchedOff: Record<Medium, boolean>;
  deviceLost: Record<Medium, Sign | null>;
  hidden: Sign | null;
  leavePressed: Sign | null;
  pageClosed: Sign | null;
  absence: OpenAbsence | null;
  past: Absence[];
};

/**
 * The state of everybody who has an event, by `opaqueId`, as it is at `now` (milliseconds since 1970).
 * The events may come in any order; they are put in order by time, those of one millisecond by arrival.
 */
export function classify(rawEvents: readonly RawMediaEvent[], now: number): Readonly<Record<string, Presence>> {
  return Object.fromEntries([...follow(rawEvents, now)].map(([opaqueId, signs]) => [opaqueId, presenceOf(signs)]));
}

/** Every absence of everybody, by `opaqueId`, in order; for the continuity ledger. */
export function absences(rawEvents: readonly RawMediaEvent[], now: number): Readonly<Record<string, readonly Absence[]>> {
  return Object.fromEntries([...follow(rawEvents, now)].map(([opaqueId, signs]) =>
    [opaqueId, signs.absence === null ? signs.past : [...signs.past, { ...signs.absence, to: null }]]));
}

function presenceOf(signs: Signs): Presence {
  if (signs.absence !== null) {
    const { cause, certain, from, evidence } = signs.absence;
    return { state: 'away', cause, certain, since: from, evidence };
  }
  if (signs.present === null) return { state: 'away', cause: 'not-joined', certain: true, since: 0, evidence: [] };
  return { state: 'present', cause: null, certain: true, since: signs.present.at, evidence: [signs.present.id] };
}

function follow(rawEvents: readonly RawMediaEvent[], now: number): Map<string, Signs> {
  const everybody = new Map<string, Signs>();
  const ordered = rawEvents.filter((event) => event.at <= now).sort((a, b) => a.at - b.at);
  for (const event of ordered) {
    for (const signs of everybody.values()) noticeSilence(signs, event.at);
    if (event.opaqueId === null) {
      for (const signs of everybody.values()) heedServer(signs, event);
      continue;
    }
    const signs = everybody.get(event.opaqueId) ?? nobodyYet();
    everybody.set(event.opaqueId, signs);
    heed(signs, event, everybody);
  }
  for (const signs of everybody.values()) noticeSilence(signs, now);
  return everybody;
}

function nobodyYet(): Signs {
  return {
    session: null, present: null, transportDown: null, oldSocketOpen: false, oldSocketEnd: null, receiving: { audio: null, video: null }, mediaLost: { audio: null, video: null },
    switchedOff: { audio: false, video: false }, deviceLost: { audio: null, video: null }, hidden: null,
    leavePressed: null, pageClosed: null, absence: null, past: [],
  };
}

/** A media server that stops or starts anew has lost everybody's session: the court's doing. */
function heedServer(signs: Signs, event: RawMediaEvent): void {
  if (event.kind !== 'server-stopped' && event.kind !== 'server-started') return;
  if (signs.present !== null && signs.absence === null) goAway(signs, event, 'court-equipment', true);
  else signs.absence?.evidence.push(event.id);
  signs.session = null;
}

function heed(signs: Signs, event: RawMediaEvent, everybody: ReadonlyMap<string, Signs>): void {
  if (event.kind === 'joined') {
    if (signs.absence === null && signs.present !== null && signs.transportDown !== null) {
      goAway(signs, signs.transportDown, 'closed-page', near(signs.pageClosed, signs.transportDown), signs.pageClosed);
    }
    // Whoever comes on a new page puts out the old one: not a removal by the court.
    if (signs.absence?.cause === 'removed' && event.at - signs.absence.from <= samePageActMs) Object.assign(signs.absence, { cause: 'closed-page', certain: false });
    comeBack(signs, event);
    // A new page: what the old one had switched off or lost is over.
    Object.assign(signs, { ...nobodyYet(), session: event.session, present: signs.present, hidden: signs.hidden, past: signs.past });
    return;
  }
  // The tail of an old session (its timeout comes a minute later) says nothing about the new one.
  if (event.session !== null && signs.session !== null && event.session !== signs.session) return;

  switch (event.kind) {
    case 'media-receiving': return heedMedia(signs, event);
    case 'transport-disconnected':
      if (isOldSocket(signs, event)) return;
      signs.transportDown ??= event;
      signs.absence?.evidence.push(event.id);
      return;
    case 'transport-connected': case 'session-claimed':
      // A transport that belongs to no session yet is a new page on its way; it counts when it joins.
      if (event.session === null) return;
      if (event.kind === 'session-claimed' && signs.transportDown === null) signs.oldSocketOpen = true;
      signs.transportDown = null;
      signs.absence?.evidence.push(event.id);
      // Whoever sends nothing by choice is back with the transport; the others with their media.
      if (!expectsMedia(signs) && signs.absence !== null && signs.absence.cause !== 'device') comeBack(signs, event);
      return;
    case 'kicked':
      if (signs.absence === null) goAway(signs, event, 'removed', true);
      return;
    case 'leaving': case 'session-destroyed':
      return heedLeaving(signs, event);
    case 'session-timeout':
      if (signs.absence === null && signs.present !== null) loseConnection(signs, event, everybody);
      else signs.absence?.evidence.push(event.id);
      return;
    case 'leave-pressed': signs.leavePressed = event; return;
    case 'page-closed':
      signs.pageClosed = event;
      if (signs.absence !== null && near(event, { at: signs.absence.from, id: '' })) turnOutClosed(signs, signs.absence, event);
      return;
    case 'page-hidden': signs.hidden = event; return;
    case 'page-visible':
      signs.hidden = null;
      signs.absence?.evidence.push(event.id);
      return;
    case 'media-switched':
      signs.switchedOff[event.medium] = !event.on;
      if (signs.absence?.cause === 'network-loss' && signs.transportDown === null && !lostAllMedia(signs)) comeBack(signs, event);
      return;
    case 'device-lost':
      signs.deviceLost[event.medium] = event;
      if (signs.absence === null && signs.present !== null) goAway(signs, event, 'device', true);
      return;
    case 'device-restored':
      signs.deviceLost[event.medium] = null;
      if (signs.absence?.cause === 'device' && signs.deviceLost.audio === null && signs.deviceLost.video === null) comeBack(signs, event);
      return;
    case 'unpublished': case 'webrtc-hangup': case 'handle-detached': case 'client-ice-state': case 'ice-state':
      // A page may stop sending and stay; alone these prove nothing.
      signs.absence?.evidence.push(event.id);
      return;
    case 'server-started': case 'server-stopped': case 'session-created': case 'handle-attached': case 'webrtc-up':
    case 'slow-link': case 'published': case 'client-ping':
      return;
  }
}

function heedMedia(signs: Signs, event: Extract<RawMediaEvent, { kind: 'media-receiving' }>): void {
  const { medium } = event;
  signs.receiving[medium] = event.receiving;
  signs.mediaLost[medium] = event.receiving ? null : event;
  if (event.receiving) {
    // Behind a locked screen some phones go on sending sound: the person is back with the picture.
    const stillLocked = signs.absence?.cause === 'locked-phone' && medium === 'audio' && !signs.switchedOff.video;
    if (signs.absence !== null && signs.absence.cause !== 'device' && !stillLocked) comeBack(signs, event);
    return;
  }
  if (signs.absence !== null) { signs.absence.evidence.push(event.id); return; }
  if (signs.present === null || signs.switchedOff[medium]) return;
  const { hidden, transportDown } = signs;
  const locked = hidden !== null && transportDown === null && event.at - hidden.at <= lockedPhoneMs;
  if (locked && medium === 'video') return goAway(signs, event, 'locked-phone', true, hidden);
  if (!lostAllMedia(signs)) return;
  const first = firstOf(signs, event);
  const last = first === event ? null : event;
  if (transportDown === null) {
    if (locked) return goAway(signs, first, 'locked-phone', true, hidden, last);
    return goAway(signs, first, 'network-loss', hidden === null, hidden, last);
  }
  if (first.at < transportDown.at || event.at - transportDown.at > closedPageMediaMs) return goAway(signs, first, 'network-loss', true, transportDown, last);
  if (pressedBefore(signs, transportDown)) return goAway(signs, transportDown, 'deliberate-leave', true, signs.leavePressed, first, last);
  const { pageClosed } = signs;
  goAway(signs, transportDown, 'closed-page', near(pageClosed, transportDown), pageClosed, first, last);
}

/** Picture and sound that stop together: the first of the two. */
function firstOf(signs: Signs, last: Sign): Sign {
  const other = [signs.mediaLost.audio, signs.mediaLost.video].find((sign) => sign !== null && sign.id !== last.id);
  return other && last.at - other.at <= togetherMs ? other : last;
}

/**
 * `leaving`: deliberate if nothing was lost before it; else only the tail of what was lost. Without its transport the
 * person can no longer have said it, unless another socket carries the session, which the media that flow on show.
 */
function heedLeaving(signs: Signs, event: RawMediaEvent): void {
  if (signs.absence !== null) { signs.absence.evidence.push(event.id); return; }
  if (signs.present === null) return;
  const { transportDown, pageClosed } = signs;
  if (pressedBefore(signs, event)) return goAway(signs, event, 'deliberate-leave', true, signs.leavePressed);
  if (near(pageClosed, event)) return goAway(signs, event, 'closed-page', true, pageClosed);
  if (transportDown === null) return goAway(signs, event, 'deliberate-leave', true);
  const sending = signs.receiving.audio || signs.receiving.video;
  if (sending && event.at - transportDown.at > closedPageMediaMs) return goAway(signs, event, 'deliberate-leave', false, transportDown);
  goAway(signs, transportDown, 'closed-page', false, event);
}

/** The late end of a socket whose session has moved to another; Janus and the gateway both tell of it. */
function isOldSocket(signs: Signs, event: Sign): boolean {
  if (!signs.oldSocketOpen) return signs.oldSocketEnd !== null && event.at - signs.oldSocketEnd.at <= togetherMs;
  signs.oldSocketOpen = false;
  signs.oldSocketEnd = event;
  return true;
}

/** The session ended although the media had not been reported lost. */
function loseConnection(signs: Signs, event: RawMediaEvent, everybody: ReadonlyMap<string, Signs>): void {
  const down = signs.transportDown;
  if (down === null) return goAway(signs, event, 'network-loss', true);
  if (pressedBefore(signs, down)) return goAway(signs, down, 'deliberate-leave', true, signs.leavePressed, event);
  if (near(signs.pageClosed, down)) return goAway(signs, down, 'closed-page', true, signs.pageClosed, event);
  if (brokeForEverybody(down, everybody)) return goAway(signs, event, 'court-equipment', false, down);
  // The media flowed on after the transport was gone: the network for signals alone.
  if (signs.receiving.audio || signs.receiving.video) return goAway(signs, event, 'network-loss', true, down);
  goAway(signs, down, 'unknown', false, event);
}

/** All transports at once, of at least two people: the court's gateway, not theirs. */
function brokeForEverybody(down: Sign, everybody: ReadonlyMap<string, Signs>): boolean {
  const connected = [...everybody.values()].filter((signs) => signs.present !== null && (signs.absence === null || signs.absence.from >= down.at - togetherMs));
  return connected.length >= 2 && connected.every((signs) => signs.transportDown !== null && Math.abs(signs.transportDown.at - down.at) <= togetherMs);
}

/** Time alone shows it: somebody who sends nothing by choice and whose transport stays away. */
function noticeSilence(signs: Signs, at: number): void {
  const down = signs.transportDown;
  if (signs.absence !== null || signs.present === null || down === null || expectsMedia(signs) || at - down.at <= transportGraceMs) return;
  if (pressedBefore(signs, down)) return goAway(signs, down, 'deliberate-leave', true, signs.leavePressed);
  goAway(signs, down, near(signs.pageClosed, down) ? 'closed-page' : 'unknown', near(signs.pageClosed, down), signs.pageClosed);
}

function expectsMedia(signs: Signs): boolean {
  return (['audio', 'video'] as const).some((medium) => signs.receiving[medium] !== null && !signs.switchedOff[medium]);
}

/** Nothing arrives of what the person has not switched off, and something was to arrive. */
function lostAllMedia(signs: Signs): boolean {
  const kinds = ['audio', 'video'] as const;
  return kinds.some((medium) => signs.receiving[medium] === false && !signs.switchedOff[medium]) && kinds.every((medium) => !signs.receiving[medium]);
}

function pressedBefore(signs: Signs, sign: Sign): boolean {
  return signs.leavePressed !== null && Math.abs(sign.at - signs.leavePressed.at) <= leavePressedMs;
}

function near(page: Sign | null, sign: Sign): boolean {
  return page !== null && Math.abs(page.at - sign.at) <= samePageActMs;
}

function goAway(signs: Signs, first: Sign, cause: AbsenceCause, certain: boolean, ...also: (Sign | null)[]): void {
  const evidence = [first, ...also].filter((sign): sign is Sign => sign !== null).sort((a, b) => a.at - b.at).map((sign) => sign.id);
  const from = Math.max(first.at, signs.present?.at ?? first.at);
  signs.absence = { from, cause, certain, evidence };
}

/**
 * The page's beacon settles what the sequence left open, and shows that a leave without the button was a page
 * being closed; what was clear stays.
 */
function turnOutClosed(signs: Signs, absence: OpenAbsence, beacon: Sign): void {
  absence.evidence.push(beacon.id);
  const leftByClosing = absence.cause === 'deliberate-leave' && signs.leavePressed === null;
  if (!absence.certain || leftByClosing) Object.assign(absence, { cause: 'closed-page', certain: true });
}

function comeBack(signs: Signs, sign: Sign): void {
  if (signs.absence !== null) signs.past.push({ ...signs.absence, to: sign.at });
  if (signs.absence !== null || signs.present === null) signs.present = { at: sign.at, id: sign.id };
  signs.absence = null;
  // What was lost before the return is no sign of the next absence.
  signs.transportDown = null;
}
