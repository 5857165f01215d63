/**
 * Traces by OpenTelemetry, from the click in a browser to the activity that it caused. Off unless
 * OTEL_EXPORTER_OTLP_ENDPOINT is set; then spans are sent there in batches. A span has operations, workflow ids and
 * durations, never a person. If the collector is away spans are lost, and nothing else.
 */
import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Attributes, type Context, type Span } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, RandomIdGenerator, type ReadableSpan } from '@opentelemetry/sdk-trace-base';

/** Ids that the next span gets, where another process has chosen them (a browser). */
let given: { traceId: string; spanId: string } | undefined;
const random = new RandomIdGenerator();
const scope = 'kaiting';
let provider: BasicTracerProvider | undefined;

/** @returns how to send what is left and end; nothing happens where no collector is named. */
export function startTracing(process: string, endpoint = globalThis.process.env['OTEL_EXPORTER_OTLP_ENDPOINT']): () => Promise<void> {
  if (!endpoint) return async () => undefined;
  provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `kaiting-${process}`, 'service.namespace': 'kaiting' }),
    idGenerator: { generateTraceId: () => given?.traceId ?? random.generateTraceId(), generateSpanId: () => given?.spanId ?? random.generateSpanId() },
    spanProcessors: [new OwnSpans(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }), { scheduledDelayMillis: 1_000 })],
  });
  trace.setGlobalTracerProvider(provider);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const mine = provider;
  return async () => {
    await mine.shutdown().catch(() => undefined);
    trace.disable();
    context.disable();
    propagation.disable();
    provider = undefined;
  };
}

/** Libraries make spans too (the sign-in's, with what it looks up): what they put into them nobody here has weighed. */
class OwnSpans extends BatchSpanProcessor {
  override onEnd(span: ReadableSpan): void {
    if (span.instrumentationScope.name === scope) super.onEnd(span);
  }
}

export const tracing = (): boolean => provider !== undefined;
const tracer = () => trace.getTracer(scope);

/** What a `traceparent` header names (W3C Trace Context), or the root. */
export function contextOf(traceparent: string | undefined): Context {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number.parseInt(flags ?? '01', 16), isRemote: true });
}

/** The header that names the span that runs now; undefined outside of any. */
export function traceparentNow(): string | undefined {
  const span = trace.getSpanContext(context.active());
  return span ? `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}` : undefined;
}

/** Begins a span; what `run` does belongs to it. `run` ends it, or the caller. */
export function beginSpan<T>(name: string, kind: SpanKind, within: Context, attributes: Attributes, run: (span: Span) => T): T {
  const span = tracer().startSpan(name, { kind, attributes }, within);
  return context.with(trace.setSpan(within, span), () => run(span));
}

/** A span around a piece of work; its failure is noted by kind, never by its message. */
export function inSpan<T>(name: string, kind: SpanKind, within: Context, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  if (!tracing()) return work();
  return beginSpan(name, kind, within, attributes, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'unknown' });
      throw error;
    } finally {
      span.end();
    }
  });
}

export interface ReportedSpan { traceId: string; spanId: string; name: string; beganAt: number; endedAt: number; status: number }

/** A span that a browser has made: it has its ids already, because others hang on them. Milliseconds. */
export function keepReportedSpan({ traceId, spanId, name, beganAt, endedAt, status }: ReportedSpan): void {
  given = { traceId, spanId };
  try {
    const span = tracer().startSpan(name, { kind: SpanKind.CLIENT, root: true, startTime: beganAt, attributes: { 'kaiting.part': 'browser', 'http.response.status_code': status } });
    span.end(endedAt);
  } finally {
    given = undefined;
  }
}

export { SpanKind, context };
