/** All routes; each area brings its own (paths.ts says which lie where). Pages are loaded when they are first opened. */
import { createRouter } from '@tanstack/react-router';
import { demonstrationRoutes } from '#web/demonstration/routes.tsx';
import { partyRoutes } from '#web/party/routes.tsx';
import { roomRoutes } from '#web/room/routes.tsx';
import { rootRoute } from '#web/root-route.tsx';
import { signingRoutes } from '#web/signing/routes.tsx';
import { staffRoutes } from '#web/staff/routes.tsx';

export const router = createRouter({
  routeTree: rootRoute.addChildren([...partyRoutes, ...roomRoutes, ...signingRoutes, ...staffRoutes, ...demonstrationRoutes]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
