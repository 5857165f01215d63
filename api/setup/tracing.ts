/**
 * Traces and metrics of requests. A browser names its click in `traceparent` and reports its own span afterwards, because
 * it never reaches the collector. Where nobody traces, `/api/traces` does not exist and pages send nothing.
 */
import type { Express, Request } from 'express';
import express from 'express';
import { Histogram, type Registry } from 'prom-client';
import { z } from 'zod';
import { beginSpan, contextOf, keepReportedSpan, SpanKind, tracing } from '#adapters/tracing/tracing.ts';
import { tracesHeader } from '#api/contract/traces.ts';
import { notFound } from '#api/errors.ts';
import { answering, signedInUser } from '#api/setup/sessions.ts';

const named = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4,}/gi;
/** The path without what it names, so that neither a metric nor a span counts cases. */
export const nameOf = ({ method, originalUrl }: Pick<Request, 'method' | 'originalUrl'>): string => {
  const path = (originalUrl.split('?')[0] ?? '').replace(named, ':id');
  return `${method} ${/^\/(api|media)\/[\w/:.-]{1,100}$/.test(path) ? path : '/'}`;
};

/** Before everything else that answers. */
export function setUpObservation(app: Express, registry: Registry): void {
  const durations = new Histogram({ name: 'kaiting_request_seconds', help: 'Duration of a request', labelNames: ['operation', 'status'], buckets: [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30], registers: [registry] });
  app.use((request, response, next) => {
    const name = nameOf(request);
    const end = durations.startTimer();
    // An unknown path has no line of its own: anybody could make as many as they like.
    response.once('finish', () => end({ operation: response.statusCode === 404 ? 'not found' : name, status: String(response.statusCode) }));
    if (!tracing() || !request.path.startsWith('/api/') || request.path === '/api/live') return next();
    response.setHeader(tracesHeader, '1');
    const traceparent = request.get('traceparent');
    if (traceparent === undefined) return next();
    beginSpan(name, SpanKind.SERVER, contextOf(traceparent), { 'kaiting.part': 'api' }, (span) => {
      response.once('close', () => { span.setAttribute('http.response.status_code', response.statusCode); span.end(); });
      next();
    });
  });
}

const reported = z.strictObject({
  traceId: z.string().regex(/^[0-9a-f]{32}$/), spanId: z.string().regex(/^[0-9a-f]{16}$/), name: z.string().regex(/^[A-Z]{3,7} \/api\/[\w/:.-]{1,100}$/),
  beganAt: z.number().positive(), endedAt: z.number().positive(), status: z.number().int().min(0).max(599),
});

/** Behind the sessions. */
export function setUpTraces(app: Express): void {
  app.post('/api/traces', express.json({ limit: '2kb' }), answering(async (request, response) => {
    if (!tracing()) throw notFound();
    signedInUser(response);
    const span = reported.safeParse(request.body);
    if (!span.success || span.data.name.replace(named, ':id') !== span.data.name) throw notFound();
    keepReportedSpan(span.data);
    response.status(204).end();
  }));
}
