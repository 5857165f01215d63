import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { queries } from '#web/api/queries.ts';

/** What the browser's tab, its history and a screen reader call the page. */
export function usePageTitle(title: string): void {
  const { data: court } = useQuery(queries.court());
  useEffect(() => { document.title = court ? `${title} · ${court.name}` : title; }, [title, court]);
}
