/** The media host's activities over their ports. They run beside the Janus whose rooms and files they touch. */
import { ApplicationFailure } from '@temporalio/common';
import type { MediaActivities } from '#activities/media-activities.ts';
import { composeRecording } from '#activities/media/compose-recording.ts';
import type { MediaPorts } from '#activities/media/ports.ts';
import { extractRecording } from '#activities/media/extract-recording.ts';
import { markRecording } from '#activities/media/mark-recording.ts';
import { closeRoom, provisionRoom, unseat } from '#activities/media/provision-room.ts';
import { whileAlive } from '#activities/while-alive.ts';
import { MediaServerError } from '#adapters/media/media-server.ts';

export function createMediaActivities(ports: MediaPorts): MediaActivities {
  const { rooms } = ports;
  return {
    provisionRoom: (input) => asFailure(provisionRoom(ports, input)),
    unseat: (input) => asFailure(unseat(ports, input)),
    startRecording: ({ hearingId }) => asFailure(rooms.setRecording(hearingId, true)),
    setBenchMedia: ({ hearingId, stopped }) => asFailure(rooms.setBenchMedia(hearingId, stopped)),
    closeRoom: ({ hearingId }) => asFailure(closeRoom(ports, hearingId)),
    markRecording: (input) => asFailure(whileAlive(() => markRecording(ports, input))),
    extractRecording: (input) => asFailure(whileAlive(() => extractRecording(ports, input))),
    composeRecording: (input) => asFailure(whileAlive(() => composeRecording(ports, input))),
  };
}

/** A mistake of ours does not get better by repetition; a server that is away does. */
async function asFailure<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (!(cause instanceof MediaServerError)) throw cause;
    throw ApplicationFailure.create({
      type: cause.failure === 'invalid' ? 'InvalidInput' : 'MediaServerError', message: cause.message, details: [{ failure: cause.failure, code: cause.code }],
    });
  }
}
