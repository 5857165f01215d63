/** Routes of the public front and of the people's own pages. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '#web/root-route.tsx';

export const partyRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: lazyRouteComponent(() => import('#web/party/FrontPage.tsx'), 'FrontPage') }),
] as const;
