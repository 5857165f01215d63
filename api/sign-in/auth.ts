/**
 * Signing in, by better-auth: staff by name and password (and second factor, or the court's OpenID provider), parties by
 * a code on their phone. Sessions live in PostgreSQL; the cookie is a signed token and nothing else.
 *
 * If the process dies here: sessions and accounts are in the database; a person made for a phone (`personForPhone`) is
 * found again at the next sign-in.
 */
import { randomUUID } from 'node:crypto';
import { APIError, betterAuth } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { genericOAuth, phoneNumber, twoFactor, username } from 'better-auth/plugins';
import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { authAccounts, authRateLimits, authSessions, authTwoFactors, authUsers, authVerifications } from '#db/schema/auth.ts';
import { persons } from '#db/schema/people.ts';
import type { Environment } from '#adapters/config/environment.ts';
import type { SmsGateway } from '#adapters/sms/sms-gateway.ts';
import type { Attempts } from '#api/sign-in/attempts.ts';
import { codeRefusal } from '#api/sign-in/code-refusals.ts';
import type { CodeCheck, OneTimeCodes } from '#api/sign-in/one-time-codes.ts';

export interface AuthSettings {
  environment: Environment<'web'>;
  db: Db;
  codes: OneTimeCodes;
  sms: SmsGateway;
  attempts: Attempts;
  origins: readonly string[];
}

/** The header that our server writes the client's address into, over whatever the client sent. */
export const clientAddressHeader = 'x-kaiting-client-address';

/** Only these are reached from outside; everything else of better-auth is shut. `*`: what follows is free. */
export const authPaths = (environment: Environment<'web'>): readonly string[] => [
  '/sign-in/username', '/phone-number/send-otp', '/phone-number/verify', '/get-session', '/sign-out',
  ...(environment.court.mode === 'production' ? ['/change-password', '/two-factor/*'] : []),
  ...(environment.web.openIdDiscoveryUrl ? ['/sign-in/oauth2', '/oauth2/callback/*'] : []),
];

const isMobileNumber = (text: string) => /^1[3-9]\d{9}$/.test(text);

/** In better-auth's words, which the pages know; what exactly it was stands in the message. */
const codeErrors: Record<Exclude<CodeCheck, 'right'>, string> = {
  wrong: 'INVALID_OTP', used: 'OTP_NOT_FOUND', none: 'OTP_NOT_FOUND', expired: 'OTP_EXPIRED', tooManyTries: 'TOO_MANY_ATTEMPTS',
};

