import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A Gatehouse server of a few answers, to see what the desktop sends and what it lets through. */
export interface FakeServer {
  origin: string;
  requests: { method: string; path: string; authorization: string | undefined }[];
  /** Sends a live event to whoever listens. */
  publish(event: object): void;
  listeners(): number;
  close(): void;
}

const user = {
  id: '019ab2c4-1111-7abc-8def-0123456789ab',
  username: 'mia',
  name: 'Mia',
  email: 'mia@example.org',
  roles: ['help_desk'],
};

export async function fakeServer(token: string): Promise<FakeServer> {
  const requests: FakeServer['requests'] = [];
  const streams = new Set<ServerResponse>();
  const answers: Record<string, unknown> = {
    'GET /api/v1/sign-in/options': {
      organisation: 'Northwind',
      sso: [],
      helpDesk: { phone: null, hours: null },
      recommendedApps: [],
      kind: 'server',
      frozen: false,
    },
    'POST /api/v1/sign-in': {
      outcome: 'signed_in',
      session: { token, expiresAt: '2099-01-01T00:00:00Z', user },
    },
    'POST /api/v1/me/step-up': {
      session: { token: `${token}-renewed`, expiresAt: '2099-01-01T00:00:00Z', user },
    },
    'GET /api/v1/me/sessions': { items: [] },
  };

  function answer(request: IncomingMessage, response: ServerResponse) {
    const { method = '', url = '', headers } = request;
    requests.push({ method, path: url, authorization: headers.authorization });
    if (url === '/api/v1/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return;
    }
    if (url === '/api/v1/sign-out') return response.writeHead(204).end();
    const body = answers[`${method} ${url}`];
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': body === undefined ? 'application/problem+json' : 'application/json',
    });
    return response.end(
      JSON.stringify(body ?? { status: 404, code: 'not_found', title: 'x', detail: 'Nothing here.' }),
    );
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    publish: (event) => {
      for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    listeners: () => streams.size,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
