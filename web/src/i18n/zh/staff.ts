/** Words of the area `staff`. */
export const staff = {
} as const;
