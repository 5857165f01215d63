/** Who asks, for every call under `/api` and `/media` that is answered below. */
import type { Express, Request, Response } from 'express';
import type { CurrentUser } from '#api/context.ts';
import { unauthenticated } from '#api/errors.ts';
import type { AskWho } from '#api/sign-in/current-user.ts';

export function setUpSessions(app: Express, askWho: AskWho): void {
  app.use(['/api', '/media'], (request, response, next) => {
    askWho(request.headers).then(({ user, cookies }) => {
      for (const cookie of cookies) response.append('set-cookie', cookie);
      response.locals['user'] = user;
      next();
    }, next);
  });
}

export const userOf = (response: Response): CurrentUser | null => (response.locals['user'] as CurrentUser | null | undefined) ?? null;

/** @throws UNAUTHENTICATED */
export function signedInUser(response: Response): CurrentUser {
  const user = userOf(response);
  if (!user) throw unauthenticated();
  return user;
}

/** A handler whose errors go to the last one. */
export const answering = (handle: (request: Request, response: Response) => Promise<void> | void) =>
  (request: Request, response: Response, next: (error: unknown) => void): void => {
    Promise.resolve().then(() => handle(request, response)).catch(next);
  };
