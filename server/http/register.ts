import type { Authenticate } from './caller.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { successesOf } from '../../contract/answers.ts';
import type { Operation } from '../../contract/define.ts';
import { API_BASE, OPERATION_NAMES, operationOf } from '../../contract/operations.ts';
import type { OperationName } from '../../contract/operations.ts';
import { withMarks } from '../../contract/text.ts';
import { sentence } from '../../contract/words/sentence.ts';
import type { Actor, CallContext, Deps, PublicContext } from '../context.ts';
import { plainAddress, readAddress } from '../address.ts';
import type { Factor } from '../../contract/auditActions.ts';
import { askedFrom } from '../domain/audit/origin.ts';
import type { EventOrigin } from '../domain/audit/origin.ts';
import { rfc3339 } from '../time.ts';
import { clearSessionCookie, setSessionCookie } from './cookies.ts';
import type { RequireOwnSite } from './guards.ts';
import type { AllHandlers } from './handlers.ts';
import type { OtherMethods } from './otherMethods.ts';
import { isAtThisMachine } from './proxied.ts';
import { typedQuery } from './query.ts';
import { nameLanguage, voiceFor } from './reader.ts';
import { rememberPerson } from './requestLog.ts';
import { refuse } from '../refusal.ts';
import { requireStepUp } from '../stepUp.ts';
import { refuseUnstorableText } from './text.ts';

interface Caller {
  now: number;
  actor: Actor | null;
  /** That the session began with. */
  factors: readonly Factor[];
}

/** `{id}` as Fastify writes it. */
const routePath = (operation: Operation) => API_BASE + operation.path.replace(/\{(\w+)\}/g, ':$1');

/**
 * Registers a route for every operation of the contract; an operation without a handler does not compile, and a handler
 * without an operation neither. Deny by default: what an operation asks for is checked before its body is read (S-60).
 */
export function registerOperations(
  app: FastifyInstance,
  deps: Deps,
  options: {
    handlers: AllHandlers;
    authenticate: Authenticate;
    /** The same, for what counts as nobody's doing. */
    look: Authenticate;
    requireOwnSite: RequireOwnSite;
    limitAddress: (request: FastifyRequest) => Promise<void>;
    otherMethods: OtherMethods;
  },
): void {
  const callers = new WeakMap<FastifyRequest, Caller>();
  const methodsByPath = new Map<string, Set<string>>();

  for (const name of OPERATION_NAMES) {
    const operation = operationOf(name);
    const path = routePath(operation);
    const methods = methodsByPath.get(path) ?? new Set();
    methodsByPath.set(path, methods.add(operation.method));
    if (operation.method === 'GET') methods.add('HEAD');
    const handler = handlerOf(options.handlers, name);
    app.route({
      method: operation.method,
      url: path,
      bodyLimit: operation.bodyLimit,
      schema: schemaOf(name, operation),
      onRequest: async (request) => {
        const now = deps.now();
        if (operation.access === 'public') {
          await options.requireOwnSite(request);
          await options.limitAddress(request);
          callers.set(request, { now, actor: null, factors: [] });
          return;
        }
        const authenticate = operation.byItself ? options.look : options.authenticate;
        const { actor, blocked, factors } = await authenticate(request, now);
        requireAccess(operation, actor, blocked, now);
        callers.set(request, { now, actor, factors });
      },
      preParsing: async (request) => requireMediaType(operation, request),
      preValidation: async (request) => prepare(operation, request),
      handler: async (request, reply) => {
        const caller = callers.get(request);
        if (!caller) throw new Error('A request came past its own checks.');
        if (operation.noStore) reply.header('cache-control', 'no-store');
        const ctx = contextOf(caller, request, reply);
        const answer: unknown = await askedFrom(eventOrigin(caller, ctx), () =>
          handler(inputOf(operation, request), ctx),
        );
        if (operation.download) return reply.send(Readable.from(answer as AsyncIterable<string>));
        if (!operation.response) return reply.code(operation.status ?? 204).send();
        const kept = operation.mayWait && 'pendingChange' in Object(answer);
        return reply.code(kept ? 202 : (operation.status ?? 200)).send(answer);
      },
    });
  }
  for (const [path, methods] of methodsByPath) options.otherMethods.refuse(path, methods);
}

