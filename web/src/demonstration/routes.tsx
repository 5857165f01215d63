/** Pages that exist in the demonstration court alone. Plain, so that a phone can show them too. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '#web/root-route.tsx';

export const demonstrationRoutes = [
  createRoute({
    getParentRoute: () => rootRoute, path: '/demonstration/outbox', component: lazyRouteComponent(() => import('#web/demonstration/OutboxPage.tsx'), 'OutboxPage'),
    validateSearch: (search: Record<string, unknown>): { phone?: string } => (typeof search['phone'] === 'string' ? { phone: search['phone'] } : {}),
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/demonstration/clock', component: lazyRouteComponent(() => import('#web/demonstration/ClockPage.tsx'), 'ClockPage') }),
] as const;
