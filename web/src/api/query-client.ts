/**
 * What the pages have read. Live changes invalidate it (`live.ts`), so nothing grows stale by time alone; a read that
 * the network cut is tried again, one that the API answered is not.
 */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { asProblem, mayRetry } from '#web/api/errors.ts';
import { noteSessionExpired } from '#web/session/session-expired.ts';

const noticeExpiry = (error: unknown): void => {
  if (asProblem(error).code === 'UNAUTHENTICATED') noteSessionExpired();
};

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeExpiry }),
  mutationCache: new MutationCache({ onError: noticeExpiry }),
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      retry: (failures, error) => mayRetry(asProblem(error)) && failures < 4,
      retryDelay: (failures) => Math.min(500 * 2 ** failures, 8_000),
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
