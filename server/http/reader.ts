import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { languageFor } from '../../contract/words/languages.ts';
import type { Language } from '../../contract/words/languages.ts';
import type { Voice } from '../../contract/words/write.ts';
import { voiceOf } from '../words.ts';

const chosen = new WeakMap<FastifyRequest, Language>();

/** From now on this request is answered in the language that whoever makes it chose. */
export function rememberReader(request: FastifyRequest, language: Language | null): void {
  if (language !== null) chosen.set(request, language);
}

/**
 * Who says things as the reader of the answer reads them: their own choice, else what their browser or program asks for. The
 * organisation's language is the page's to know, which asks for it: here it would be a query for a refusal, and with the
 * database gone there would be none.
 */
export function voiceFor(request: FastifyRequest): Voice {
  // Node bounds the headers, and so the time that this takes.
  const asked = new Negotiator({ headers: request.headers }).languages();
  return voiceOf(chosen.get(request) ?? languageFor(asked));
}

/** Tells caches and readers which language this answer is in, and what it depends on (RFC 9110 §8.5, §12.5.5). */
export function nameLanguage(reply: FastifyReply): void {
  reply.header('content-language', voiceFor(reply.request).locale).header('vary', 'accept-language');
}
