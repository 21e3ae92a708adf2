import { once } from 'node:events';
import { connect } from 'node:http2';
import type { ClientHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { customFetch } from 'openid-client';
import type { CustomFetchOptions } from 'openid-client';
import { expect, it, onTestFinished } from 'vitest';
import { makeCertificate } from '../../support/certificate.ts';
import { CLIENT_SECRET, ISSUER, relyingPartyOf } from './relyingParty.ts';
import { createAttestorWorld, JOANNA } from './world.ts';

const { key, cert } = makeCertificate('localhost');

/** By HTTP/2, which says of no body how long it is. */
async function ask(session: ClientHttp2Session, url: string, init: CustomFetchOptions): Promise<Response> {
  const { pathname, search } = new URL(url);
  const body = init.body instanceof URLSearchParams ? init.body.toString() : undefined;
  const head = { ':method': init.method, ':path': pathname + search, ...init.headers };
  const stream = session.request(head, { endStream: body === undefined });
  if (body !== undefined) stream.end(body);
  const [answer] = (await once(stream, 'response')) as [Record<string, string | number>];
  const type = String(answer['content-type']);
  return new Response(await text(stream), {
    status: Number(answer[':status']),
    headers: { 'content-type': type },
  });
}

it('is asked by HTTP/2 as by HTTP/1.1', async () => {
  const world = await createAttestorWorld(undefined, { tls: { cert, key } });
  const { app } = world.test;
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const session = connect(`https://localhost:${port}`, { ca: cert });
  onTestFinished(() => session.destroy());
  const okta = await relyingPartyOf(new URL(ISSUER), {
    secret: CLIENT_SECRET,
    options: { [customFetch]: (url, init) => ask(session, url, init) },
  });
  const pushed = await okta.push(JOANNA);
  expect(new URL(pushed.url).searchParams.get('request_uri')).toMatch(/^urn:/);
});
