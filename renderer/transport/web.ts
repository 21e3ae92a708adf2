import { splitInput } from '../../contract/define.ts';
import { ERRORS, type ErrorCode, type Problem, type Result } from '../../contract/errors.ts';
import { EVERYTHING, type LiveEvent } from '../../contract/events.ts';
import {
  API_BASE,
  EVENTS_PATH,
  type InputOf,
  operationOf,
  type OperationName,
  type OutputOf,
} from '../../contract/operations.ts';
import type { Transport } from './transport.ts';

/** The transport of the web page: fetch with the session's cookie, which no script can read, to the server that sent the page. */
export function createWebTransport(): Transport {
  return { call, subscribe };
}

async function call<N extends OperationName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
  const operation = operationOf(name);
  const { path, query, body } = splitInput(operation, input as Record<string, unknown>);
  const search = new URLSearchParams(query).toString();
  try {
    const response = await fetch(`${API_BASE}${path}${search && `?${search}`}`, {
      method: operation.method,
      headers: body === undefined ? {} : { 'content-type': operation.textBody ?? 'application/json' },
      body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
      credentials: 'same-origin',
      redirect: 'error',
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
      error: problem('unreachable', 'The server cannot be reached. Check the network and try again.'),
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
  return problem(
    'unavailable',
    `The server cannot answer just now (${response.status}). Try again in a moment.`,
  );
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'title' in answer;
}

const listeners = new Set<(event: LiveEvent) => void>();
let source: EventSource | undefined;

function tell(event: LiveEvent): void {
  for (const hear of listeners) hear(event);
}

/** One stream for all listeners. The browser connects it again by itself; what happened until then was not heard. */
function subscribe(listener: (event: LiveEvent) => void): () => void {
  listeners.add(listener);
  if (!source) {
    source = new EventSource(`${API_BASE}${EVENTS_PATH}`);
    let isAgain = false;
    source.addEventListener('open', () => {
      if (isAgain) EVERYTHING.forEach(tell);
      isAgain = true;
    });
    source.addEventListener('message', ({ data }) => tell(JSON.parse(String(data)) as LiveEvent));
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    source?.close();
    source = undefined;
  };
}
