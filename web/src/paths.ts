/**
 * Addresses that several areas link to. Each area registers its own routes:
 *
 *   party/routes.tsx    `/` (public front), `/file`, `/my…`: filing, the people's own cases and tasks, on phones too
 *   room/routes.tsx     `/room/$hearingId`: the hearing room, for participants and the court alike
 *   signing/routes.tsx  `/sign/$taskId`: reading and signing a transcript; the QR code of the clerk leads here
 *   staff/routes.tsx    `/desk…`: the court's own pages; `/staff/sign-in`
 *   demonstration/routes.tsx  `/demonstration/…`: SMS outbox and clock of the demonstration court
 */
export const roomPath = (hearingId: string): string => `/room/${hearingId}`;
export const signingPath = (taskId: string): string => `/sign/${taskId}`;
export const partySignInPath = '/sign-in';
export const staffSignInPath = '/staff/sign-in';
export const deskPath = '/desk';
/** Leads to the first page of one's day. */
export const deskStartPath = '/desk/start';
export const outboxPath = '/demonstration/outbox';
export const clockPath = '/demonstration/clock';
/** A stored file, shown or saved by the browser. */
export const filePath = (fileId: string): string => `/api/files/${fileId}`;
/** The same, to be saved; the record says so (G10). */
export const downloadPath = (fileId: string): string => `/api/files/${fileId}?download=1`;
