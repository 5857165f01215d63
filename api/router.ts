/** Every operation of the contract. */
import { anybody } from '#api/operation.ts';
import { audit } from '#api/operations/audit.ts';
import { availability } from '#api/operations/availability.ts';
import { calendar } from '#api/operations/calendar.ts';
import { casePeople } from '#api/operations/case-people.ts';
import { cases } from '#api/operations/cases.ts';
import { demonstration } from '#api/operations/demonstration.ts';
import { desk } from '#api/operations/desk.ts';
import { evidence } from '#api/operations/evidence.ts';
import { health } from '#api/operations/health.ts';
import { hearings } from '#api/operations/hearings.ts';
import { livestreams } from '#api/operations/livestreams.ts';
import { people } from '#api/operations/people.ts';
import { queue } from '#api/operations/queue.ts';
import { recordings } from '#api/operations/recordings.ts';
import { repairs } from '#api/operations/repairs.ts';
import { statistics } from '#api/operations/statistics.ts';
import { resets } from '#api/operations/resets.ts';
import { supervision } from '#api/operations/supervision.ts';
import { systems } from '#api/operations/systems.ts';
import { tasks } from '#api/operations/tasks.ts';

export const router = anybody.router({ audit, availability, calendar, casePeople, cases, demonstration, desk, evidence, health, hearings, livestreams, people, queue, recordings, repairs, resets, statistics, supervision, systems, tasks });
