/** The media host's activities, on its own task queue: what must happen on that machine does. */
import { proxyActivities } from '@temporalio/workflow';
import { mediaTaskQueue } from '#domain/case/ids.ts';
import type { MediaActivities } from '#activities/media-activities.ts';
import { heartbeatTimeout } from '../support/activities.ts';
import { maximumAttempts } from '../support/steps.ts';

export interface MediaSteps {
  room: MediaActivities;
  /** What takes as long as the recording is. */
  composing: Pick<MediaActivities, 'composeRecording' | 'markRecording' | 'extractRecording'>;
}

export function mediaActivities(mediaHost: string): MediaSteps {
  const taskQueue = mediaTaskQueue(mediaHost);
  const retry = { maximumAttempts: maximumAttempts * 3, initialInterval: '500 milliseconds', backoffCoefficient: 1.5, maximumInterval: '5 seconds', nonRetryableErrorTypes: ['Refused', 'InvalidInput'] };
  return {
    room: proxyActivities<MediaActivities>({ taskQueue, startToCloseTimeout: '20 seconds', retry }),
    composing: proxyActivities<MediaSteps['composing']>({ taskQueue, startToCloseTimeout: '2 hours', heartbeatTimeout, retry }),
  };
}
