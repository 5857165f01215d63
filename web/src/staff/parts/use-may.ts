import { useQuery } from '@tanstack/react-query';
import type { StaffRole } from '#domain/people/roles.ts';
import { queries } from '#web/api/queries.ts';

/** What the person's roles open; what a page may really show is decided by the API. */
export function useMay(): { supervise: boolean; operate: boolean } {
  const { data: me } = useQuery(queries.me());
  const has = (...roles: StaffRole[]) => roles.some((role) => me?.roles.includes(role));
  return { supervise: has('manager', 'trialManagementOffice'), operate: has('operations') };
}
