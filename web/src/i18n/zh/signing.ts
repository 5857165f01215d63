/** Words of the area `signing`. */
export const signing = {
} as const;
