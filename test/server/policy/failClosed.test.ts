import { voice } from '../voice.ts';
import { describe, expect, it } from 'vitest';
import { PASSWORD, createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

/** Ways in which a policy can't be read. */
const BROKEN: [string, (test: TestApp) => Promise<unknown>][] = [
  ['is missing', ({ deps }) => deps.db.kysely.deleteFrom('policy_versions').execute()],
  ['is no JSON', (test) => put(test, '{"available":')],
  ['is no policy', (test) => put(test, '{"available":true}')],
  [
    'has a setting too many',
    async (test) => put(test, JSON.stringify({ ...(await read(test)), open: true })),
  ],
];

/** In the place of the version in force. */
const put = ({ deps }: TestApp, document: string) =>
  deps.db.kysely
    .updateTable('policy_versions')
    .set({ document })
    .where('version', '=', (query) =>
      query.selectFrom('policy_versions as all').select(({ fn }) => fn.max('all.version').as('last')),
    )
    .execute();

async function read({ deps }: TestApp): Promise<object> {
  const { document } = await deps.db.kysely
    .selectFrom('policy_versions')
    .select('document')
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow();
  return JSON.parse(document) as object;
}

/** A request that an approval away from a reset. */
async function verifiedRequest(test: TestApp, token: string): Promise<string> {
  const started = await test.call('signIn.start', { username: 'jo', password: PASSWORD });
  const challenge = started.body.outcome === 'code_required' ? started.body.challenge : '';
  const { body } = await test.call('signIn.requestReset', { challenge, reason: 'broken' });
  const { requestId: id, requestCode } = body;
  await test.call(
    'resetRequests.recordCheck',
    { id, kind: 'request_code', outcome: 'pass', requestCode },
    { token },
  );
  const met = await test.call(
    'resetRequests.recordCheck',
    { id, kind: 'in_person', outcome: 'pass' },
    { token },
  );
  expect(met.body).toMatchObject({ state: 'verified' });
  return id;
}

describe('S-41: where the policy', () => {
  it.each(BROKEN)('%s, nobody signs in, nobody is reset and no session goes on', async (_, breakIt) => {
    const test = await createTestApp();
    const { call, deps, clock } = test;
    const jo = await test.person({ username: 'jo' });
    const kim = await test.person({ username: 'kim', mfa: false });
    const session = await jo.signIn();
    const token = await test.administrator.signIn({ stepUp: true });
    const id = await verifiedRequest(test, token);
    const started = await call('signIn.start', { username: 'jo', password: PASSWORD });
    const challenge = started.body.outcome === 'code_required' ? started.body.challenge : '';
    const sessions = async () => (await deps.db.kysely.selectFrom('sessions').select('id').execute()).length;
    const before = await sessions();

    await breakIt(test);
    const answers = [
      await call('signIn.start', { username: 'jo', password: PASSWORD }),
      await call('signIn.start', { username: 'kim', password: PASSWORD }),
      await call('signIn.verify', { challenge, code: jo.code() }),
      await call('me.get', {}, { token: session }),
      await call('me.disable', { code: jo.code() }, { token: session }),
      await call('policy.get', {}, { token }),
      await call('policy.impact', {}, { token }),
      await call('resetRequests.approve', { id }, { token }),
    ];
    for (const { status, problem, headers } of answers)
      expect([status, problem.code, headers['retry-after']]).toEqual([503, 'unavailable', '30']);

    const now = clock.now();
    await expect(
      test.services.resetRequests.approve({
        id,
        note: null,
        actor: { userId: test.administrator.id, name: 'Ada Admin', steppedUpUntil: now + 1 },
        now,
        voice,
      }),
    ).rejects.toThrow(/policy/i);
    expect(await sessions()).toBe(before);
    const states = await deps.db.kysely
      .selectFrom('users')
      .select('mfa_state')
      .where('id', 'in', [jo.id, kim.id])
      .orderBy('username')
      .execute();
    expect(states.map(({ mfa_state }) => mfa_state)).toEqual(['reset_pending', 'off']);
  });

  it('is broken while a hold ends, the reset waits', async () => {
    const test = await createTestApp();
    const { tiers } = (await read(test)) as { tiers: { standard: object } };
    await test.setPolicy({ tiers: { ...tiers, standard: { ...tiers.standard, holdHours: 1 } } as never });
    const jo = await test.person({ username: 'jo' });
    const token = await test.administrator.signIn({ stepUp: true });
    const id = await verifiedRequest(test, token);
    expect((await test.call('resetRequests.approve', { id }, { token })).body).toMatchObject({
      state: 'approved',
    });
    test.clock.advance(2 * 3_600_000);
    const good = JSON.stringify(await read(test));
    await put(test, '{}');
    await expect(test.services.resetRequests.runDue(test.clock.now())).rejects.toThrow(/policy/i);
    const state = async () =>
      (
        await test.deps.db.kysely
          .selectFrom('users')
          .select('mfa_state')
          .where('id', '=', jo.id)
          .executeTakeFirstOrThrow()
      ).mfa_state;
    expect(await state()).toBe('reset_pending');
    await put(test, good);
    expect((await test.services.resetRequests.runDue(test.clock.now())).completed).toBe(1);
    expect(await state()).toBe('off');
  });
});
