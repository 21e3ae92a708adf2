import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** What came of a round of requests. */
export interface Load {
  /** Answers with the status that was hoped for, and all others by status. */
  right: number;
  wrong: Map<number, number>;
  /** Milliseconds of each answer, sorted. */
  took: number[];
  /** Milliseconds that the round took. */
  ms: number;
  /** Answers with the status that was hoped for, a second. */
  rate: number;
}

export interface Answer {
  status: number;
  body: string;
}

export interface Call {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: object;
}

/**
 * Keeps `connections` requests under way for `ms` milliseconds, each connection with one at a time, and waits for the last
 * answers. Over bare sockets, because a client with manners takes as much of the two cores as the server does.
 *
 * @param next what is asked next, and what is done with its answer; null ends the round early
 */
export async function drive(
  address: string,
  { connections, ms, hoped = 200 }: { connections: number; ms: number; hoped?: number },
  next: () => { call: Call; onAnswer?: (answer: Answer) => void } | null,
): Promise<Load> {
  const { hostname, port } = new URL(address);
  const took: number[] = [];
  const wrong = new Map<number, number>();
  const startedAt = performance.now();
  const line = async (): Promise<void> => {
    const caller = await openCaller(hostname, Number(port));
    while (performance.now() - startedAt < ms) {
      const asked = next();
      if (!asked) break;
      const askedAt = performance.now();
      const answer = await caller.call(asked.call);
      if (answer.status === hoped) took.push(performance.now() - askedAt);
      else wrong.set(answer.status, (wrong.get(answer.status) ?? 0) + 1);
      asked.onAnswer?.(answer);
    }
    caller.close();
  };
  await Promise.all(Array.from({ length: connections }, line));
  const lasted = performance.now() - startedAt;
  took.sort((a, b) => a - b);
  return { right: took.length, wrong, took, ms: lasted, rate: (took.length * 1000) / lasted };
}

interface Caller {
  call(call: Call): Promise<Answer>;
  close(): void;
}

/** One connection that is kept, for one request at a time. */
export async function openCaller(host: string, port: number): Promise<Caller> {
  const socket = await opened(host, port);
  let received: Buffer = Buffer.alloc(0);
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const read = readAnswer(received);
    if (!read) return;
    received = received.subarray(read.length);
    waiting?.resolve(read.answer);
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('The server closed the connection.')));
  return {
    call: (call) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(textOf(call, `${host}:${port}`));
      }),
    close: () => socket.destroy(),
  };
}

function opened(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true });
    socket.once('connect', () => resolve(socket)).once('error', reject);
  });
}

function textOf({ method, path, headers = {}, body }: Call, host: string): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  const about = body === undefined ? {} : { 'content-type': 'application/json' };
  const all = { host, ...about, 'content-length': String(Buffer.byteLength(text)), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${text}`;
}

/** Every answer that is measured says how long it is. */
function readAnswer(bytes: Buffer): { answer: Answer; length: number } | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const head = bytes.toString('latin1', 0, end);
  const length = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
  if (bytes.length < length) return null;
  return {
    answer: { status: Number(head.slice(9, 12)), body: bytes.toString('utf8', end + 4, length) },
    length,
  };
}

/** The value below which that share of a sorted list lies. */
export function at(share: number, sorted: readonly number[]): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return at(
    0.5,
    values.toSorted((a, b) => a - b),
  );
}
