/** Headers that keep the page to itself, and the check that a state-changing call comes from it. */
import type { Express } from 'express';
import { sendProblem, forbidden } from '#api/problem.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** @param origins of the court's own pages, for example "https://court.example". */
export function setUpSecurity(app: Express, origins: readonly string[]): void {
  const sockets = origins.map((origin) => origin.replace(/^http/, 'ws')).join(' ');
  const policy = [
    "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "media-src 'self' blob:",
    "font-src 'self' data:", `connect-src 'self' ${sockets}`, "worker-src 'self' blob:", "frame-src 'self' blob:", "object-src 'none'",
    "base-uri 'self'", "form-action 'self'", "frame-ancestors 'self'",
  ].join('; ');
  const overTls = origins[0]?.startsWith('https:') ?? false;
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    response.set({
      'content-security-policy': policy,
      'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), geolocation=(), payment=(), usb=()',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      ...(overTls ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    });
    if (!reading.has(request.method) && !comesFromUs(request.get('origin'), request.get('cookie'), origins)) {
      sendProblem(response, forbidden({ zh: '请求来源不被接受，请从本院网站操作。', en: 'The request comes from another site: use the pages of this court.' }));
      return;
    }
    next();
  });
}

/** A browser names the origin of every state-changing call. Without a cookie there is nothing that another site could use. */
function comesFromUs(origin: string | undefined, cookie: string | undefined, origins: readonly string[]): boolean {
  if (origin !== undefined) return origins.includes(origin);
  return cookie === undefined;
}
