import { voice } from '../voice.ts';
import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../server/time.ts';
import type { Db } from '../../../server/db/connection.ts';
import { createRequestDigest } from '../../../server/features/resetRequests/digest.ts';
import { TWO_SERVERS, forEachDatabase } from '../../support/databases.ts';
import { openDesk } from './desk.ts';

async function world(options: { db?: Db } = {}) {
  const desk = await openDesk(options);
  await desk.policy({ resetNoticesAs: 'digest' });
  const people = {
    jo: await desk.person('jo'),
    kim: await desk.person('kim'),
    priya: await desk.person('priya', { roles: ['help_desk'] }),
    ana: await desk.person('ana', { roles: ['administrator'] }),
  };
  const digest = createRequestDigest(desk.deps);
  const sent = async () =>
    (await desk.mails()).filter(({ kind }) => kind === 'new_request' || kind === 'requests_unclaimed');
  return { desk, ...people, send: () => digest.sendDue(desk.clock.now()), sent };
}

test('a digest names the requests that nobody has claimed, once an hour, and no request has a mail of its own', async () => {
  const { desk, jo, kim, send, sent } = await world();
  await send();
  expect(await sent()).toEqual([]);

  await desk.ask(jo);
  await send();
  expect(await sent()).toMatchObject([{ kind: 'requests_unclaimed', to: 'ana@example.org' }]);
  expect((await sent())[0]?.text).toContain('Jo (standard)');

  desk.clock.advance(MINUTE);
  await desk.ask(kim);
  desk.clock.advance(58 * MINUTE);
  await send();
  expect(await sent()).toHaveLength(1);
  desk.clock.advance(MINUTE);
  await desk.changed(kim, 'phone', 0);
  await send();
  // The tier of now, as in the queue.
  expect((await sent())[1]?.text).toContain('Jo (standard)\nKim (elevated)');
});

test('what somebody is on is left out; when their claim has lapsed it is told again', async () => {
  const { desk, jo, priya, send, sent } = await world();
  const { id } = await desk.ask(jo);
  await desk.resets.claim({ id, takeOver: false, actor: priya, now: desk.clock.now(), voice });
  await send();
  expect(await sent()).toEqual([]);
  desk.clock.advance(15 * MINUTE);
  await send();
  expect(await sent()).toHaveLength(1);
});

test('what is decided is left out, and a digest that policy has turned off is not sent', async () => {
  const { desk, jo, kim, ana, send, sent } = await world();
  const { id } = await desk.ask(jo);
  await desk.deny(id, ana);
  await send();
  expect(await sent()).toEqual([]);
  await desk.policy({ resetNoticesAs: 'each' });
  await desk.ask(kim);
  await send();
  expect((await sent()).map(({ kind }) => kind)).toEqual(['new_request']);
});

forEachDatabase((open) => {
  test('of two servers one sends it', async () => {
    const db = await open();
    const { desk, jo, sent } = await world({ db });
    await desk.ask(jo);
    const digests = [db, db.another()].map((each) => createRequestDigest({ ...desk.deps, db: each }));
    for (let hour = 0; hour < 3; hour += 1) {
      await Promise.all(digests.map((digest) => digest.sendDue(desk.clock.now())));
      expect(await sent()).toHaveLength(hour + 1);
      desk.clock.advance(HOUR);
    }
  });
}, TWO_SERVERS);
