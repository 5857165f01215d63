/** The media host's activities over their ports. They run beside the Janus whose rooms and files they touch. */
import { activityInfo, Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { MediaActivities } from '#activities/media-activities.ts';
import { composeRecording } from '#activities/media/compose-recording.ts';
import type { MediaPorts } from '#activities/media/ports.ts';
import { closeRoom, provisionRoom } from '#activities/media/provision-room.ts';
import { MediaServerError } from '#adapters/media/media-server.ts';

const HEARTBEAT_MS = 10_000;

export function createMediaActivities(ports: MediaPorts): MediaActivities {
  const { rooms } = ports;
  return {
    provisionRoom: (input) => asFailure(provisionRoom(ports, input)),
    startRecording: ({ hearingId }) => asFailure(rooms.setRecording(hearingId, true)),
    setBenchMedia: ({ hearingId, stopped }) => asFailure(rooms.setBenchMedia(hearingId, stopped)),
    closeRoom: ({ hearingId }) => asFailure(closeRoom(ports, hearingId)),
    composeRecording: (input) => asFailure(whileAlive(composeRecording(ports, input))),
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

/** Composing a long hearing takes a while: Temporal hears that it goes on. */
async function whileAlive<T>(work: Promise<T>): Promise<T> {
  const context = Context.current();
  const heart = setInterval(() => context.heartbeat(activityInfo().activityId), HEARTBEAT_MS);
  try {
    return await work;
  } finally {
    clearInterval(heart);
  }
}
