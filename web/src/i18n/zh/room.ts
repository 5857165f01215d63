/** Words of the area `room`. */
export const room = {
} as const;
