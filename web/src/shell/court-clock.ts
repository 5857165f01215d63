/** The court's clock: the time of day plus what the demonstration court's clock was moved by (0 elsewhere). */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { queries } from '#web/api/queries.ts';

/** @returns now by the court's clock, ISO 8601 in UTC. */
export const courtNow = (offsetMs: number): string => new Date(Date.now() + offsetMs).toISOString();

/** Now by the court's clock; a component that shows it is drawn again every `everyMs` milliseconds. */
export function useCourtNow(everyMs = 30_000): string {
  const { data: court } = useQuery(queries.court());
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => tick((count) => count + 1), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  return courtNow(court?.clock.offsetMs ?? 0);
}
