import { describe, expect, it } from 'vitest';
import { seal } from '../../../server/crypto/seal.ts';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp, TestPerson } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';

interface Second {
  id: string;
  secret: string;
}

const codeNow = (test: TestApp, secret: string) => codeAt(secret, timeStep(test.clock.now()));

/** Adds an authenticator as its owner does, and lets a time step pass so that its codes are new. */
async function add(test: TestApp, person: TestPerson, token: string, name?: string): Promise<Second> {
  const { call } = test;
  const code = person.code();
  const begun = await call('me.beginEnrolment', { code, add: true, ...(name ? { name } : {}) }, { token });
  if (begun.status !== 200) throw new Error(begun.text);
  const { enrolmentId, secret } = begun.body;
  const proof = { enrolmentId, code: codeNow(test, secret) };
  const done = await call('me.confirmEnrolment', proof, { token });
  if (done.status !== 200) throw new Error(done.text);
  test.clock.advance(30_000);
  return { id: enrolmentId, secret };
}

const listOf = async ({ call }: TestApp, token: string) =>
  (await call('me.authenticators', {}, { token })).body.items;

async function challengeOf({ call }: TestApp, username: string): Promise<string> {
  const { body } = await call('signIn.start', { username, password: PASSWORD });
  if (body.outcome !== 'code_required') throw new Error('No code was asked for.');
  return body.challenge;
}

async function verify(test: TestApp, code: string) {
  return test.call('signIn.verify', { challenge: await challengeOf(test, 'jo'), code });
}

/** Jo with a phone and a second authenticator, and a session. */
async function joWithTwo(test: TestApp) {
  const jo = await test.person({ username: 'jo' });
  const token = await jo.signIn();
  const second = await add(test, jo, token, 'Work phone');
  const [first] = await listOf(test, token);
  return { jo, token, second, first: { id: first?.id ?? '', secret: jo.secret } };
}

