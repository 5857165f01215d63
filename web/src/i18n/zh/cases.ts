/** Words of the area `cases`. */
export const cases = {
} as const;
