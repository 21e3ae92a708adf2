import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ERRORS } from '../../contract/errors.ts';
import type { ErrorCode, Problem } from '../../contract/errors.ts';
import type { RandomSource } from '../crypto/random.ts';
import { TooBusy } from '../crypto/gate.ts';
import { DatabaseUnavailable } from '../db/errors.ts';
import type { StorageWatch } from '../storageWatch.ts';
import { sentenceOfTrouble } from '../storageWatch.ts';
import { PolicyBroken } from '../domain/policy/broken.ts';
import { isOutOfFiles } from '../openFiles.ts';
import { Refusal } from '../refusal.ts';
import type { RefusalOptions } from '../refusal.ts';
import { logUndeclared, undeclaredAnswer } from './declared.ts';
import type { OnUndeclared } from './declared.ts';
import { fieldSentences } from './fieldSentences.ts';
import { sentence } from '../../contract/words/sentence.ts';
import type { Voice } from '../../contract/words/write.ts';
import { nameLanguage, voiceFor } from './reader.ts';

/** A refusal as it is answered, in the reader's language. */
export function problemOf(code: ErrorCode, options: RefusalOptions, voice: Voice): Problem {
  const { status, title } = ERRORS[code];
  const fields = Object.entries(options.fields ?? {}).map(([name, said]) => [name, voice.write(said)]);
  return {
    ...options.extra,
    status: options.status ?? status,
    code,
    title,
    detail: voice.write(options.detail ?? sentence('answers/http', code)),
    ...(options.retryAfter === undefined ? {} : { retryAfter: Math.max(1, Math.ceil(options.retryAfter)) }),
    ...(options.fields ? { fields: Object.fromEntries(fields) as Record<string, string> } : {}),
  };
}

/** RFC 9457, with Retry-After where the problem names a time, and at 401 what would be let in (RFC 9110 §11.6.1). */
function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 401) reply.header('www-authenticate', challengeTo(reply.request, problem));
  if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter));
  nameLanguage(reply);
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problem);
}

/** Refuses in the reader's language what no handler was asked for. */
export function answerProblem(
  reply: FastifyReply,
  code: ErrorCode,
  options: RefusalOptions = {},
): FastifyReply {
  return sendProblem(reply, problemOf(code, options, voiceFor(reply.request)));
}

const REALM = 'realm="Gatehouse"';

/** `invalid_token` only of a token that was given (RFC 6750 §3.1); a browser's cookie is none, and Bearer asks it nothing. */
function challengeTo({ headers }: FastifyRequest, { code }: Problem): string {
  const wasGiven = code === 'not_signed_in' && /^bearer /i.test(headers.authorization ?? '');
  return `Bearer ${REALM}${wasGiven ? ', error="invalid_token"' : ''}`;
}

/** Turns whatever was thrown into a problem. 5xx tell a reference number; the log has the rest (S-63). */
export function createErrorHandler(
  { random, storage }: { random: RandomSource; storage: Pick<StorageWatch, 'heard'> },
  onUndeclared: OnUndeclared = logUndeclared,
) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const voice = voiceFor(request);
    storage.heard(error);
    const known = knownProblem(error, voice);
    const undeclared = known && undeclaredAnswer(known, request);
    if (undeclared) onUndeclared(undeclared, request);
    if (known && known.status < 500) return sendProblem(reply, known);
    const reference = Buffer.from(random.bytes(5)).toString('hex').toUpperCase();
    request.log.error({ err: error, reference }, 'request failed');
    const problem = known ?? problemOf('internal', {}, voice);
    const detail = voice.say('answers/http')('withReference', { what: problem.detail, reference });
    return sendProblem(reply, { ...problem, reference, detail });
  };
}

function knownProblem(error: unknown, voice: Voice): Problem | null {
  const known = refusalOf(error);
  return known && problemOf(known.code, known.options, voice);
}

/** What was thrown as a refusal; null where it is none. */
function refusalOf(error: unknown): { code: ErrorCode; options: RefusalOptions } | null {
  if (error instanceof Refusal)
    return { code: error.code, options: { ...error.options, status: error.status } };
  if (error instanceof DatabaseUnavailable) {
    const { retryAfter, trouble } = error;
    return { code: 'unavailable', options: { retryAfter, detail: sentenceOfTrouble(trouble) } };
  }
  if (isOutOfFiles(error)) {
    return {
      code: 'unavailable',
      options: { retryAfter: 2, detail: sentence('answers/http', 'tooManyOpen') },
    };
  }
  if (error instanceof TooBusy) return { code: 'unavailable', options: { retryAfter: error.retryAfter } };
  // Fails closed: without its policy the server decides nothing (S-41).
  if (error instanceof PolicyBroken)
    return {
      code: 'unavailable',
      options: { retryAfter: 30, detail: sentence('answers/http', 'policyBroken') },
    };
  if (!isFastifyError(error)) return null;
  if (error.validation) {
    const fields = fieldSentences(error.validation);
    const [first] = Object.values(fields);
    return { code: 'invalid_input', options: { ...(first && { detail: first }), fields } };
  }
  switch (error.statusCode) {
    case 413:
      return { code: 'too_large', options: {} };
    case 415:
      return { code: 'unsupported_media_type', options: {} };
    case 404:
      return { code: 'not_found', options: {} };
    default:
      return error.statusCode !== undefined && error.statusCode < 500
        ? { code: 'invalid_input', options: { detail: sentence('answers/http', 'unreadable') } }
        : null;
  }
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && ('statusCode' in error || 'validation' in error);
}
