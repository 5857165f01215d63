/**
 * The contract of the API. From it come the OpenAPI 3.1 document, the server's validation and the browser's typed
 * client. Outside it, because they stream: uploads (`POST /api/files`, multipart `file` + `purpose` [+ `caseId`],
 * answers {fileId, name, bytes, mediaType, sha256}), downloads (`GET /api/files/{fileId}`), live changes (`GET /api/live`,
 * server-sent events of `LiveEvent`), page reports of the room (`POST /api/media/beacon`) and the socket to Janus
 * (`/media/janus?hearing=…`).
 */
import { audit } from '#api/contract/audit.ts';
import { availability } from '#api/contract/availability.ts';
import { calendar } from '#api/contract/calendar.ts';
import { casePeople } from '#api/contract/case-people.ts';
import { cases } from '#api/contract/cases.ts';
import { desk } from '#api/contract/desk.ts';
import { evidence } from '#api/contract/evidence.ts';
import { health } from '#api/contract/health.ts';
import { hearings } from '#api/contract/hearings.ts';
import { livestreams } from '#api/contract/livestreams.ts';
import { people } from '#api/contract/people.ts';
import { queue } from '#api/contract/queue.ts';
import { recordings } from '#api/contract/recordings.ts';
import { repairs } from '#api/contract/repairs.ts';
import { resets } from '#api/contract/resets.ts';
import { demonstration, supervision } from '#api/contract/supervision.ts';
import { statistics } from '#api/contract/statistics.ts';
import { systems } from '#api/contract/systems.ts';
import { tasks } from '#api/contract/tasks.ts';

export const contract = { audit, availability, calendar, casePeople, cases, demonstration, desk, evidence, health, hearings, livestreams, people, queue, recordings, repairs, resets, statistics, supervision, systems, tasks };
