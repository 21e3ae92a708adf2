import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Span } from '@opentelemetry/api';
import type { Tracing } from '../tracing.ts';
import { callerOf, operationOfRequest, QUIET, STREAM } from './requestLog.ts';

/** OpenTelemetry's word for what went wrong (`SpanStatusCode.ERROR`). */
const ERROR = 2;

/**
 * A span for each request, named by its operation. SECURITY: as in the log, no address, no path, no body, no header and no person:
 * who keeps traces may be somebody else.
 */
export function registerTraces(app: FastifyInstance, tracing: Tracing): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  app.addHook('onRequest', async (request) => {
    spans.set(request, tracing.begin(callerOf(request.raw), request.method));
  });
  const end = (request: FastifyRequest, status: number | null) => {
    const span = spans.get(request);
    const operation = operationOfRequest(request);
    spans.delete(request);
    // Asked every few seconds, or open for hours.
    if (!span || QUIET.has(operation) || operation === STREAM) return;
    span.updateName(operation);
    span.setAttributes({
      'http.request.method': request.method,
      'gatehouse.operation': operation,
      'gatehouse.request_id': request.id,
      ...(status === null ? {} : { 'http.response.status_code': status }),
    });
    if (status === null || status >= 500) span.setStatus({ code: ERROR });
    span.end();
  };
  app.addHook('onResponse', async (request, reply) => end(request, reply.statusCode));
  app.addHook('onRequestAbort', async (request) => end(request, null));
}
