/**
 * What an operation has at hand. `Services` live as long as the process; `ApiContext` is one request's.
 */
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Db, Sql } from '#db/connect.ts';
import type { Environment } from '#adapters/config/environment.ts';
import type { IdentityRegister } from '#adapters/identity/identity-register.ts';
import type { SmsGateway } from '#adapters/sms/sms-gateway.ts';
import type { Storage } from '#adapters/storage/storage.ts';
import type { Commands } from '#api/commands.ts';
import type { CourtRecord } from '#api/record.ts';
import type { HealthWatch } from '#api/operations/health/watch.ts';
import type { SigningCodes } from '#api/signing-codes.ts';
import type { LiveEvent } from '#api/contract/live-event.ts';
import type { CaseId, PersonId } from '#domain/case/ids.ts';
import type { StaffRole } from '#domain/people/roles.ts';

export type ApiEnvironment = Environment<'database' | 'temporal' | 'web' | 'media' | 'outside' | 'record'>;

/** The person who is signed in. */
export interface CurrentUser {
  personId: PersonId;
  name: string;
  staff: boolean;
  roles: StaffRole[];
  /** Real-name verification (G3), or the court's own staff. */
  verified: boolean;
  phone: string | null;
  /** The account and its session, for the sign-in alone. */
  accountId: string;
  sessionId: string;
}

export interface Services {
  environment: ApiEnvironment;
  /** drizzle on a pool of its own. */
  db: Db;
  /** Raw SQL on a pool of its own. */
  sql: Sql;
  /** For the work queue's page alone: statements that are planned once (db/connect.ts). */
  queueSql: Sql;
  temporal: Client;
  identity: IdentityRegister;
  sms: SmsGateway;
  storage: Storage;
  /** The way of a write to Temporal (`api/commands.ts`). */
  commands: Commands;
  signingCodes: SigningCodes;
  /** The court's record of itself: histories, anchors, seals (`api/record.ts`). */
  record: CourtRecord;
  /** The health of the court's machinery, for operations. */
  health: HealthWatch;
  /** The court's keyed hash over what it keeps in its own database (adapters/seal/record-key.ts); absent in tests: nothing is sealed. */
  seal?: (text: string) => string;
  /** The court's time: the real one, moved forward in the demonstration court alone. */
  courtNow(): Promise<{ now: Date; offsetMs: number }>;
  /** Tells every browser of a change that no journal entry tells (a claim, a transcript line, the clock). */
  publish(event: LiveEvent): Promise<void>;
  log: Logger;
}

/**
 * The attempt that this request is, kept in `refused_attempts` when it is refused (`api/operations-mount.ts` does that
 * for every operation). An operation that knows its case writes it here before it decides.
 */
export interface Attempt {
  caseId: CaseId | null;
  subject: string | null;
  /** The other system of the court that tries it, as the record calls it; "unknown" where its credential is wrong. */
  system?: string;
}

export interface ApiContext extends Services {
  user: CurrentUser | null;
  /** The Idempotency-Key header, if there is one. */
  idempotencyKey: string | undefined;
  attempt: Attempt;
  /** What another system of the court sends in the place of a session (`Authorization: Bearer ...`). */
  credential?: string;
}

/** The context of an operation for people who are signed in. */
export type SignedInContext = ApiContext & { user: CurrentUser };

/** `knows`: may know that anything happens in the case. `tasks`: those that they may see; who takes work of a role hears of it without having to do with the case. */
export interface Audible { knows: boolean; tasks: readonly string[] }

/** What the streams (files, live changes) ask the policy. `api/operations/access.ts` answers. */
export interface Access {
  /** May the person know that anything happens in the case? */
  mayKnowOf(user: CurrentUser, caseId: CaseId): Promise<boolean>;
  /** As what the person may look at the case (domain/access/looks.ts). */
  allowedAs(user: CurrentUser, caseId: CaseId): Promise<string>;
  /** What each of these people may hear of in the case, in their order; asked of the database for all of them at once. */
  audible(users: readonly CurrentUser[], caseId: CaseId, taskIds: readonly string[]): Promise<Audible[]>;
  mayReadFile(user: CurrentUser, file: { id: string; purpose: string; caseId: CaseId | null; uploadedBy: PersonId | null }): Promise<boolean>;
}
export type CreateAccess = (services: Pick<Services, 'db' | 'sql'>) => Access;
