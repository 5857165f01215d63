import type { ReactNode } from 'react';
import { Navigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { asProblem } from '#web/api/errors.ts';
import { queries } from '#web/api/queries.ts';
import type { Me } from '#api/contract/people.ts';
import { NotYet } from '#web/party/parts/NotYet.tsx';
import { verificationHref } from '#web/party/party-paths.ts';
import { signInHref } from '#web/party/sign-in/sign-in-href.ts';

interface SignedInProps {
  title: string;
  /** G3: filing and attending ask for real-name verification first. */
  verified?: boolean;
  children: (me: Me) => ReactNode;
}

/** Shows what is for somebody who is signed in; others are led to the sign-in and back. Once shown it stays: what is typed outlives the session. */
export function SignedIn({ title, verified = true, children }: SignedInProps) {
  const me = useQuery(queries.me());
  if (me.data) {
    if (verified && !me.data.staff && !me.data.verified) return <Navigate to={verificationHref(window.location.pathname)} replace />;
    return children(me.data);
  }
  if (me.error && asProblem(me.error).code === 'UNAUTHENTICATED') return <Navigate to={signInHref()} replace />;
  return <NotYet title={title} error={me.error} />;
}