type AnyHandler = (input: unknown, ctx: CallContext | PublicContext) => Promise<unknown>;
/** The types of each handler were checked where the table was made; here all are called alike. */
function handlerOf(handlers: AllHandlers, name: OperationName): AnyHandler {
  return handlers[name] as AnyHandler;
}

function requireAccess(operation: Operation, actor: Actor, blocked: boolean, now: number): void {
  if (blocked && !operation.whileBlocked) {
    throw refuse('setup_first', { detail: sentence('answers/http', 'setupFirst') });
  }
  const { access } = operation;
  if (access !== 'session' && access !== 'public' && !actor.permissions.has(access)) {
    throw refuse('forbidden', { detail: sentence('answers/http', 'roleTooLow') });
  }
  if (operation.stepUp) requireStepUp(actor, now);
}

async function requireMediaType(operation: Operation, request: FastifyRequest): Promise<void> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const expected = operation.textBody ?? 'application/json';
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0;
  if (operation.textBody ? type !== expected : hasBody && type !== expected) {
    throw refuse('unsupported_media_type', {
      detail: sentence('answers/http', 'sendAs', { type: expected }),
    });
  }
}

async function prepare(operation: Operation, request: FastifyRequest): Promise<void> {
  request.query = typedQuery(operation.query, request.query as Record<string, unknown>);
  refuseUnstorableText(request.query, 'query');
  refuseUnstorableText(request.params, 'path');
  // An empty body is an empty object: approving needs no note. SECURITY: `null` is none, and refused like any other text.
  if (operation.body && request.body === undefined) request.body = {};
  refuseUnstorableText(request.body);
  if (!operation.body && !operation.textBody) refuseBody(request.body);
}

/** `{}` is let pass: some clients send it with every write. */
function refuseBody(body: unknown): void {
  if (body === undefined) return;
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  const [surplus] = isObject ? Object.keys(body) : ['body'];
  if (surplus === undefined) return;
  throw refuse('invalid_input', {
    detail: sentence('answers/http', 'noBody'),
    fields: { [surplus]: sentence('answers/http', 'notKnown', { name: surplus }) },
  });
}

function inputOf(operation: Operation, request: FastifyRequest): unknown {
  const params = Object(request.params) as object;
  const query = Object(request.query) as object;
  if (operation.textBody) return { ...query, ...params, content: request.body };
  return { ...Object(request.body), ...query, ...params };
}

function contextOf(
  caller: Caller,
  request: FastifyRequest,
  reply: FastifyReply,
): CallContext | PublicContext {
  const shared: PublicContext = {
    now: caller.now,
    get voice() {
      nameLanguage(reply);
      return voiceFor(request);
    },
    address: plainAddress(request.ip),
    onThisMachine: isAtThisMachine(request),
    userAgent: withMarks(request.headers['user-agent'] ?? '').slice(0, 300) || null,
    download({ name, type }) {
      reply.type(type).header('content-disposition', `attachment; filename="${name}"`);
    },
    session(made) {
      rememberPerson(request, made.user.id);
      const expiresAt = rfc3339(made.expiresAt);
      // A browser gets the cookie and no token; told apart by Origin only (api: Session).
      if (request.headers.origin === undefined) return { token: made.token, expiresAt, user: made.user };
      setSessionCookie(reply, made.token, made.expiresAt);
      return { expiresAt, user: made.user };
    },
    clearSession: () => clearSessionCookie(reply),
  };
  return caller.actor ? Object.assign(shared, { actor: caller.actor }) : shared;
}

/** What the log says of where a request came from. An address is one, or nothing: a proxy's client may write anything there. */
function eventOrigin({ actor, factors, now }: Caller, { address, userAgent }: PublicContext): EventOrigin {
  const steppedUp = actor !== null && actor.steppedUpUntil !== null && now < actor.steppedUpUntil;
  return {
    address: address !== null && readAddress(address) ? address : null,
    userAgent,
    session: actor?.sessionId ?? null,
    factors: steppedUp ? [...factors, 'step_up'] : factors,
  };
}

function schemaOf(name: OperationName, operation: Operation) {
  const { params, query, body } = operation;
  return {
    operationId: name,
    ...(params ? { params } : {}),
    querystring: query ?? { type: 'object', properties: {}, additionalProperties: false },
    ...(body ? { body } : {}),
    response: Object.fromEntries(
      successesOf(operation).flatMap(({ status, schema }) => (schema ? [[status, schema]] : [])),
    ),
  };
}
