/**
 * The port to the media server: rooms, seats in them, and what is recorded of them.
 *
 * A room belongs to one hearing and has its id. A seat is one participant's place in it, known to
 * the media server by an opaque id alone: no name, no role, no case number ever reaches it.
 */

/** Names a participant inside one hearing's room; the same after every reconnect. */
export type OpaqueId = string;
export type RoomId = string;

export interface RoomSettings {
  roomId: RoomId;
  seats: OpaqueId[];
  /** Recording from the first packet on, or later by `setRecording`. */
  recording: boolean;
  /** Absolute folder for this room's recordings. */
  recordingsFolder: string;
  /** Upper bound for one participant's video, bits a second. */
  videoBitrate: number;
  /** Seconds between requests for a full picture; a recording can be cut and repaired there. */
  keyFrameSeconds: number;
}

export interface SeatedParticipant {
  opaqueId: OpaqueId;
  /** True once the participant's own camera or microphone arrives. */
  publishing: boolean;
}

/** How the media server answered, when it did not do what was asked. */
export type MediaServerFailure =
  /** No answer, or the connection broke: it may or may not have happened. */
  | 'unavailable'
  /** The room or the participant does not exist. */
  | 'not-found'
  /** It exists already. */
  | 'conflict'
  /** Wrong secret, wrong token, or not allowed. */
  | 'refused'
  /** The request itself was wrong: a mistake of ours. */
  | 'invalid';

/** Thrown by every method of a `MediaServer`. `code` is the media server's own. */
export class MediaServerError extends Error {
  override readonly name = 'MediaServerError';
  constructor(readonly failure: MediaServerFailure, message: string, readonly code?: number) {
    super(message);
  }
}

/** Every method may be called again with the same arguments: the second time changes nothing. */
export interface MediaServer {
  /** @returns whether it answers, and whether the self-test's echo is there. Never throws. */
  health(): Promise<{ healthy: boolean; echo: boolean; problem?: string }>;
  /** Makes the room, or leaves the one that is there; its seats and recording are then as asked. */
  createRoom(settings: RoomSettings): Promise<{ created: boolean }>;
  roomExists(roomId: RoomId): Promise<boolean>;
  /** Makes a seat that can be joined. */
  addSeat(roomId: RoomId, opaqueId: OpaqueId): Promise<void>;
  /** Takes the seat away and puts out who sits there: taking away alone would let them stay. */
  removeSeat(roomId: RoomId, opaqueId: OpaqueId): Promise<void>;
  /** Puts out who sits there; the seat stays, and can be taken anew. Nobody there is fine. */
  vacateSeat(roomId: RoomId, opaqueId: OpaqueId): Promise<void>;
  listParticipants(roomId: RoomId): Promise<SeatedParticipant[]>;
  /** Recording of everybody in the room, on or off. */
  setRecording(roomId: RoomId, on: boolean): Promise<void>;
  /**
   * Whether the server drops what this seat sends, whatever its browser does (G13: in a recess
   * nothing of the bench goes out). Holds until the participant publishes anew.
   */
  stopMedia(roomId: RoomId, opaqueId: OpaqueId, stopped: boolean): Promise<void>;
  /** Ends the room for all; the recordings are closed by it. */
  destroyRoom(roomId: RoomId): Promise<void>;
}
