import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttps } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTls } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';
import { makeCertificate } from '../../../support/certificate.ts';

export const SECRET = 'a signing secret of a receiver, long enough'.replaceAll(' ', '-');

/** What is read of one line that came. */
export interface Taken {
  message: string;
  class_uid: number;
  metadata: { sequence: number; uid: string };
  raw_data?: string;
  unmapped: Record<string, unknown>;
}

/** `12` for event 12, `c3` for checkpoint 3. */
export const nameOf = ({ message, metadata }: Taken): string =>
  message === 'audit.checkpoint' ? metadata.uid.replace('checkpoint-', 'c') : String(metadata.sequence);

const certificate = makeCertificate('localhost');
export const CA = certificate.cert;

type Reading = 'all' | 'never closes' | 'resets' | 'reads nothing';

export interface SyslogReceiver {
  url: string;
  /** Whole messages that came, with their heads, as RFC 5425 frames them. */
  messages: string[];
  taken(): Taken[];
  /** What it does with the connections to come. */
  does(reading: Reading): void;
  connections(): number;
}

export async function startSyslog(): Promise<SyslogReceiver> {
  const messages: string[] = [];
  const sockets = new Set<TLSSocket>();
  let reading: Reading = 'all';
  let connections = 0;
  const server = createTls({ ...certificate, allowHalfOpen: true }, (socket) => {
    connections += 1;
    sockets.add(socket);
    let rest = Buffer.alloc(0);
    socket.on('error', () => undefined);
    if (reading === 'reads nothing') return;
    socket.on('data', (chunk: Buffer) => {
      // Of what it keeps in its memory nothing is left.
      if (reading === 'resets') return void socket.destroy();
      rest = Buffer.concat([rest, chunk]);
      for (;;) {
        const blank = rest.indexOf(' ');
        const length = Number(rest.subarray(0, blank).toString());
        if (blank === -1 || rest.length < blank + 1 + length) return;
        messages.push(rest.subarray(blank + 1, blank + 1 + length).toString());
        rest = rest.subarray(blank + 1 + length);
      }
    });
    if (reading === 'all') socket.on('end', () => socket.end());
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `syslog+tls://localhost:${(server.address() as AddressInfo).port}`,
    messages,
    taken: () => messages.map((message) => JSON.parse(message.slice(message.indexOf('{'))) as Taken),
    does: (next) => void (reading = next),
    connections: () => connections,
  };
}

/** What a receiver does when all of a batch is there. */
export type Answering = (response: ServerResponse, lines: number, request: IncomingMessage) => void;

export const well: Answering = (response) => void response.writeHead(204).end();

export interface BatchReceiver {
  url: string;
  /** Of batches that it answered with success. */
  taken(): Taken[];
  /** How many lines each batch had that came, whatever was answered. */
  sizes: number[];
  requests: { headers: IncomingMessage['headers']; isSigned: boolean; text: string }[];
  answers(next: Answering): void;
}

export async function startBatches(): Promise<BatchReceiver> {
  const kept: Taken[] = [];
  const sizes: number[] = [];
  const requests: BatchReceiver['requests'] = [];
  let answering = well;
  const server = createHttps(certificate, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const lines = text.trimEnd().split('\n');
      const { 'gatehouse-timestamp': time, 'gatehouse-signature': signature } = request.headers;
      const expected = createHmac('sha256', SECRET)
        .update(`${String(time)}.${text}`)
        .digest('hex');
      requests.push({ headers: request.headers, isSigned: signature === `v1=${expected}`, text });
      sizes.push(lines.length);
      answering(response, lines.length, request);
      if (answering === well) kept.push(...lines.map((line) => JSON.parse(line) as Taken));
    });
  });
  onTestFinished(() => server.close().closeAllConnections());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}/take`,
    taken: () => kept,
    sizes,
    requests,
    answers: (next) => void (answering = next),
  };
}
