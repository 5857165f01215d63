/** What the media host's activities act through; the media host puts it together, tests put together their own. */
import type { RoomKeeper } from '#adapters/media/room-keeper.ts';
import type { ComposeSettings } from '#adapters/media/recordings/compose.ts';
import type { Storage } from '#adapters/storage/storage.ts';
import type { Sql } from '#db/connect.ts';

export interface MediaPorts {
  sql: Sql;
  rooms: RoomKeeper;
  storage: Storage;
  /** Programs and font for composing. */
  compose: ComposeSettings;
  /** JANUS_ADMIN_KEY: the rooms' secrets are made from it. */
  adminKey: string;
  mediaHost: string;
}
