/** The root of all routes. Light: whatever stands here is loaded by every phone page. */
import { createRootRoute } from '@tanstack/react-router';
import { NotFoundPage } from '#web/shell/NotFoundPage.tsx';
import { PageFailure } from '#web/shell/PageFailure.tsx';
import { Root } from '#web/shell/Root.tsx';

export const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFoundPage, errorComponent: PageFailure });
