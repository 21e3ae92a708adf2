import { expect, it } from 'vitest';
import { probeServer } from '../../electron/main/api/probe.ts';
import { pinOf } from '../../electron/main/api/trust.ts';
import { makeCertificate } from '../support/certificate.ts';
import { json, serve } from './support/server.ts';
import { say } from './support/words.ts';

const options = { organisation: 'Northwind' };
const found = { ok: true, data: { organisation: 'Northwind' } };

async function probe(
  trust: { ca?: string; pin?: string },
  host = 'localhost',
  certificate = makeCertificate(host),
) {
  let requests = 0;
  const origin = await serve((request, response) => {
    requests += 1;
    json(200, options)(request, response);
  }, certificate);
  const result = await probeServer(say, { origin, trust, name: 'The server' });
  return { result, requests: () => requests };
}

const words = (result: Awaited<ReturnType<typeof probeServer>>) => (result.ok ? '' : result.error.detail);

it('S-74: an unknown certificate is refused, with what to do', async () => {
  const { result, requests } = await probe({});
  expect(words(result)).toContain("Add your organisation's CA certificate");
  expect(requests()).toBe(0);
});

it("S-74: the profile's own CA is believed, in place of the system's roots", async () => {
  const certificate = makeCertificate('localhost');
  expect((await probe({ ca: certificate.cert }, 'localhost', certificate)).result).toEqual(found);
  expect(words((await probe({ ca: makeCertificate('localhost').cert })).result)).toContain('does not trust');
});

it('S-74: a certificate for another name is refused although its CA is believed', async () => {
  const certificate = makeCertificate('elsewhere.example');
  expect(words((await probe({ ca: certificate.cert }, '', certificate)).result)).toContain(
    'for another name',
  );
});

it('S-74: a pinned key is believed, and under any other not a byte of a request is sent', async () => {
  const certificate = makeCertificate('localhost');
  const pin = pinOf(certificate.x509);
  expect((await probe({ pin }, 'localhost', certificate)).result).toEqual(found);
  const impostor = await probe({ pin });
  expect(words(impostor.result)).toContain('a different key from the one pinned');
  expect(impostor.requests()).toBe(0);
});

it('says what is wrong where something else answers, or nothing', async () => {
  const page = await serve((_request, response) => response.end('<h1>It works!</h1>'));
  expect(words(await probeServer(say, { origin: page, trust: {}, name: 'It' }))).toContain(
    'is not a Gatehouse server',
  );
  expect(words(await probeServer(say, { origin: 'http://127.0.0.1:1', trust: {}, name: 'It' }))).toContain(
    'refuses the connection',
  );
});
