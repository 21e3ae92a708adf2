import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A question that a system was asked. */
export interface Asked {
  method: string;
  /** As it was sent: encoded, with its query. */
  url: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Answering = (asked: Asked, response: ServerResponse) => unknown;

export interface SystemServer {
  url: string;
  /** Everything that it was asked, oldest first. */
  asked: Asked[];
  /** What it answers from now on. */
  answering: Answering;
  close(): Promise<void>;
}

export type StartSystem = (answering: Answering) => Promise<SystemServer>;

/** For vitest; outside of it somebody else closes the system. */
export const closedAfterTheTest: StartSystem = async (answering) => {
  const { startSystem } = await import('./systemServer.ts');
  return startSystem(answering);
};

/** A system on loopback until `close`. An answer that isn't written by hand is JSON, with 200. */
export async function openSystem(answering: Answering): Promise<SystemServer> {
  const asked: Asked[] = [];
  const system: SystemServer = { url: '', asked, answering, close: () => Promise.resolve() };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://system');
      const { method = 'GET', headers, url = '/' } = request;
      const question = { method, url, path, query, headers, body };
      asked.push(question);
      const answer = system.answering(question, response);
      if (answer === undefined) return;
      json(response, 200, answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  system.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  system.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return system;
}

/** Answers with JSON, or with nothing. */
export function json(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