export function createAuth({ environment, db, codes, sms, attempts, origins }: AuthSettings) {
  const { court, web } = environment;
  const production = court.mode === 'production';
  const subject = (phone: string) => `sign-in:${phone}`;

  const sendCode = async (phone: string) => {
    const issued = await codes.issue(subject(phone));
    if (!issued) throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_ATTEMPTS', message: 'Too many codes were asked for' });
    await sms.send({ key: `sign-in-code:${issued.id}`, phone, text: `【互联网法庭】您的登录验证码为${issued.code}，5分钟内有效。请勿告知他人。` });
  };

  const spendCode = async (phone: string, code: string) => {
    const check = await codes.check(subject(phone), code.trim());
    if (check === 'right') return true;
    throw new APIError('BAD_REQUEST', { code: codeErrors[check], message: codeRefusal(check).message.en, messages: codeRefusal(check).message, reason: codeRefusal(check).code });
  };

  /** Somebody who signs in with a phone is a person, though unverified and without a name yet (G3). */
  const personForPhone = async (phone: string, accountId: string) => {
    const id = randomUUID();
    await db.transaction(async (tx) => {
      const taken = await tx.update(authUsers).set({ personId: null }).where(and(eq(authUsers.id, accountId), isNull(authUsers.personId))).returning({ id: authUsers.id });
      if (taken.length === 0) return;
      await tx.insert(persons).values({ id, kind: 'natural', name: '', phone });
      await tx.update(authUsers).set({ personId: id }).where(eq(authUsers.id, accountId));
    });
  };

  return betterAuth({
    appName: 'Kaiting',
    baseURL: web.baseUrl,
    basePath: '/api/auth',
    secret: web.sessionSecret,
    trustedOrigins: [...origins],
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user: authUsers, session: authSessions, account: authAccounts, verification: authVerifications, twoFactor: authTwoFactors, rateLimit: authRateLimits },
    }),
    user: { additionalFields: { personId: { type: 'string', required: false, input: false, returned: false } } },
    session: { expiresIn: 12 * 3600, updateAge: 15 * 60, cookieCache: { enabled: false } },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    account: { accountLinking: { enabled: true, trustedProviders: ['court'] } },
    rateLimit: {
      enabled: true, storage: 'database', window: 60, max: 300,
      customRules: {
        '/sign-in/username': { window: 60, max: production ? 20 : 600 },
        '/phone-number/send-otp': { window: 60, max: production ? 10 : 600 },
        '/phone-number/verify': { window: 60, max: production ? 30 : 600 },
        '/get-session': false,
      },
    },
    advanced: {
      cookiePrefix: 'kaiting',
      useSecureCookies: web.baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      database: { generateId: () => randomUUID() },
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        const said = (context.body ?? {}) as Record<string, unknown>;
        // An account keeps the number that it was made for: another number is another account.
        if (context.path === '/phone-number/verify' && Object.keys(said).some((name) => name !== 'phoneNumber' && name !== 'code')) {
          throw new APIError('BAD_REQUEST', { code: 'UNKNOWN_FIELD', message: 'Only phoneNumber and code are taken' });
        }
        if (context.path !== '/sign-in/username') return;
        const name = said['username'];
        // Whoever guesses at one name from many addresses is stopped too.
        if (typeof name === 'string' && !(await attempts(`sign-in-name:${name.toLowerCase().slice(0, 60)}`, production ? 20 : 600))) {
          throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_ATTEMPTS', message: 'Too many attempts' });
        }
      }),
    },
    databaseHooks: {
      // better-auth keeps a code of its own in clear; ours are in `one_time_codes`, hashed, so that one opens nothing.
      verification: { create: { before: async (row) => ({ data: row.identifier.startsWith('phone-number-') ? { ...row, value: 'in one_time_codes' } : row }) } },
    },
    plugins: [
      username({ minUsernameLength: 2 }),
      phoneNumber({
        otpLength: 6, expiresIn: 300,
        phoneNumberValidator: isMobileNumber,
        sendOTP: ({ phoneNumber: phone }) => sendCode(phone),
        verifyOTP: ({ phoneNumber: phone, code }) => spendCode(phone, code),
        callbackOnVerification: ({ phoneNumber: phone, user }) => personForPhone(phone, user.id),
        signUpOnVerification: { getTempEmail: () => `${randomUUID()}@phone.invalid`, getTempName: () => '' },
      }),
      ...(production ? [twoFactor({ issuer: 'Kaiting' })] : []),
      ...(web.openIdDiscoveryUrl ? [genericOAuth({
        config: [{
          providerId: 'court', discoveryUrl: web.openIdDiscoveryUrl, clientId: web.openIdClientId ?? '', clientSecret: web.openIdClientSecret ?? '',
          scopes: ['openid', 'profile'], pkce: true,
          // Who is not on the court's staff list has no account here: the provider's name must be a staff user name.
          disableSignUp: true,
          mapProfileToUser: (profile: Record<string, unknown>) => ({ email: staffEmail(String(profile['preferred_username'])), emailVerified: true }),
        }],
      })] : []),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** better-auth finds accounts by e-mail address; these reach nobody. */
export const staffEmail = (staffUsername: string): string => `${staffUsername.toLowerCase()}@staff.invalid`;

/** Is this the password of the account? */
export async function passwordIs(auth: Auth, accountId: string, password: string): Promise<boolean> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const credential = await internalAdapter.findCredentialAccount(accountId);
  return credential?.password != null && passwords.verify({ hash: credential.password, password });
}
