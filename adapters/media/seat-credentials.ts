/**
 * The secrets of a room, made from one key, so that whoever must know them (the media host that makes
 * the room, the API's proxy that lets people in) makes them anew and nobody stores or sends them.
 * None reaches a browser. The key is JANUS_ADMIN_KEY; changing it asks for new rooms.
 */
import { createHmac } from 'node:crypto';
import type { OpaqueId, RoomId } from '#adapters/media/media-server.ts';

function derive(key: string, purpose: string, ...parts: string[]): string {
  return createHmac('sha256', key).update(JSON.stringify([purpose, ...parts])).digest('base64url');
}

/** What changing or ending a room asks for. */
export const roomSecret = (key: string, roomId: RoomId): string => derive(key, 'room-secret', roomId);
/** What everybody in the room shares. */
export const roomPin = (key: string, roomId: RoomId): string => derive(key, 'room-pin', roomId);
/** One a seat: Janus does not bind a token to an id, the proxy does. */
export const seatToken = (key: string, roomId: RoomId, opaqueId: OpaqueId): string => derive(key, 'seat', roomId, opaqueId);
/** In the list of every room, so that the list is never empty: an empty one lets everybody in. */
export const nobodysToken = (key: string, roomId: RoomId): string => derive(key, 'nobody', roomId);
