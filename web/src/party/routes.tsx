/** Routes of the public front and of the people's own pages. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '#web/root-route.tsx';

export const partyRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: lazyRouteComponent(() => import('#web/party/FrontPage.tsx'), 'FrontPage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/sign-in', component: lazyRouteComponent(() => import('#web/party/sign-in/PhoneSignInPage.tsx'), 'PhoneSignInPage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/file', component: lazyRouteComponent(() => import('#web/party/filing/FilingPage.tsx'), 'FilingPage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/file/submitted/$caseId', component: lazyRouteComponent(() => import('#web/party/filing/FiledPage.tsx'), 'FiledPage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/my', component: lazyRouteComponent(() => import('#web/party/cases/MyCasesPage.tsx'), 'MyCasesPage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/my/verification', component: lazyRouteComponent(() => import('#web/party/identity/VerificationPage.tsx'), 'VerificationPage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/my/cases/$caseId', component: lazyRouteComponent(() => import('#web/party/cases/MyCasePage.tsx'), 'MyCasePage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/my/cases/$caseId/recordings', component: lazyRouteComponent(() => import('#web/party/recordings/MyRecordingsPage.tsx'), 'MyRecordingsPage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/my/cases/$caseId/device-test', component: lazyRouteComponent(() => import('#web/party/tasks/DeviceTestPage.tsx'), 'DeviceTestPage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/my/cases/$caseId/evidence', component: lazyRouteComponent(() => import('#web/party/evidence/MyEvidencePage.tsx'), 'MyEvidencePage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/my/cases/$caseId/people', component: lazyRouteComponent(() => import('#web/party/people/MyPeoplePage.tsx'), 'MyPeoplePage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/my/cases/$caseId/unavailable', component: lazyRouteComponent(() => import('#web/party/cases/UnavailablePage.tsx'), 'UnavailablePage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/my/cases/$caseId/tell', component: lazyRouteComponent(() => import('#web/party/cases/TellPage.tsx'), 'TellPage') }),
  createRoute({ getParentRoute: () => rootRoute, path: '/my/tasks/$taskId', component: lazyRouteComponent(() => import('#web/party/tasks/MyTaskPage.tsx'), 'MyTaskPage') }),
  // The short address in the SMS of a notice.
  createRoute({ getParentRoute: () => rootRoute, path: '/m/$meetingNumber', component: lazyRouteComponent(() => import('#web/party/cases/MeetingLinkPage.tsx'), 'MeetingLinkPage') }),
] as const;
