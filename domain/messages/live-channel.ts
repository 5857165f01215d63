/** The channel of PostgreSQL's NOTIFY that live changes go through; its payload is a `LiveEvent` (api/contract) as JSON. */
export const liveChannel = 'kaiting_live';
