/** Routes of the area `signing` (paths.ts). */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '#web/root-route.tsx';

export const signingRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/sign/$taskId', component: lazyRouteComponent(() => import('#web/signing/SigningPage.tsx'), 'SigningPage') }),
] as const;
