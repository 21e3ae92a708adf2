import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorCode } from '../../contract/errors.ts';
import { sentence } from '../../contract/words/sentence.ts';
import type { Voice } from '../../contract/words/write.ts';
import { voiceOf } from '../words.ts';
import { problemOf } from './problems.ts';

const CODES: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

/** What can't be read as HTTP reaches no route: answered on the socket, as a problem like everything else (RFC 9457). */
export function answerClientError(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  refuseOnSocket(socket, CODES[error.code ?? ''] ?? 'invalid_input');
}

/** Answers where nothing was answered yet, and closes; in English where no header could be read. */
export function refuseOnSocket(socket: Duplex, code: ErrorCode, voice: Voice = voiceOf(null)): void {
  if (!socket.writable) return void socket.destroy();
  const detail = code === 'invalid_input' ? { detail: sentence('answers/http', 'notHttp') } : {};
  const problem = problemOf(code, detail, voice);
  const body = JSON.stringify(problem);
  const lines = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    'content-type: application/problem+json',
    `content-language: ${voice.locale}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ];
  // Once it is sent: a server may be handed any stream, and those besides Node's own sockets have no `destroySoon`.
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
