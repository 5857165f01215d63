/** The eight kinds of session of G1. */
import type { SessionKind } from '#domain/case/types.ts';
import { custodyQuestioning } from './custody-questioning.ts';
import { evidenceExchange } from './evidence-exchange.ts';
import { inquiry } from './inquiry.ts';
import { mediation } from './mediation.ts';
import { pronouncement } from './pronouncement.ts';
import { publicHearing } from './public-hearing.ts';
import { service } from './service.ts';
import { trial } from './trial.ts';
import type { Session } from './session.ts';

export const sessions: Record<SessionKind, Session> = {
  inquiry, custodyQuestioning, publicHearing, mediation, evidenceExchange, trial, pronouncement, service,
};
