/** Who is signed in: the session of the request's cookie, the person of the account, their roles. */
import { fromNodeHeaders } from 'better-auth/node';
import type { IncomingHttpHeaders } from 'node:http';
import type { Sql } from '#db/connect.ts';
import type { Mode } from '#adapters/config/environment.ts';
import type { CurrentUser } from '#api/context.ts';
import type { Auth } from '#api/sign-in/auth.ts';
import { staffRoles, type StaffRole } from '#domain/people/roles.ts';

interface PersonRow {
  id: string;
  kind: 'natural' | 'staff';
  name: string;
  phone: string | null;
  verified: boolean;
  second_factor: boolean;
  active: boolean | null;
  roles: string[];
}

export interface WhoAsks {
  user: CurrentUser | null;
  /** `set-cookie` headers to send along: a session in use is prolonged. */
  cookies: string[];
}

const isStaffRole = (role: string): role is StaffRole => (staffRoles as readonly string[]).includes(role);

export const createWhoAsks = (auth: Auth, sql: Sql, mode: Mode) => async (headers: IncomingHttpHeaders): Promise<WhoAsks> => {
  // Without a cookie there is nothing to look up.
  if (!headers.cookie?.includes('kaiting.session_token')) return { user: null, cookies: [] };
  const { headers: answered, response: session } = await auth.api.getSession({ headers: fromNodeHeaders(headers), returnHeaders: true }).catch(async (error: unknown) => {
    // better-auth hides what happened: when the database is away, this says so.
    await sql`select 1`;
    throw error;
  });
  const cookies = answered.getSetCookie();
  if (!session) return { user: null, cookies };
  const [person] = await sql<PersonRow[]>`
    select p.id, p.kind, p.name, p.phone, p.verified_at is not null as verified, coalesce(u.two_factor_enabled, false) as second_factor,
      s.active, coalesce((select array_agg(r.role) from staff_roles r where r.person_id = p.id), '{}') as roles
    from auth_users u join persons p on p.id = u.person_id left join staff s on s.person_id = p.id
    where u.id = ${session.user.id}`;
  if (!person) return { user: null, cookies };
  const staff = person.kind === 'staff';
  // Somebody who left the court is nobody here, from this moment on.
  if (staff && person.active !== true) return { user: null, cookies };
  // In production staff without a second factor may set one up, and nothing else.
  const full = mode === 'demonstration' || person.second_factor;
  return {
    user: {
      personId: person.id, name: person.name, staff, phone: person.phone,
      roles: staff && full ? person.roles.filter(isStaffRole) : [],
      verified: staff ? full : person.verified,
      accountId: session.user.id, sessionId: session.session.id,
    },
    cookies,
  };
};
export type AskWho = ReturnType<typeof createWhoAsks>;

/** Does the session still exist? For connections that stay open. */
export async function sessionLives(sql: Sql, sessionId: string): Promise<boolean> {
  return (await sql`select 1 from auth_sessions where id = ${sessionId} and expires_at > now()`).length > 0;
}