describe('Several authenticators', () => {
  it('are added by a code of one that there is; each has its name, its dates and where it was last used', async () => {
    const test = await createTestApp();
    const { call, clock } = test;
    const jo = await test.person({ username: 'jo' });
    const token = await jo.signIn();
    const other = await jo.signIn();
    const [only] = await listOf(test, token);
    expect(only).toMatchObject({ kind: 'app', name: 'Authenticator app', stopped: false });
    const without = await call('me.beginEnrolment', { add: true }, { token });
    expect(without.problem).toMatchObject({ status: 409, code: 'already_on' });
    const wrong = await call('me.beginEnrolment', { add: true, code: '000000' }, { token });
    expect(wrong.problem.code).toBe('invalid_code');

    await add(test, jo, token, 'Work phone');
    const addedAt = new Date(clock.now() - 30_000).toISOString();
    const items = await listOf(test, token);
    expect(items).toHaveLength(2);
    expect(items[1]).toMatchObject({ kind: 'app', name: 'Work phone', createdAt: addedAt, stopped: false });
    // S-13: another authenticator ends the other sessions.
    expect((await call('me.get', {}, { token: other })).status).toBe(401);
    expect((await test.mails()).filter(({ kind }) => kind === 'authenticator_added')).toMatchObject([
      { text: expect.stringContaining('Work phone was added') as string },
    ]);
    expect((await test.audit()).find(({ action }) => action === 'mfa.authenticator_added')).toMatchObject({
      targetId: jo.id,
      data: { authenticator: 'Work phone' },
    });
  });

  it('any of them signs in, and it is told when and from where', async () => {
    const test = await createTestApp();
    const { token, second, first } = await joWithTwo(test);
    const code = codeNow(test, second.secret);
    const challenge = await challengeOf(test, 'jo');
    const address = { address: '198.51.100.7' };
    expect((await test.call('signIn.verify', { challenge, code }, address)).status).toBe(200);
    expect((await verify(test, codeNow(test, first.secret))).status).toBe(200);
    const now = new Date(test.clock.now()).toISOString();
    expect(await listOf(test, token)).toMatchObject([
      { id: first.id, lastUsedAt: now, lastUsedFrom: '127.0.0.1' },
      { id: second.id, lastUsedAt: now, lastUsedFrom: '198.51.100.7' },
    ]);
  });

  it('are five at most', async () => {
    const test = await createTestApp();
    const jo = await test.person({ username: 'jo' });
    const token = await jo.signIn();
    for (let n = 2; n <= 5; n += 1) await add(test, jo, token, `Phone ${n}`);
    const code = jo.code();
    const sixth = await test.call('me.beginEnrolment', { code, add: true }, { token });
    expect(sixth.problem).toMatchObject({ status: 409, code: 'too_many_authenticators' });
    expect(await listOf(test, token)).toHaveLength(5);
    // The code was not spent on what can't be.
    expect((await test.call('me.stepUp', { code }, { token })).status).toBe(200);
  });

  it('each of five is looked at with every code', async () => {
    const test = await createTestApp();
    const jo = await test.person({ username: 'jo' });
    const token = await jo.signIn();
    const all = [];
    for (let n = 2; n <= 5; n += 1) all.push(await add(test, jo, token));
    for (const { secret } of all) expect((await verify(test, codeNow(test, secret))).status).toBe(200);
  });

  it('a move replaces the one whose code it was begun with, which keeps its name', async () => {
    const test = await createTestApp();
    const { call } = test;
    const { token, second, first } = await joWithTwo(test);
    const begun = await call('me.beginEnrolment', { code: codeNow(test, second.secret) }, { token });
    const { enrolmentId, secret } = begun.body;
    const proof = { enrolmentId, code: codeNow(test, secret) };
    expect((await call('me.confirmEnrolment', proof, { token })).status).toBe(200);
    test.clock.advance(30_000);
    expect(await listOf(test, token)).toMatchObject([
      { id: first.id, name: 'Authenticator app' },
      { id: enrolmentId, name: 'Work phone' },
    ]);
    expect((await verify(test, codeNow(test, second.secret))).problem.code).toBe('invalid_code');
    expect((await verify(test, codeNow(test, secret))).status).toBe(200);
    expect((await verify(test, codeNow(test, first.secret))).status).toBe(200);
  });

  it('a code of the old entry is told as that while one moves, not as a slow clock; it is not spent', async () => {
    const test = await createTestApp();
    const jo = await test.person({ username: 'jo' });
    const token = await jo.signIn();
    const used = jo.code();
    const { enrolmentId } = (await test.call('me.beginEnrolment', { code: used }, { token })).body;
    const confirm = async (code: string) =>
      (await test.call('me.confirmEnrolment', { enrolmentId, code }, { token })).problem.detail;
    const told = /a code of the entry that you have already/;
    expect(await confirm(used)).toMatch(told);
    test.clock.advance(30_000);
    const next = codeNow(test, jo.secret);
    expect(await confirm(next)).toMatch(told);
    expect(await confirm('000000')).toMatch(/phone’s clock is set to automatic/);
    expect((await verify(test, next)).status).toBe(200);
  });

  it('are renamed by their owner and nobody else', async () => {
    const test = await createTestApp();
    const { call } = test;
    const { token, first } = await joWithTwo(test);
    const renamed = await call('me.renameAuthenticator', { id: first.id, name: 'Old phone' }, { token });
    expect(renamed.body.items.map(({ name }) => name)).toEqual(['Old phone', 'Work phone']);
    const admin = { token: await test.administrator.signIn() };
    const foreign = await call('me.renameAuthenticator', { id: first.id, name: 'Mine' }, admin);
    expect(foreign.problem.code).toBe('not_found');
    // S-107: no name that reads another way than it is written.
    const hidden = await call('me.renameAuthenticator', { id: first.id, name: 'a\u202eb' }, { token });
    expect(hidden.status).toBe(400);
    expect((await listOf(test, token))[0]?.name).toBe('Old phone');
  });

  it('one is removed by a code of any, and the others go on; other sessions end', async () => {
    const test = await createTestApp();
    const { call } = test;
    const { jo, token, second, first } = await joWithTwo(test);
    const other = await jo.signIn();
    const wrong = await call('me.removeAuthenticator', { id: first.id, code: '000000' }, { token });
    expect(wrong.problem.code).toBe('invalid_code');
    test.clock.advance(30_000);
    const code = codeNow(test, second.secret);
    const removed = await call('me.removeAuthenticator', { id: first.id, code }, { token });
    expect(removed.body).toMatchObject({ items: [{ id: second.id }] });
    expect(removed.body.disabled).toBeUndefined();
    expect((await call('me.get', {}, { token: other })).status).toBe(401);
    expect((await call('me.get', {}, { token })).body.mfa.state).toBe('on');
    test.clock.advance(30_000);
    expect((await verify(test, codeNow(test, first.secret))).problem.code).toBe('invalid_code');
    expect((await verify(test, codeNow(test, second.secret))).status).toBe(200);
    expect((await test.mails()).map(({ kind }) => kind)).toContain('authenticator_removed');
  });

  it.each([
    ['off at once', true, 'off'],
    ['a request', false, 'reset_pending'],
  ] as const)('removing the last is Disable: %s, as policy says', async (_what, automaticReset, state) => {
    const test = await createTestApp();
    const { call } = test;
    await test.setPolicy({ automaticReset });
    const jo = await test.person({ username: 'jo' });
    const token = await jo.signIn();
    const [only] = await listOf(test, token);
    const input = { id: only?.id ?? '', code: jo.code() };
    const removed = await call('me.removeAuthenticator', input, { token });
    expect(removed.body.disabled?.state).toBe(state);
    expect((await call('me.get', {}, { token })).body.mfa.state).toBe(state);
    const again = await call('me.removeAuthenticator', { ...input, code: jo.code() }, { token });
    expect(again.problem.code).toBe(state === 'off' ? 'mfa_not_on' : 'request_exists');
  });

  it('a reset removes all of them', async () => {
    const test = await createTestApp();
    await test.setPolicy({ automaticReset: true });
    const { jo, token } = await joWithTwo(test);
    expect((await test.call('me.disable', { code: jo.code() }, { token })).body).toEqual({ state: 'off' });
    expect(await listOf(test, token)).toEqual([]);
  });

  it('staff see what somebody has, without where they use it', async () => {
    const test = await createTestApp();
    const { jo, second, first } = await joWithTwo(test);
    const token = await test.administrator.signIn();
    const { body } = await test.call('users.factors', { id: jo.id }, { token });
    expect(body).toMatchObject({
      items: [
        { systemId: null, id: first.id, kind: 'app', name: 'Authenticator app', stopped: false },
        { systemId: null, id: second.id, kind: 'app', name: 'Work phone', stopped: false },
      ],
      unavailable: [],
    });
    expect(JSON.stringify(body)).not.toContain('127.0.0.1');
    const nobody = await test.call('users.factors', { id: second.id }, { token });
    expect(nobody.problem.code).toBe('not_found');
  });
});

