import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { Deps } from '../context.ts';
import { rememberedHash } from '../crypto/hash.ts';
import type { Caller } from '../tracing.ts';

const REQUEST_ID_HEADER = 'x-request-id';

/** W3C Trace Context §3.2.2: of a later version what this one knows; all zeros is nobody's. */
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/;

const SAMPLED = 1;

/** Every line that a request causes has its id, and the trace that its caller says it belongs to. */
export const REQUEST_LOGGING = {
  genReqId: () => randomUUID(),
  childLoggerFactory(log, bindings, options, request) {
    const caller = callerOf(request);
    const trace = caller && { traceId: caller.traceId, parentId: caller.parentId };
    return log.child(trace ? { ...bindings, ...trace } : bindings, options);
  },
} satisfies Pick<FastifyServerOptions, 'genReqId' | 'childLoggerFactory'>;

/** The trace that a request says it belongs to (W3C Trace Context §3.2.2); null where it says none, or none that is right. */
export function callerOf({ headers }: IncomingMessage): Caller | null {
  const { traceparent } = headers;
  // Sent twice it is none (§3.2).
  const [, traceId, parentId, flags] =
    (typeof traceparent === 'string' && TRACEPARENT.exec(traceparent)) || [];
  if (traceId === undefined || parentId === undefined || flags === undefined) return null;
  return { traceId, parentId, isSampled: (Number.parseInt(flags, 16) & SAMPLED) === SAMPLED };
}

const people = new WeakMap<FastifyRequest, string>();

/** Whose request it turned out to be. */
export function rememberPerson(request: FastifyRequest, userId: string): void {
  people.set(request, userId);
}

/** Load balancers and monitoring ask every few seconds, and are asked about themselves. */
export const QUIET: ReadonlySet<string> = new Set(['health.live', 'health.ready', 'health.metrics']);
export const STREAM = 'events.stream';
const HASH_LENGTH = 16;

/** What was asked for: the operation, or that it is none. An address may hold what only its reader may know. */
export const operationOfRequest = ({ routeOptions: { schema } }: FastifyRequest): string =>
  schema?.operationId ?? 'none';

/**
 * Gives each answer the id of its request, the log one line for it, and its time to who measures. SECURITY: no address, no body, no header, and of the person
 * a keyed hash, the same for all that they do: who has the log alone can't tell who they are.
 */
export function registerRequestLog(
  app: FastifyInstance,
  { keys, log, measures }: Pick<Deps, 'keys' | 'log' | 'measures'>,
): void {
  const personOf = (request: FastifyRequest) => {
    const userId = people.get(request);
    return userId === undefined
      ? {}
      : { person: rememberedHash(keys, 'log-person', userId).slice(-HASH_LENGTH) };
  };
  app.addHook('onRequest', async (request, reply) => {
    reply.header(REQUEST_ID_HEADER, request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const operation = operationOfRequest(request);
    // How long somebody watches is no time to answer.
    if (operation !== STREAM) {
      const status = `${Math.floor(reply.statusCode / 100)}xx`;
      measures.requests.observe([operation, status], reply.elapsedTime / 1000);
    }
    const level = QUIET.has(operation) ? 'debug' : 'info';
    if (!log.isLevelEnabled(level)) return;
    request.log[level](
      {
        operation,
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...bytesOf(reply),
        ...personOf(request),
      },
      'request',
    );
  });
}

/** Unknown of what was streamed. */
function bytesOf(reply: FastifyReply): { bytes?: number } {
  const length = Number(reply.getHeader('content-length') ?? Number.NaN);
  return Number.isNaN(length) ? {} : { bytes: length };
}
