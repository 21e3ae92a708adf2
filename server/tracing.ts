import type { Span } from '@opentelemetry/api';
import type { Logger } from 'pino';
import { sentence } from '../contract/words/sentence.ts';
import { WrongUse } from './failure.ts';
import { HOUR, isDueAgain } from './time.ts';
import { version } from './version.ts';

/** Whom a request comes from, as its `traceparent` says (W3C Trace Context). */
export interface Caller {
  traceId: string;
  parentId: string;
  /** Whether its caller keeps the trace; what isn't kept there isn't sent here. */
  isSampled: boolean;
}

export interface Tracing {
  begin(caller: Caller | null, method: string): Span;
  /** Sends what is left; gives up after some seconds. */
  close(): Promise<void>;
}

const VARIABLES = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'] as const;
const SAMPLED = 1;
const LAST_SECONDS = 5;

/** Whether the environment says where traces go. Throws `WrongUse` for what is no address. */
export function isTraced(env: NodeJS.ProcessEnv): boolean {
  const named = VARIABLES.filter((variable) => env[variable]);
  if (named.length === 0 || env['OTEL_SDK_DISABLED'] === 'true') return false;
  for (const variable of named) {
    const url = URL.parse(env[variable] ?? '');
    if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
      throw new WrongUse(sentence('cli', 'noTracesThere', { variable }));
  }
  return true;
}

/**
 * Traces of requests, sent by OTLP over HTTP where the environment says where to (`OTEL_EXPORTER_OTLP_ENDPOINT` and its like, as the
 * OpenTelemetry specification names them); null, and nothing is loaded, where it doesn't. Throws `WrongUse` for what is no address.
 */
export async function startTracing(
  env: NodeJS.ProcessEnv,
  { log, now }: { log: Logger; now: () => number },
): Promise<Tracing | null> {
  if (!isTraced(env)) return null;
  const [api, sdk, { OTLPTraceExporter }, { defaultResource, resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const complaint = complaints(log, now);
  api.diag.setLogger(complaint, {
    logLevel: api.DiagLogLevel.WARN,
    suppressOverrideMessage: true,
  });
  const own = resourceFromAttributes({
    'service.name': env['OTEL_SERVICE_NAME'] ?? 'gatehouse',
    'service.version': version,
  });
  const provider = new sdk.TracerProvider({
    resource: defaultResource().merge(own),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer('gatehouse', version);
  return {
    begin(caller, method) {
      const context = caller
        ? api.trace.setSpanContext(api.ROOT_CONTEXT, {
            traceId: caller.traceId,
            spanId: caller.parentId,
            traceFlags: caller.isSampled ? SAMPLED : 0,
            isRemote: true,
          })
        : api.ROOT_CONTEXT;
      return tracer.startSpan(method, { kind: api.SpanKind.SERVER }, context);
    },
    async close() {
      const { promise: late, resolve } = Promise.withResolvers<undefined>();
      const timer = setTimeout(resolve, LAST_SECONDS * 1000, undefined);
      const ended = provider.shutdown().catch((error: unknown) => complaint.error(String(error)));
      await Promise.race([ended, late]);
      clearTimeout(timer);
    },
  };
}

/** What the library complains of, at first and then hourly: a collector that is away would fill the log. */
function complaints(log: Logger, now: () => number) {
  let last: number | null = null;
  const tell = (message: string) => {
    if (!isDueAgain(last, HOUR, now())) return;
    last = now();
    log.warn({ reason: message.slice(0, 500) }, 'traces are not taken');
  };
  const ignore = () => undefined;
  return { error: tell, warn: tell, info: ignore, debug: ignore, verbose: ignore };
}
