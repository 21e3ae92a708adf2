import { Buffer } from 'node:buffer';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { sentence } from '../../../contract/words/sentence.ts';
import { SystemFailure } from './failure.ts';
import { isBelow, isSystemUrl } from './rules/address.ts';

const LONGEST_MS = 10_000;
const MOST_BYTES = 2_000_000;
/** No system is believed to ask for a longer pause, in seconds. */
const LONGEST_PAUSE = 3600;

/** One question to a system, below its address. */
export interface SystemRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Where it gives tokens, for a kind that does so at another address. */
  at?: 'token';
  /** By its segments, which may be names from anywhere: each is encoded. */
  path: readonly string[];
  /** The next page by the address that it gave, instead of path and query. */
  page?: string;
  /** Its address ends with a slash, without which it would send elsewhere. */
  isFolder?: true;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  json?: unknown;
  form?: Record<string, string>;
  /** Which right a 401 or 403 shows to be missing, for the sentence. */
  needs?: string;
  /** Statuses that mean something to whoever asks, besides any 2xx. */
  accept?: readonly number[];
}

export interface SystemAnswer {
  status: number;
  /** Where the next page is, as its `Link` says (RFC 8288). */
  next: string | null;
  /** What it says, judged; throws `odd_answer` where it is anything else. */
  read<S extends TSchema>(schema: S): Static<S>;
}

/** Asks one system; throws `SystemFailure`. */
export type SystemFetch = (request: SystemRequest) => Promise<SystemAnswer>;

/**
 * How one system is asked. SECURITY (S-116): at the address that the operator named and no other, but for tokens where its kind
 * gives them elsewhere; no redirect is followed, and an answer is bounded in time and bytes and judged by a schema. Certificates are
 * checked as those of every outgoing call.
 */
export function createSystemFetch({
  name,
  url,
  tokenUrl = null,
  signal,
  longestMs = LONGEST_MS,
}: {
  name: string;
  url: string;
  tokenUrl?: string | null;
  signal: AbortSignal;
  longestMs?: number;
}): SystemFetch {
  return async (request) => {
    const { method = 'GET', query = {}, headers = {}, json, form, needs, accept = [] } = request;
    const target = addressOf(name, request.at === 'token' ? tokenUrl : url, request);
    for (const [key, value] of Object.entries(query)) target.searchParams.set(key, value);
    const timeout = AbortSignal.timeout(longestMs);
    const body = form ? new URLSearchParams(form) : json === undefined ? null : JSON.stringify(json);
    try {
      const response = await fetch(target, {
        method,
        headers: {
          accept: 'application/json',
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === null ? {} : { body }),
        redirect: 'manual',
        signal: AbortSignal.any([signal, timeout]),
      });
      const { status } = response;
      if (!response.ok && !accept.includes(status)) {
        await response.body?.cancel();
        throw refusalOf(name, response, needs);
      }
      const text = await boundedText(name, response);
      const next = nextIn(response.headers.get('link'));
      return { status, next, read: (schema) => judged(name, text, schema) };
    } catch (error) {
      throw failureOf(error, { name, timedOut: timeout.aborted || signal.aborted });
    }
  };
}

function addressOf(name: string, url: string | null, { path, isFolder, page }: SystemRequest): URL {
  // An id that a system made up is a segment, never a way up to another address; half a letter can't be encoded.
  const isOdd = (segment: string) => /^\.{0,2}$/.test(segment) || !segment.isWellFormed();
  if (url === null || !isSystemUrl(url) || path.some(isOdd) || (page !== undefined && !isBelow(url, page)))
    throw new SystemFailure('odd_answer', sentence('answers/systems', 'oddAddress', { name }));
  if (page !== undefined) return new URL(page);
  const below = path.map(encodeURIComponent).join('/');
  return new URL(`${url.replace(/\/+$/, '')}/${below}${isFolder ? '/' : ''}`);
}

async function boundedText(name: string, { body, headers, status }: Response): Promise<string> {
  const tooLarge = () =>
    new SystemFailure('too_large', sentence('answers/systems', 'tooLarge', { name }), { status });
  if (Number(headers.get('content-length') ?? 0) > MOST_BYTES) {
    await body?.cancel();
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // What leaves this loop early cancels the answer.
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function judged<S extends TSchema>(name: string, text: string, schema: S): Static<S> {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    throw new SystemFailure('odd_answer', sentence('answers/systems', 'notJson', { name }));
  }
  if (!Value.Check(schema, said))
    throw new SystemFailure('odd_answer', sentence('answers/systems', 'oddAnswer', { name }));
  return said;
}

function refusalOf(name: string, { status, headers }: Response, needs: string | undefined): SystemFailure {
  const said = { name, status: String(status) };
  if (status === 429) {
    const retryAfter = pauseOf(headers.get('retry-after')) ?? untilReset(headers);
    return new SystemFailure('throttled', sentence('answers/systems', 'throttled', { name }), {
      status,
      retryAfter,
    });
  }
  if (status === 401) {
    return new SystemFailure('not_allowed', sentence('answers/systems', 'secretRefused', said), { status });
  }
  if (status === 403) {
    const words = needs
      ? sentence('answers/systems', 'rightMissing', { ...said, right: needs })
      : sentence('answers/systems', 'notAllowed', said);
    return new SystemFailure('not_allowed', words, { status });
  }
  if (status >= 300 && status < 400) {
    return new SystemFailure('odd_answer', sentence('answers/systems', 'redirects', said), { status });
  }
  const code = status >= 500 ? 'unreachable' : 'refused';
  return new SystemFailure(code, sentence('answers/systems', 'answersStatus', said), { status });
}

/** Seconds, of a number or a date (RFC 9110 §10.2.3); null of anything else. */
function pauseOf(header: string | null): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 1), LONGEST_PAUSE) : null;
}

/** Seconds until more is answered, where a system says at which second of the epoch that is, and what its own clock says. */
function untilReset(headers: Headers): number | null {
  const reset = headers.get('x-rate-limit-reset');
  if (reset === null || !/^\d{1,12}$/.test(reset)) return null;
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  return pauseOf(String(Math.max(Math.ceil(Number(reset) - now / 1000), 1)));
}

/** RFC 8288: `<https://…>; rel="next"`. */
function nextIn(link: string | null): string | null {
  return /<([^<>]{1,4000})>\s*;\s*rel="?next"?/.exec(link ?? '')?.[1] ?? null;
}

function failureOf(error: unknown, { name, timedOut }: { name: string; timedOut: boolean }): SystemFailure {
  if (error instanceof SystemFailure) return error;
  if (timedOut) return new SystemFailure('timed_out', sentence('answers/systems', 'timedOut', { name }));
  const words = sentence('answers/systems', 'unreachable', { name, why: reasonOf(error) });
  return new SystemFailure('unreachable', words);
}

/** The code of what the network said, e.g. `ECONNREFUSED`: its message could repeat what was sent. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  for (const one of [cause, error])
    if (one instanceof Error && 'code' in one && typeof one.code === 'string') return one.code;
  return error instanceof Error ? error.name : 'Error';
}
