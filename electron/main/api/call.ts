import type { AxiosInstance, AxiosResponse } from 'axios';
import { splitInput, type Operation } from '../../../contract/define.ts';
import type { Problem, Result } from '../../../contract/errors.ts';
import type { SayOf } from '../../../contract/words/write.ts';
import { waitBefore } from './backOff.ts';
import { failureCode } from './http.ts';
import { problemFromAnswer, problemFromFailure } from './problem.ts';
import { takeToken, type TokenStore } from './session.ts';

export interface CallDeps {
  http: AxiosInstance;
  tokens: TokenStore;
  /** How the server is named to a person in a refusal. */
  server: string;
  /** What the server is to answer in: the language of the page. */
  language: () => string;
  say: SayOf<'desktop'>;
  wait: (ms: number) => Promise<void>;
  random: () => number;
  /** The token came (true) or went (false). */
  onSession: (signedIn: boolean) => void;
  signal: AbortSignal;
}

const ORDINARY_MS = 15_000;
/** Imports, exports and what else may rightly take long. */
const LONG_MS = 180_000;
const REPEATS = 2;
const BACK_OFF = { first: 250, longest: 2_000 };
const PASSING = new Set([502, 503, 504]);

type Attempt =
  { answer: AxiosResponse<unknown>; token: string | undefined } | { failure: string | undefined };

/**
 * Sends one operation to the server and says what came of it; never throws, never lets a token through.
 * Only GETs are repeated: anything else may have been done although the answer was lost.
 */
export async function callOperation(
  deps: CallDeps,
  operation: Operation,
  input: Record<string, unknown>,
): Promise<Result<unknown>> {
  for (let tries = 0; ; tries += 1) {
    const attempt = await send(deps, operation, input);
    if (operation.method === 'GET' && tries < REPEATS && isPassing(attempt) && !deps.signal.aborted) {
      await deps.wait(waitBefore(tries, BACK_OFF, deps.random()));
      continue;
    }
    if ('failure' in attempt) return refused(problemFromFailure(deps.say, attempt.failure, deps.server));
    // A 401 proves that nothing was done, so the same request may go out again with the token that a step-up gave meanwhile.
    if (wasOvertaken(deps, operation, attempt) && tries < REPEATS) continue;
    return settle(deps, operation, attempt);
  }
}

async function send(deps: CallDeps, operation: Operation, input: Record<string, unknown>): Promise<Attempt> {
  const { path, query, body } = splitInput(operation, input);
  const token = operation.access === 'public' ? undefined : deps.tokens.get();
  try {
    const answer = await deps.http.request<unknown>({
      method: operation.method,
      url: path,
      params: query,
      signal: deps.signal,
      timeout: operation.download || operation.bodyLimit ? LONG_MS : ORDINARY_MS,
      responseType: operation.download ? 'text' : 'json',
      headers: {
        'accept-language': deps.language(),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        // Without a body axios would still call it a form, and the server takes no forms.
        'content-type': body === undefined ? false : (operation.textBody ?? 'application/json'),
      },
      ...(body === undefined ? {} : { data: body }),
    });
    return { answer, token };
  } catch (error) {
    return { failure: failureCode(error) };
  }
}

function isPassing(attempt: Attempt): boolean {
  return 'failure' in attempt ? !TELLING.test(attempt.failure ?? '') : PASSING.has(attempt.answer.status);
}
// A second look changes nothing about a certificate or a name.
const TELLING = /CERT|PIN_|SSL|EPROTO|UNABLE_TO|ENOTFOUND|ERR_CANCELED/;

function wasOvertaken(
  deps: CallDeps,
  operation: Operation,
  { answer, token }: { answer: AxiosResponse<unknown>; token: string | undefined },
) {
  const now = deps.tokens.get();
  return answer.status === 401 && operation.access !== 'public' && now !== undefined && now !== token;
}

function settle(
  deps: CallDeps,
  operation: Operation,
  { answer, token }: { answer: AxiosResponse<unknown>; token: string | undefined },
): Result<unknown> {
  if (answer.status >= 200 && answer.status < 300) return accept(deps, operation, answer);
  if (answer.status === 401 && operation.access !== 'public' && deps.tokens.get() === token) {
    deps.tokens.clear();
    deps.onSession(false);
  }
  return refused(problemFromAnswer(deps.say, answer.status, parsed(answer.data)));
}

function accept(deps: CallDeps, operation: Operation, answer: AxiosResponse<unknown>): Result<unknown> {
  if (operation.response && (typeof answer.data !== 'object' || answer.data === null)) {
    return refused(problemFromAnswer(deps.say, answer.status, undefined));
  }
  const { data, token } = takeToken(operation.response || operation.download ? answer.data : undefined);
  if (token !== undefined) {
    deps.tokens.set(token);
    deps.onSession(true);
  }
  return { ok: true, data };
}

// A refused download is a problem too, although text was asked for.
function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

const refused = (error: Problem): Result<never> => ({ ok: false, error });
