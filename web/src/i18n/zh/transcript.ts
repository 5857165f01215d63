/** Words of the area `transcript`. */
export const transcript = {
} as const;
