import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Words } from '../words.ts';

/** A browser's way back to the app (RFC 8252 §7.3): this computer only, a free port, one answer, then gone. */
export interface Loopback {
  port: number;
  /** Resolves with the query string of the answer that has this state; null once it is closed. */
  answer(state: string): Promise<string | null>;
  close(): void;
}

type Spoken = Pick<Words, 'language' | 'say'>;

const page = ({
  language,
  say,
}: Spoken) => `<!doctype html><html lang="${language()}"><meta charset="utf-8"><title>Gatehouse</title>
<body><h1>${say('backToGatehouse')}</h1><p>${say('closeThisWindow')}</p></body></html>`;

/** Where the system lets nobody listen, it rejects. */
export async function listenOnLoopback(words: Spoken): Promise<Loopback> {
  let expected: string | undefined;
  let closed = false;
  let settle: (parameters: string | null) => void = () => undefined;

  const server = createServer((request, response) => {
    const parameters = parametersOf(request);
    // Other pages and programs here can find the port: only the answer that was waited for ends the waiting.
    if (parameters === null || expected === undefined || !hasState(parameters, expected)) {
      return respond(response, 404, '', 'text/plain');
    }
    respond(response, 200, page(words), 'text/html; charset=utf-8');
    settle(parameters);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = () => {
    closed = true;
    settle(null);
    server.close();
    server.closeIdleConnections();
  };

  /** SECURITY: by name it could be another site's page that was rebound to this address. */
  function parametersOf({ method, url = '', headers }: IncomingMessage): string | null {
    if (method !== 'GET' || headers.host !== `127.0.0.1:${port}` || !url.startsWith('/callback?'))
      return null;
    return url.slice('/callback?'.length);
  }

  return {
    port,
    answer(state) {
      if (closed) return Promise.resolve(null);
      expected = state;
      return new Promise((resolve) => {
        settle = (parameters) => {
          expected = undefined;
          resolve(parameters);
        };
      });
    },
    close,
  };
}

const hasState = (parameters: string, state: string) =>
  new URLSearchParams(parameters).get('state') === state;

function respond(response: ServerResponse, status: number, body: string, type: string): void {
  response
    .writeHead(status, {
      'content-type': type,
      'content-security-policy': "default-src 'none'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      connection: 'close',
    })
    .end(body);
}