describe('S-03: with several authenticators', () => {
  it('a code that two happen to have at once counts once', async () => {
    const test = await createTestApp();
    const { jo, token, second } = await joWithTwo(test);
    // The same secret in both is the same code at every step.
    await sameSecret(test, jo, second.id);
    test.clock.advance(60_000);
    const code = codeNow(test, jo.secret);
    expect((await verify(test, code)).status).toBe(200);
    expect((await verify(test, code)).problem.code).toBe('invalid_code');
    expect((await test.call('me.stepUp', { code }, { token })).problem.code).toBe('invalid_code');
  });

  it('a code that was spent at one stays spent where another has it later', async () => {
    const test = await createTestApp();
    const { jo, second } = await joWithTwo(test);
    test.clock.advance(60_000);
    const code = codeNow(test, jo.secret);
    expect((await verify(test, code)).status).toBe(200);
    await sameSecret(test, jo, second.id);
    expect((await verify(test, code)).problem.code).toBe('invalid_code');
    const tried = (await test.audit()).filter(({ action }) => action === 'mfa.wrong_code');
    expect(tried.at(-1)?.data).toMatchObject({ usedBefore: true });
  });

  it('wrong codes are counted for the person, whichever they were meant for', async () => {
    const test = await createTestApp();
    const { jo, token, second } = await joWithTwo(test);
    for (let n = 1; n <= 3; n += 1) await verify(test, '000000');
    const countOf = () =>
      test.deps.db.kysely
        .selectFrom('users')
        .select('wrong_codes')
        .where('id', '=', jo.id)
        .executeTakeFirstOrThrow();
    expect(await countOf()).toEqual({ wrong_codes: 3 });
    await test.call('me.stepUp', { code: codeNow(test, second.secret) }, { token });
    expect(await countOf()).toEqual({ wrong_codes: 0 });
  });
});

/** Gives an authenticator the secret that the person's first one has. */
async function sameSecret({ deps }: TestApp, person: TestPerson, id: string): Promise<void> {
  const context = { purpose: 'authenticator', userId: person.id, recordId: id };
  await deps.db.kysely
    .updateTable('authenticators')
    .set({ sealed_secret: seal(deps.keys, deps.random, context, person.secret), last_step: 0 })
    .where('id', '=', id)
    .execute();
}

forEachDatabase(
  (open) => {
    describe('at once', () => {
      it('S-03: one code is accepted once, though two have it', async () => {
        const test = await createTestApp({ db: await open() });
        const { jo, second } = await joWithTwo(test);
        await sameSecret(test, jo, second.id);
        test.clock.advance(60_000);
        const code = codeNow(test, jo.secret);
        const challenges = [];
        for (let n = 0; n < 8; n += 1) challenges.push(await challengeOf(test, 'jo'));
        const answers = await Promise.all(
          challenges.map((challenge) => test.call('signIn.verify', { challenge, code })),
        );
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      });

      it('an authenticator is added once, and five stay the most', async () => {
        const test = await createTestApp({ db: await open() });
        const jo = await test.person({ username: 'jo' });
        const token = await jo.signIn();
        for (let n = 2; n <= 4; n += 1) await add(test, jo, token);
        const begun = await test.call('me.beginEnrolment', { code: jo.code(), add: true }, { token });
        const { enrolmentId, secret } = begun.body;
        const proof = { enrolmentId, code: codeNow(test, secret) };
        const answers = await Promise.all(
          [1, 2, 3, 4].map(() => test.call('me.confirmEnrolment', proof, { token })),
        );
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
        expect(await listOf(test, token)).toHaveLength(5);
      });

      it('of two removals of two, the second is Disable: one is never removed to nothing', async () => {
        const test = await createTestApp({ db: await open() });
        const { jo, token, second, first } = await joWithTwo(test);
        test.clock.advance(30_000);
        const codes = [codeNow(test, jo.secret), codeNow(test, second.secret)] as const;
        const answers = await Promise.all([
          test.call('me.removeAuthenticator', { id: first.id, code: codes[1] }, { token }),
          test.call('me.removeAuthenticator', { id: second.id, code: codes[0] }, { token }),
        ]);
        // Whose code left with its authenticator is refused; else policy wants an administrator for the last.
        expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 403]));
        expect(await listOf(test, token)).toHaveLength(1);
      });
    });
  },
  ['SQLite in memory', 'PostgreSQL'],
);
