import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
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
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  refuseOnSocket(socket, CODES[error.code ?? ''] ?? 'invalid_input');
}

/** Answers where nothing was answered yet, and closes; in English where no header could be read. */
export function refuseOnSocket(socket: Socket, code: ErrorCode, voice: Voice = voiceOf(null)): void {
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
  if (socket.writable) socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
