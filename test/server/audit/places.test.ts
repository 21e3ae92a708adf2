import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readDestination } from '../../../server/features/audit/places/destination.ts';
import type { CheckpointPlace } from '../../../server/features/audit/places/place.ts';

const CHECKPOINT = {
  number: 3,
  count: 20,
  headHash: 'ab',
  at: 1_795_000_000_000,
  keyVersion: 1,
  signature: 's',
};

const closing: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

function placeAt(address: string): CheckpointPlace {
  const destination = readDestination(address);
  if ('path' in destination) throw new Error('This is a file.');
  return destination;
}

async function listen(
  answer: number,
): Promise<{ url: string; taken: { body: string; authorization?: string }[] }> {
  const taken: { body: string; authorization?: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      taken.push({ body, authorization: request.headers.authorization });
      response.writeHead(answer, answer === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  closing.push(() => server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/take`, taken };
}

describe('S-51: a checkpoint outside the database', () => {
  it('goes by HTTP as its JSON, with the name and password of the address', async () => {
    const { url, taken } = await listen(201);
    const place = placeAt(url.replace('http://', 'http://log:p%40ss@'));
    await place.send(CHECKPOINT);
    expect(JSON.parse(taken[0]?.body ?? '')).toEqual(CHECKPOINT);
    expect(taken[0]?.authorization).toBe(`Basic ${Buffer.from('log:p@ss').toString('base64')}`);
    expect(place.name).not.toContain('ss');
  });

  it.each([500, 404, 302])('is not taken by an answer of %i', async (status) => {
    const { url } = await listen(status);
    await expect(placeAt(url).send(CHECKPOINT)).rejects.toThrow(/answered|fetch failed/);
  });

  it('goes by syslog as one datagram (RFC 5424)', async () => {
    const socket = createSocket('udp4');
    closing.push(() => socket.close());
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const taken = once(socket, 'message') as Promise<[Buffer]>;
    await placeAt(`syslog://127.0.0.1:${socket.address().port}`).send(CHECKPOINT);
    const [message] = await taken;
    expect(message.toString()).toMatch(/^<110>1 2026-11-18T\S+Z \S+ gatehouse \d+ checkpoint - \{"number":3/);
  });

  it('goes to a file where a path is named', () => {
    expect(readDestination('/var/log/gatehouse.jsonl')).toEqual({ path: '/var/log/gatehouse.jsonl' });
  });

  it.each(['http://vault.example/x', 'ftp://vault.example', 'syslog://', 'https://'])(
    'goes to no %s: one sentence says what can be named',
    (address) => {
      expect(() => readDestination(address)).toThrow(/^(Checkpoints can’t go|The address)/);
    },
  );
});
