/** How long and how often each activity is tried before its step parks (support/steps.ts). */
import { proxyActivities } from '@temporalio/workflow';
import type { CourtActivities } from '#activities/court-activities.ts';
import { maximumAttempts } from './steps.ts';

/** Refusals by rule and effects that may have happened are never simply tried again. */
const nonRetryableErrorTypes = ['Refused', 'Ambiguous', 'InvalidInput'];
const retry = { maximumAttempts, initialInterval: '500 milliseconds', backoffCoefficient: 3, maximumInterval: '10 seconds', nonRetryableErrorTypes };

/** Short effects: a transaction or a message. */
export const court = proxyActivities<CourtActivities>({ startToCloseTimeout: '20 seconds', retry });

/** Long effects give signs of life (activities/while-alive.ts): when they cease, the process has died, and another begins anew. */
export const heartbeatTimeout = '15 seconds';

/** Documents: WeasyPrint and pyHanko take seconds. */
export const documents = proxyActivities<Pick<CourtActivities, 'issueAcceptance' | 'issueNotices' | 'makeLivestreamForm' | 'makeSessionDocument' | 'makeServiceReceipt' | 'issueRuling'>>({ startToCloseTimeout: '2 minutes', heartbeatTimeout, retry });

/** The whole archive, its disc image included; what is filed behind it. */
export const archive = proxyActivities<Pick<CourtActivities, 'sealArchive' | 'supplementArchive'>>({ startToCloseTimeout: '30 minutes', heartbeatTimeout, retry });
