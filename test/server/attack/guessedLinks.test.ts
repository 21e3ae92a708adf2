import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/time.ts';
import type { TestPerson } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { createSsoWorld } from '../sso/world.ts';
import type { SsoWorld } from '../sso/world.ts';

const asJo = (subject = 'mallory-as-jo') => ({ subject, email: 'jo@example.org', emailVerified: true });

/** A provider that links by e-mail, and Jo with MFA, whose address its administrator writes there. */
async function inWorld(
  open: OpenDatabase,
  story: (world: SsoWorld & { contoso: string; jo: TestPerson }) => Promise<void>,
): Promise<void> {
  const world = await createSsoWorld(await open());
  try {
    const contoso = await world.provider({ linkByEmail: true });
    await story({ ...world, contoso, jo: await world.test.person({ username: 'jo' }) });
  } finally {
    await world.close();
  }
}

const challengeOf = ({ body }: { body: unknown }) => (body as { challenge: string }).challenge;

/** Wrong codes there, as fast as they are looked at; answers the last answer. */
async function guess({ test, signIn, contoso }: SsoWorld & { contoso: string }, times: number) {
  let answer;
  let challenge = '';
  for (let index = 0; index < times; index += 1) {
    if (index % 7 === 0) challenge = challengeOf(await signIn(contoso, asJo()));
    answer = await test.call('signIn.verify', { challenge, code: '000000' });
    if (index >= 4) test.clock.advance(MINUTE);
  }
  return answer;
}

const userRow = ({ test }: SsoWorld, { id }: TestPerson) =>
  test.deps.db.kysely
    .selectFrom('users')
    .select(['wrong_codes', 'wrong_codes_since_right', 'next_code_at', 'locked_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

forEachDatabase(
  (open) => {
    it('S-14 wrong codes at a link that is not proven neither lock the person nor slow their own sign-in', async () => {
      await inWorld(open, async (world) => {
        const { test, jo, contoso, second } = world;
        const last = await guess(world, 10);
        expect([last?.status, last?.problem.code]).toEqual([403, 'sso_not_linked']);
        expect(await userRow(world, jo)).toEqual({
          wrong_codes: 0,
          wrong_codes_since_right: 0,
          next_code_at: 0,
          locked_at: null,
        });
        // The link is closed, for a right code too and for any flow; her own sign-in is as ever.
        const closed = await world.signIn(contoso, asJo());
        expect([closed.status, closed.problem.code]).toEqual([403, 'sso_not_linked']);
        expect(closed.problem.detail).toContain('no code is accepted there any more');
        expect(await jo.signIn()).not.toBe('');
        test.clock.advance(24 * HOUR);
        expect((await world.signIn(contoso, asJo())).problem.code).toBe('sso_not_linked');

        const log = (await test.audit()).filter(({ targetId }) => targetId === jo.id);
        const of = (action: string) => log.filter((event) => event.action === action);
        expect(of('sso.link_wrong_code')).toHaveLength(10);
        expect(of('sso.link_closed')).toHaveLength(1);
        expect(of('mfa.wrong_code')).toHaveLength(0);
        const mails = await test.mails();
        const told = mails.filter(({ kind }) => kind === 'sso_link_wrong_code');
        expect([told.length, new Set(told.map(({ to }) => to))]).toEqual([2, new Set(['jo@example.org'])]);
        const officers = mails.filter(({ kind }) => kind === 'sso_link_guessed').map(({ to }) => to);
        expect(officers.filter((to) => to === `${second.username}@example.org`)).toHaveLength(2);
      });
    });

    it('S-92 a delay that a clock made which was ahead keeps nobody from their link once it is right', async () => {
      await inWorld(open, async (world) => {
        const { test, jo, contoso } = world;
        test.clock.advance(30 * DAY);
        const began = test.clock.now();
        await guess(world, 5);
        test.clock.advance(began - test.clock.now() - 30 * DAY);
        expect((await world.signInWithCode(jo, contoso, asJo())).status).toBe(200);
      });
    });

    it('S-14 a link that is made anew gives no more guesses; two people who link anew do', async () => {
      await inWorld(open, async (world) => {
        const { test, jo, contoso } = world;
        await guess(world, 10);
        const token = await world.administrator();
        const { ssoLinks } = (await test.call('users.get', { id: jo.id }, { token })).body;
        const linkId = ssoLinks[0]?.id ?? '';
        expect((await test.call('users.unlinkSso', { id: jo.id, linkId }, { token })).status).toBe(200);
        expect((await world.signIn(contoso, asJo('another'))).problem.code).toBe('sso_not_linked');
        const link = { id: jo.id, providerId: contoso, subject: 'jo-there' };
        await world.agreed(await test.call('users.linkSso', link, { token: await world.administrator() }));
        const signedIn = await world.signInWithCode(jo, contoso, asJo('jo-there'));
        expect(signedIn.status).toBe(200);
      });
    });

    it('S-14 a challenge from before the link was closed takes no code either, nor one that waits for its turn', async () => {
      await inWorld(open, async (world) => {
        const { test, jo, contoso } = world;
        await guess(world, 4);
        const challenges = [];
        for (let index = 0; index < 2; index += 1)
          challenges.push(challengeOf(await world.signIn(contoso, asJo())));
        const [first = '', early = ''] = challenges;
        // Read before it: the clock moves on to a code that was not used yet.
        const code = jo.code();
        const fifth = await test.call('signIn.verify', { challenge: first, code: '000000' });
        expect([fifth.status, fifth.problem.code]).toEqual([429, 'too_many_attempts']);
        const slowed = await test.call('signIn.verify', { challenge: early, code });
        expect([slowed.status, slowed.problem.code]).toEqual([429, 'too_many_attempts']);
        // Meanwhile she signs in as ever.
        expect(await jo.signIn()).not.toBe('');
        await test.deps.db.kysely.updateTable('link_codes').set({ wrong_codes: 10 }).execute();
        test.clock.advance(MINUTE);
        const late = await test.call('signIn.verify', { challenge: early, code: jo.code() });
        expect([late.status, late.problem.code]).toEqual([403, 'sso_not_linked']);
      });
    });

    it('S-14 the right code proves it and ends the row of wrong ones there', async () => {
      await inWorld(open, async (world) => {
        const { test, jo, contoso } = world;
        await guess(world, 3);
        expect((await world.signInWithCode(jo, contoso, asJo())).status).toBe(200);
        expect(await test.deps.db.kysely.selectFrom('link_codes').selectAll().execute()).toEqual([]);
        expect((await world.signIn(contoso, asJo())).body).toMatchObject({ outcome: 'signed_in' });
      });
    });

    it('S-14 of many guesses at once no more than ten are looked at', async () => {
      await inWorld(open, async (world) => {
        const { test, contoso, jo } = world;
        const challenge = challengeOf(await world.signIn(contoso, asJo()));
        const answers = await Promise.all(
          Array.from({ length: 8 }, () => test.call('signIn.verify', { challenge, code: '000000' })),
        );
        expect(answers.filter(({ status }) => status === 500)).toEqual([]);
        const looked = (await test.audit()).filter(({ action }) => action === 'sso.link_wrong_code');
        expect(looked.length).toBeLessThanOrEqual(10);
        expect(looked).toHaveLength(5);
        expect((await userRow(world, jo)).wrong_codes).toBe(0);
      });
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
