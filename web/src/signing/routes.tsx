/** Routes of the area `signing` (paths.ts). */
export const signingRoutes = [] as const;
