/** Routes of the court's own pages. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '#web/root-route.tsx';

const signIn = createRoute({
  getParentRoute: () => rootRoute, path: '/staff/sign-in', component: lazyRouteComponent(() => import('#web/staff/StaffSignInPage.tsx'), 'StaffSignInPage'),
  validateSearch: (search: Record<string, unknown>): { back?: string } => (typeof search['back'] === 'string' ? { back: search['back'] } : {}),
});

export const staffRoutes = [signIn] as const;
