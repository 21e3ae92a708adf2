import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { isSameServer } from '../../../server/db/scope.ts';
import { createTestApp } from '../../support/app.ts';

it('10.C5 a request with a body is still one when it is handled, and the next is another', async () => {
  const same: boolean[] = [];
  const { app } = await createTestApp({
    handlers: {
      'password.forgot': async ({ username }) => {
        same.push(isSameServer(username), isSameServer('somebody else'));
      },
    },
  });
  const address = await app.listen({ port: 0 });
  for (const username of ['ada', 'grace']) {
    const body = JSON.stringify({ username });
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const sending = request(`${address}/api/v1/password-reset`, { method: 'POST', headers });
    const answered = once(sending, 'response');
    sending.flushHeaders();
    // The body comes when the rest of the request was read long ago.
    await fetch(`${address}/health/ready`);
    sending.end(body);
    const [response] = (await answered) as [IncomingMessage];
    expect(response.resume().statusCode).toBeLessThan(300);
  }
  expect(same).toEqual([true, false, true, false]);
});
