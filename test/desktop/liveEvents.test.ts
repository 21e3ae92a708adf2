import { expect, it } from 'vitest';
import { createEventReader, type ServerSentEvent } from '../../electron/main/api/serverSentEvents.ts';
import { clientOf, tokenStore } from './support/client.ts';
import { serve } from './support/server.ts';

function readPieces(...pieces: string[]): ServerSentEvent[] {
  const events: ServerSentEvent[] = [];
  const read = createEventReader((event) => events.push(event));
  for (const piece of pieces) read(piece);
  return events;
}

it.each([
  ['whole', ['id: 7\nevent: a\ndata: {"x":1}\n\n']],
  ['torn anywhere', ['id', ': 7\neve', 'nt: a\ndata: {"x"', ':1}', '\n', '\n']],
  ['with CR LF torn in two', ['id: 7\r', '\nevent: a\r\ndata: {"x":1}\r\n\r', '\n']],
  ['after a comment', [': still here\n\nid: 7\nevent: a\ndata: {"x":1}\n\n']],
])('reads an event %s', (_how, pieces) => {
  expect(readPieces(...pieces)).toEqual([{ id: '7', type: 'a', data: '{"x":1}' }]);
});

it('refuses an event that never ends', () => {
  expect(() => readPieces('data: ', 'x'.repeat(300_000))).toThrow(RangeError);
});

it('follows the stream while signed in, comes back where it breaks, and says that it missed something', async () => {
  const asked: { token: string | undefined; lastId: unknown }[] = [];
  const origin = await serve((request, response) => {
    asked.push({ token: request.headers.authorization, lastId: request.headers['last-event-id'] });
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`id: ${asked.length}\nevent: note\ndata: ${asked.length}\n\n`);
    if (asked.length === 1) response.end();
  });
  const events: string[] = [];
  const connected: (boolean | 'missed')[] = [];
  clientOf(origin, tokenStore('tok'), {
    onEvent: (event) => events.push(event.data),
    onConnected: (is) => connected.push(is),
    onMissed: () => connected.push('missed'),
  });
  await expect.poll(() => events).toEqual(['1', '2']);
  expect(asked).toEqual([
    { token: 'Bearer tok', lastId: undefined },
    { token: 'Bearer tok', lastId: '1' },
  ]);
  expect(connected).toEqual([true, false, true, 'missed']);
});

it('comes back at once, and without an alarm, where a fresh code renewed the session', async () => {
  const tokens = tokenStore('old');
  const asked: (string | undefined)[] = [];
  const origin = await serve((request, response) => {
    asked.push(request.headers.authorization);
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    if (asked.length > 1) return;
    tokens.set('new');
    response.end();
  });
  const heard: (boolean | 'missed')[] = [];
  clientOf(origin, tokens, {
    onConnected: (is) => heard.push(is),
    onMissed: () => heard.push('missed'),
  });
  await expect.poll(() => heard).toEqual([true, true, 'missed']);
  expect(asked).toEqual(['Bearer old', 'Bearer new']);
});
