/** Routes of the area `room` (paths.ts). */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '#web/root-route.tsx';

const roomPage = lazyRouteComponent(() => import('#web/room/RoomPage.tsx'), 'RoomPage');

export const roomRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/room/$hearingId', component: roomPage }),
  // The address that notices and other systems of the court give.
  createRoute({ getParentRoute: () => rootRoute, path: '/hearings/$hearingId', component: roomPage }),
] as const;
