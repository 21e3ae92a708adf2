import { maxHeaderSize } from 'node:http';
import type { Http2SecureServer } from 'node:http2';
import cookie from '@fastify/cookie';
import Fastify, { LogController } from 'fastify';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { sentence } from '../contract/words/sentence.ts';
import type { Deps } from './context.ts';
import type { Services } from './services.ts';
import { csvText } from './features/users/import/csvText.ts';
import { registerEvents } from './events/register.ts';
import { registerAttestor } from './http/attestor.ts';
import { createAuthenticate } from './http/authenticate.ts';
import { TEXT_FORMATS } from './http/fieldSentences.ts';
import { registerBodyTimeout } from './http/bodyTimeout.ts';
import { answerClientError } from './http/clientErrors.ts';
import { registerConnections } from './http/connections.ts';
import { lazyCompilers } from './http/compilers.ts';
import { registerForwarded } from './http/forwarded.ts';
import { watchSuccesses } from './http/declared.ts';
import type { OnUndeclared } from './http/declared.ts';
import { createSiteGuard, registerHostGuard } from './http/guards.ts';
import { endSessionsOnClose } from './http/http2Sessions.ts';
import { endUnusedOnClose } from './http/unusedConnections.ts';
import { registerHeaders } from './http/headers.ts';
import { registerHealth } from './http/health.ts';
import { parseJsonBody } from './http/jsonBody.ts';
import { registerOneServer } from './http/oneServer.ts';
import { registerOpenApi } from './http/openapi/register.ts';
import { createOtherMethods } from './http/otherMethods.ts';
import { answerProblem, createErrorHandler } from './http/problems.ts';
import { createAddressLimit } from './http/rateLimit.ts';
import { registerRequestLog, REQUEST_LOGGING } from './http/requestLog.ts';
import { registerOperations } from './http/register.ts';
import { registerServing } from './http/serving.ts';
import { createSharedLimit } from './http/sharedLimit.ts';
import { registerWebShell } from './http/static.ts';
import { registerTraces } from './http/traces.ts';
import { ALWAYS_SERVING } from './serving.ts';
import type { Serving } from './serving.ts';
import type { Tracing } from './tracing.ts';
import { version } from './version.ts';

const BODY_LIMIT = 64 * 1024;
/** Requests and live streams of one HTTP/2 connection; browsers ask for no more at once. */
const MOST_AT_ONCE = 100;

export interface AppOptions {
  services: Services;
  /** Where the built web shell lies; null serves the API only. */
  webShell: string | null;
  /** Whether this server takes requests; it does unless told. */
  serving?: Serving;
  /** Who is sent traces of its requests; nobody unless told. */
  tracing?: Tracing | null;
  /** Told of an answer that its operation doesn't declare; the log unless somebody wants to know. */
  onUndeclared?: OnUndeclared;
}

/** The server as one Fastify instance, wired by hand. It does not listen: see main.ts. */
export async function createApp(
  deps: Deps,
  { services, webShell, serving = ALWAYS_SERVING, tracing = null, onUndeclared }: AppOptions,
): Promise<FastifyInstance> {
  const { config } = deps;
  const app = createInstance(deps);
  app.setErrorHandler(createErrorHandler(deps, onUndeclared));
  watchSuccesses(app, onUndeclared);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, parseJsonBody);
  app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) =>
    csvText(body),
  );

  registerRequestLog(app, deps);
  if (tracing) registerTraces(app, tracing);
  registerOneServer(app);
  await app.register(cookie);
  await registerHeaders(app, { tls: config.tls !== null });
  registerForwarded(app);
  const { mostConnections } = config;
  endUnusedOnClose(app, { isTls: config.tls !== null });
  const connections = registerConnections(app, mostConnections);
  registerServing(app, serving);
  registerBodyTimeout(app, { timeouts: config.timeouts, ordinary: BODY_LIMIT });
  registerHostGuard(app, deps);
  const otherMethods = createOtherMethods(app);
  registerOpenApi(app, version, otherMethods);
  const limitAddress = await createAddressLimit(app, {
    perMinute: config.addressLimit,
    // A database file has the servers of one machine, and mostly one.
    shared: deps.db.dialect === 'postgres' ? createSharedLimit(deps, config.addressLimit) : null,
  });
  const requireOwnSite = createSiteGuard(deps);
  const look = createAuthenticate(deps, requireOwnSite, { touches: false });
  registerOperations(app, deps, {
    handlers: services.handlers,
    authenticate: createAuthenticate(deps, requireOwnSite),
    look,
    requireOwnSite,
    limitAddress,
    otherMethods,
  });
  registerEvents(app, deps, { authenticate: look, otherMethods });
  registerHealth(app, deps, { serving, connections, otherMethods, metrics: services.metrics });
  await registerAttestor(app, { attestor: services.attestor, limitAddress, now: deps.now });
  otherMethods.keepApart();
  await registerWebShell(app, webShell);
  return app;
}

function createInstance({ config, log }: Deps): FastifyInstance {
  const { timeouts } = config;
  const options: FastifyServerOptions = {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    ...REQUEST_LOGGING,
    bodyLimit: BODY_LIMIT,
    // An address that can't be read belongs to no route, so that the error handler doesn't hear of it.
    frameworkErrors: (_error, _request, reply) => {
      void answerProblem(reply, 'invalid_input', { detail: sentence('answers/http', 'unreadableAddress') });
    },
    clientErrorHandler: answerClientError,
    requestTimeout: timeouts.upload,
    keepAliveTimeout: timeouts.keepAlive,
    connectionTimeout: timeouts.idle,
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    // A slow disk or a busy machine is no reason not to start.
    pluginTimeout: 0,
    // Ours says when to try again (http/serving.ts).
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    // Strict: nothing is coerced, dropped or filled in; every field that is wrong is named.
    ajv: {
      customOptions: {
        coerceTypes: false,
        removeAdditional: false,
        useDefaults: false,
        allErrors: true,
        verbose: true,
        formats: TEXT_FORMATS,
      },
    },
    schemaController: { compilersFactory: lazyCompilers },
    // What is stored is answered as it is: some of it is older than the rules for what may be written.
    serializerOpts: { ajv: { formats: { text: true, address: true } } },
  };
  const http = {
    headersTimeout: timeouts.headers,
    requestTimeout: timeouts.upload,
    keepAliveTimeout: timeouts.keepAlive,
    connectionsCheckingInterval: timeouts.check,
  };
  if (!config.tls) return Fastify({ ...options, http });
  const app = Fastify<Http2SecureServer>({
    ...(options as FastifyServerOptions<Http2SecureServer>),
    http2: true,
    http2SessionTimeout: timeouts.keepAlive,
    https: {
      ...config.tls,
      ...http,
      allowHTTP1: true,
      handshakeTimeout: timeouts.headers,
      settings: { maxConcurrentStreams: MOST_AT_ONCE, maxHeaderListSize: maxHeaderSize },
    },
  });
  // Everything here is written for requests of HTTP/1.1, which those of HTTP/2 stand in for (node:http2's compatibility API).
  const instance = app as unknown as FastifyInstance;
  endSessionsOnClose(instance, app.server);
  return instance;
}
