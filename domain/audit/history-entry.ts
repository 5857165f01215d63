/** The sources that one history of a case is merged of. */
export const historySources = ['journal', 'commands', 'refusals', 'claims', 'messages', 'media', 'looks', 'workflow'] as const;
export type HistorySourceName = (typeof historySources)[number];
