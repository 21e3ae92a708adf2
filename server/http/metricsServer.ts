import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { listeningUrl } from '../domain/settings/effective.ts';
import { METRICS_TYPE, tokenMatches } from './metricsAccess.ts';

const PATH = '/metrics';
const CLOSED = { connection: 'close', 'cache-control': 'no-store' };

export interface MetricsServer {
  address: string;
  close(): Promise<void>;
}

/** Listens on a port of its own, for monitoring that reaches it; resolves when it does. */
export async function listenForMetrics(
  { host, port, token }: { host: string; port: number; token: string | null },
  { text, log }: { text: () => Promise<string>; log: Pick<Logger, 'error'> },
): Promise<MetricsServer> {
  const server = createServer({ headersTimeout: 5000, requestTimeout: 5000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error }, 'metrics failed');
      response.writeHead(500, CLOSED).end();
    });
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url = '', headers } = request;
    if (url.split('?')[0] !== PATH) return void response.writeHead(404, CLOSED).end();
    if (method !== 'GET' && method !== 'HEAD')
      return void response.writeHead(405, { ...CLOSED, allow: 'GET,HEAD' }).end();
    if (token !== null && !tokenMatches(headers.authorization, token)) {
      return void response.writeHead(401, { ...CLOSED, 'www-authenticate': 'Bearer' }).end();
    }
    const body = await text();
    response.writeHead(200, { ...CLOSED, 'content-type': METRICS_TYPE });
    response.end(method === 'HEAD' ? undefined : body);
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, resolve);
  });
  const bound = server.address();
  const boundPort = bound !== null && typeof bound === 'object' ? bound.port : port;
  return {
    address: listeningUrl({ host, port: boundPort, tls: null }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
