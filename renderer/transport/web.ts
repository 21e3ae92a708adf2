import { splitInput } from '../../contract/define.ts';
import { ERRORS, type ErrorCode, type Problem, type Result } from '../../contract/errors.ts';
import type { LiveEvent } from '../../contract/events.ts';
import {
  API_BASE,
  type InputOf,
  operationOf,
  type OperationName,
  type OutputOf,
  SESSION_HEADER,
} from '../../contract/operations.ts';
import { language } from '../language/current.ts';
import { openEventStream } from './eventStream.ts';
import { shareStream } from './sharedStream.ts';
import type { Transport } from './transport.ts';
import { t } from './words.ts';

/** The transport of the web page: fetch with the session's cookie, which no script can read, to the server that sent the page. */
export function createWebTransport(): Transport {
  return transportOf();
}

function transportOf(session?: string): Transport {
  return { call: (name, input) => call(name, input, session), drawnIn: transportOf, subscribe };
}

async function call<N extends OperationName>(
  name: N,
  input: InputOf<N>,
  session: string | undefined,
): Promise<Result<OutputOf<N>>> {
  const operation = operationOf(name);
  const { path, query, body } = splitInput(operation, input as Record<string, unknown>);
  const search = new URLSearchParams(query).toString();
  try {
    const response = await fetch(`${API_BASE}${path}${search && `?${search}`}`, {
      method: operation.method,
      headers: {
        // What the page is read in, which may be another than the browser would ask for.
        'accept-language': language,
        ...(session === undefined ? {} : { [SESSION_HEADER]: session }),
        ...(body === undefined ? {} : { 'content-type': operation.textBody ?? 'application/json' }),
      },
      body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
      credentials: 'same-origin',
      redirect: 'error',
      // A page that goes says so while it goes.
      keepalive: operation.byItself === true,
    });
    if (!response.ok) return { ok: false, error: await problemOf(response) };
    const data: unknown = operation.download
      ? await response.text()
      : operation.response && (await response.json());
    // The server validated it against the contract's schema before it was sent.
    return { ok: true, data: data as OutputOf<N> };
  } catch {
    return {
      ok: false,
      error: problem('unreachable', t('unreachable')),
    };
  }
}

function problem(code: ErrorCode, detail: string): Problem {
  return { ...ERRORS[code], code, detail };
}

/** What a proxy in between answers is no problem+json: then the status has to do. */
async function problemOf(response: Response): Promise<Problem> {
  const answer: unknown = await response.json().catch(() => null);
  if (isProblem(answer)) return answer;
  return problem('unavailable', t('unavailable', { status: String(response.status) }));
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'title' in answer;
}

const listeners = new Set<(event: LiveEvent) => void>();
let stop: (() => void) | undefined;

/** One stream for all listeners, of this page and of the browser's other ones. */
function subscribe(listener: (event: LiveEvent) => void): () => void {
  listeners.add(listener);
  stop ??= shareStream(
    {
      open: openEventStream,
      locks: 'locks' in navigator ? navigator.locks : undefined,
      openChannel: (name) => new BroadcastChannel(name),
      page: document,
    },
    (event) => listeners.forEach((hear) => hear(event)),
  );
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
  };
}
