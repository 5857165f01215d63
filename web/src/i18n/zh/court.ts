/** Words of the area `court`. */
export const court = {
} as const;
