import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { LiveEvent } from '../../../contract/events.ts';
import { API_BASE, EVENTS_PATH } from '../../../contract/operations.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

interface Watching {
  status: number;
  type: string | null;
  retryAfter: string | null;
  /** The next event; undefined where the stream ended. */
  next: () => Promise<LiveEvent | undefined>;
  stop: () => Promise<void>;
}

async function watch(app: TestApp['app'], token: string): Promise<Watching> {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${API_BASE}${EVENTS_PATH}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  async function next(): Promise<LiveEvent | undefined> {
    for (;;) {
      const found = /data: (.*)\n\n/.exec(rest);
      if (found?.[1] !== undefined) {
        rest = rest.slice(found.index + found[0].length);
        return JSON.parse(found[1]) as LiveEvent;
      }
      const piece = await reader?.read();
      if (!piece || piece.done) return undefined;
      rest += piece.value;
    }
  }
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    retryAfter: response.headers.get('retry-after'),
    next,
    stop: async () => reader?.cancel(),
  };
}

describe('live events', () => {
  it('tell each person what they may see, and nothing else', async () => {
    const { app, deps, person, administrator } = await createTestApp();
    const maria = await person({ username: 'maria' });
    const hana = await person({ username: 'hana', roles: ['help_desk'] });
    const [mine, desk, admin] = await Promise.all(
      [maria, hana, administrator].map(async (each) => watch(app, await each.signIn())),
    );
    if (!mine || !desk || !admin) throw new Error('Somebody is not watching.');
    expect(mine).toMatchObject({ status: 200, type: 'text/event-stream' });

    const all: LiveEvent[] = [
      { kind: 'reset_requests', id: 'r', change: 'opened' },
      { kind: 'outbox' },
      { kind: 'audit' },
      { kind: 'me', id: hana.id },
      { kind: 'me', id: maria.id },
      { kind: 'organisation' },
    ];
    for (const event of all) deps.events.publish(event);
    expect([await mine.next(), await mine.next()]).toEqual([all[4], all[5]]);
    expect([await desk.next(), await desk.next(), await desk.next()]).toEqual([all[0], all[3], all[5]]);
    expect([await admin.next(), await admin.next(), await admin.next(), await admin.next()]).toEqual([
      all[0],
      all[1],
      all[2],
      all[5],
    ]);

    // Policy concerns everybody; those who may not read it look at their own state again.
    deps.events.publish({ kind: 'policy' });
    expect(await mine.next()).toEqual({ kind: 'me', id: maria.id });
    expect(await desk.next()).toEqual({ kind: 'policy' });
    await Promise.all([mine, desk, admin].map((each) => each.stop()));
  });

  it('issue 8.11: are bounded for a person, over all their sessions', async () => {
    const { app, person } = await createTestApp();
    const maria = await person({ username: 'maria', mfa: false });
    const kim = await person({ username: 'kim', mfa: false });
    const sessions = [];
    for (let n = 0; n < 4; n += 1) sessions.push(await maria.signIn());
    const open = [];
    for (const token of sessions.slice(0, 3))
      for (let n = 0; n < 8; n += 1) open.push(await watch(app, token));
    expect(open.every(({ status }) => status === 200)).toBe(true);
    expect((await watch(app, sessions[3] ?? '')).status).toBe(429);
    expect((await watch(app, await kim.signIn())).status).toBe(200);
    await Promise.all(open.map((each) => each.stop()));
  });

  it('issue 8.11: are bounded in all', async () => {
    const { app, person } = await createTestApp({ config: { mostStreams: 2 } });
    const maria = await person({ username: 'maria', mfa: false });
    const kim = await person({ username: 'kim', mfa: false });
    const token = await maria.signIn();
    const open = [await watch(app, token), await watch(app, token)];
    const refused = await watch(app, await kim.signIn());
    expect([refused.status, Number(refused.retryAfter) > 0]).toEqual([503, true]);
    await open[0]?.stop();
    await expect.poll(async () => (await watch(app, await kim.signIn())).status).toBe(200);
  });

  it('end with the session', async () => {
    const { app, deps, person } = await createTestApp();
    const maria = await person({ username: 'maria' });
    const watching = await watch(app, await maria.signIn());
    await deps.db.kysely.deleteFrom('sessions').where('user_id', '=', maria.id).execute();
    deps.events.publish({ kind: 'organisation' });
    expect(await watching.next()).toBeUndefined();
  });

  it('do not keep a session from its idle end', async () => {
    const { app, deps, person, clock } = await createTestApp();
    const maria = await person({ username: 'maria' });
    const token = await maria.signIn();
    clock.advance(40 * 60_000);
    const watching = await watch(app, token);
    clock.advance(40 * 60_000);
    deps.events.publish({ kind: 'organisation' });
    expect(await watching.next()).toBeUndefined();
    expect((await watch(app, token)).status).toBe(401);
  });

  it('are bounded for each session, and need one', async () => {
    const { app, person } = await createTestApp();
    const maria = await person({ username: 'maria' });
    const token = await maria.signIn();
    const open = await Promise.all(Array.from({ length: 8 }, () => watch(app, token)));
    expect(open.every(({ status }) => status === 200)).toBe(true);
    expect((await watch(app, token)).status).toBe(429);
    expect((await watch(app, 'no-such-token-0123456789')).status).toBe(401);
    await open[0]?.stop();
    await expect.poll(async () => (await watch(app, token)).status).toBe(200);
  });

  it('let the server close', async () => {
    const { app, person, close } = await createTestApp({ keep: true });
    const maria = await person({ username: 'maria' });
    const watching = await watch(app, await maria.signIn());
    await close();
    await expect(watching.next().catch(() => undefined)).resolves.toBeUndefined();
  });
});
