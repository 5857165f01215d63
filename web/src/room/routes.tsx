/** Routes of the area `room` (paths.ts). */
export const roomRoutes = [] as const;
