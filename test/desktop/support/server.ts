import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { TestCertificate } from '../../support/certificate.ts';

/** A server on loopback for one test; its origin. */
export async function serve(listener: RequestListener, certificate?: TestCertificate): Promise<string> {
  const server = certificate
    ? createTlsServer({ key: certificate.key, cert: certificate.cert }, listener)
    : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return `${certificate ? 'https' : 'http'}://localhost:${port}`;
}

/** Answers as Gatehouse does. */
export const json = (status: number, body: unknown): RequestListener => {
  return (_request, response) => {
    response.writeHead(status, {
      'content-type': status < 400 ? 'application/json' : 'application/problem+json',
    });
    response.end(JSON.stringify(body));
  };
};
