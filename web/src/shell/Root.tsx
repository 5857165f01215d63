/** What every page has around it: the demonstration's banner, the state of the connection, commands on their way. */
import { Outlet } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { startLive } from '#web/api/live.ts';
import { queries } from '#web/api/queries.ts';
import { ConnectionNote } from '#web/shell/ConnectionNote.tsx';
import { DemonstrationBanner } from '#web/shell/DemonstrationBanner.tsx';
import { PendingNote } from '#web/shell/PendingNote.tsx';

export function Root() {
  const queryClient = useQueryClient();
  const { data: me } = useQuery(queries.me());
  const personId = me?.personId;
  // Live changes for whoever is signed in: who sees what changes with the person.
  useEffect(() => (personId ? startLive(queryClient) : undefined), [personId, queryClient]);
  return (
    <>
      <DemonstrationBanner />
      <Outlet />
      {personId && <ConnectionNote />}
      {personId && <PendingNote />}
    </>
  );
}
