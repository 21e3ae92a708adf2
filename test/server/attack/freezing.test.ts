import { expect, test } from 'vitest';
import type { FreezeSwitch } from '../../../contract/freeze.ts';
import { createServices } from '../../../server/services.ts';
import { MINUTE } from '../../../server/time.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp, TestPerson } from '../../support/app.ts';
import { forEachDatabase, TWO_SERVERS } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { codeOf } from '../resetRequests/desk.ts';

const NEW_PASSWORD = 'seven-otters-under-the-bridge';

/** The last token that was mailed to somebody. */
async function mailedToken({ mails }: TestApp, kind: string): Promise<string> {
  const mail = (await mails()).findLast((each) => each.kind === kind);
  return /#(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

interface Attacked extends TestApp {
  /** Has MFA on, and a move begun. */
  jo: TestPerson;
  throwSwitch(name: FreezeSwitch): Promise<void>;
  /** What every act that a switch could stop is answered: begun before the freeze, or not. */
  answers(): Promise<Record<string, string>>;
}

/** An organisation in which everything is under way when the switch is thrown. */
async function attacked(open?: OpenDatabase): Promise<Attacked> {
  const app = await createTestApp(open && { db: await open(), keep: true });
  const { call, services, clock, administrator } = app;
  const jo = await app.person({ username: 'jo' });
  const eve = await app.person({ username: 'eve', mfa: false });
  const admin = { token: await administrator.signIn({ stepUp: true }) };
  const [moving, starting] = [{ token: await jo.signIn() }, { token: await eve.signIn() }];
  const move = await call('me.beginEnrolment', { code: jo.code() }, moving);
  const first = await call('me.beginEnrolment', {}, starting);
  await call('password.forgot', { username: 'jo' });
  await services.passwordLinks.settled();
  const token = await mailedToken(app, 'password_link');
  const codeOfBegun = (secret: string) => codeAt(secret, timeStep(clock.now()));
  const said = ({ status, problem }: { status: number; problem?: { code: string } }) =>
    status < 300 ? 'done' : (problem?.code ?? '');
  return {
    ...app,
    jo,
    async throwSwitch(name) {
      const frozen = await call('resetRequests.freeze', { reason: 'Calls.', switches: [name] }, admin);
      expect(frozen.body).toEqual({ frozen: true, switches: [name] });
    },
    async answers() {
      const mailed = (await app.mails()).length;
      await call('password.forgot', { username: 'eve' });
      await services.passwordLinks.settled();
      const forgotten = (await app.mails()).length > mailed ? 'done' : 'not sent';
      const { enrolmentId: moveId, secret: moveSecret } = move.body;
      const { enrolmentId: firstId, secret: firstSecret } = first.body;
      return {
        forgotten,
        linkConfirmed: said(await call('password.confirm', { token, password: NEW_PASSWORD })),
        moveConfirmed: said(
          await call('me.confirmEnrolment', { enrolmentId: moveId, code: codeOfBegun(moveSecret) }, moving),
        ),
        firstConfirmed: said(
          await call(
            'me.confirmEnrolment',
            { enrolmentId: firstId, code: codeOfBegun(firstSecret) },
            starting,
          ),
        ),
        added: said(
          await call('users.create', { username: 'new', name: 'New', email: 'n@example.org' }, admin),
        ),
        resetApproved: said(
          await call(
            'users.reset',
            { id: administrator.id, reason: 'broken', note: 'x', checks: [] },
            { token: admin.token },
          ),
        ),
        signedIn: said(await call('signIn.start', { username: 'admin', password: PASSWORD })),
      };
    },
  };
}

const ALL = {
  forgotten: 'done',
  linkConfirmed: 'done',
  // The password that was set by the link ended Jo's sessions.
  moveConfirmed: 'not_signed_in',
  firstConfirmed: 'done',
  added: 'done',
  resetApproved: 'own_account',
  signedIn: 'done',
};

forEachDatabase((open) => {
  test('S-103 setups: what was begun is not confirmed, nobody new is added, and nothing else stops', async () => {
    const { throwSwitch, answers } = await attacked(open);
    await throwSwitch('setups');
    expect(await answers()).toEqual({ ...ALL, firstConfirmed: 'frozen', added: 'frozen' });
  });

  test('S-103 passwords: no link sets one, none is sent, and nothing else stops', async () => {
    const { throwSwitch, answers } = await attacked(open);
    await throwSwitch('passwords');
    expect(await answers()).toEqual({
      ...ALL,
      forgotten: 'not sent',
      linkConfirmed: 'frozen',
      moveConfirmed: 'done',
    });
  });

  test('S-103 resets: neither setups nor passwords stop', async () => {
    const { throwSwitch, answers } = await attacked(open);
    await throwSwitch('resets');
    expect(await answers()).toEqual(ALL);
  });
});

test('S-103 setups: no move and no setup begins, no set-up link and no activation code goes', async () => {
  const { call, administrator, throwSwitch, jo, person } = await attacked();
  const admin = { token: await administrator.signIn({ stepUp: true }) };
  const token = await jo.signIn();
  const zoe = await person({ username: 'zoe', mfa: false });
  const zoeToken = await zoe.signIn();
  await throwSwitch('setups');
  const move = await call('me.beginEnrolment', { code: jo.code() }, { token });
  expect(move).toMatchObject({ status: 423, problem: { code: 'frozen', detail: /^New setups are frozen/ } });
  expect((await call('me.beginEnrolment', {}, { token: zoeToken })).problem.code).toBe('frozen');
  expect((await call('users.sendSetUpLink', { id: zoe.id }, admin)).problem.code).toMatch(/forbidden|frozen/);
  const csv = 'username,email,name\nnia,nia@example.org,Nia\n';
  expect((await call('users.import', { content: csv }, admin)).problem.code).toBe('frozen');
  const me = await call('me.get', {}, { token });
  expect(me.body.organisation).toMatchObject({ frozen: false, switches: ['setups'], freezes: null });
});

/** Priya, who freezes without a step-up. */
async function unproven() {
  const app = await createTestApp();
  const priya = await app.person({ username: 'priya', roles: ['help_desk'] });
  const token = await priya.signIn();
  await app.call('resetRequests.freeze', { reason: 'Calls.', switches: ['resets', 'setups'] }, { token });
  const organisation = async () =>
    (await app.call('me.get', {}, { token: await app.administrator.signIn() })).body.organisation;
  const thaw = () => app.services.resetRequests.thawUnproven(app.clock.now());
  return { ...app, priya, token, organisation, thaw };
}

test('issue 8.5 a freeze that its session never confirms ends by itself after 15 minutes, loudly', async () => {
  const { organisation, thaw, clock, mails, audit } = await unproven();
  expect((await organisation()).freezes).toMatchObject([
    { switch: 'resets', thawsAt: expect.any(String) },
    { switch: 'setups', thawsAt: expect.any(String) },
  ]);
  clock.advance(14 * MINUTE);
  await thaw();
  expect((await organisation()).switches).toEqual(['resets', 'setups']);
  clock.advance(MINUTE);
  await thaw();
  expect((await organisation()).switches).toEqual([]);
  expect((await audit()).filter(({ action }) => action === 'resets.thawed')).toMatchObject([
    { actorId: null, data: { switches: ['resets', 'setups'] } },
  ]);
  const told = (await mails()).filter(({ kind }) => kind === 'resets_thawed');
  expect(told.map(({ to }) => to)).toEqual(['admin@example.org']);
});

test('issue 8.5 a step-up of that session keeps it', async () => {
  const { call, organisation, thaw, clock, priya, token } = await unproven();
  expect((await call('me.stepUp', { code: priya.code() }, { token })).status).toBe(200);
  expect((await organisation()).freezes).toMatchObject([{ thawsAt: null }, { thawsAt: null }]);
  await thaw();
  clock.advance(60 * MINUTE);
  await thaw();
  expect((await organisation()).switches).toEqual(['resets', 'setups']);
});

test('issue 8.5 a step-up elsewhere proves nothing, and whoever confirms takes the freeze over', async () => {
  const { call, organisation, thaw, clock, priya, administrator } = await unproven();
  await priya.signIn({ stepUp: true });
  const again = { reason: 'Calls here too.' };
  const unconfirmed = { token: await administrator.signIn() };
  expect((await call('resetRequests.freeze', again, unconfirmed)).problem.code).toBe('already_frozen');
  const confirmed = { token: await administrator.signIn({ stepUp: true }) };
  expect((await call('resetRequests.freeze', again, confirmed)).status).toBe(200);
  clock.advance(20 * MINUTE);
  await thaw();
  expect((await organisation()).switches).toEqual(['resets']);
});

forEachDatabase((open, kind) => {
  test(
    'S-103 a freeze against a confirmation, at two servers: nobody sets up after it',
    { timeout: 0 },
    async () => {
      const database = await open();
      const app = await createTestApp({ db: database, keep: true });
      const other = createServices({ ...app.deps, db: database.another() }).resetRequests;
      const officer = {
        userId: app.administrator.id,
        name: 'Ada Admin',
        steppedUpUntil: Number.MAX_SAFE_INTEGER,
      };
      const act = { reason: 'Calls.', switches: ['setups'], actor: officer } as const;
      for (let round = 0; round < (kind === 'PostgreSQL' ? 4 : 6); round += 1) {
        const person = await app.person({ username: `user${round}`, mfa: false });
        const token = await person.signIn();
        const { enrolmentId, secret } = (await app.call('me.beginEnrolment', {}, { token })).body;
        const code = codeAt(secret, timeStep(app.clock.now()));
        const now = app.clock.now();
        const [confirmed] = await Promise.all([
          app.call('me.confirmEnrolment', { enrolmentId, code }, { token }),
          codeOf(other.freeze({ ...act, now })),
        ]);
        const log = (await app.audit()).map(({ action }) => action);
        const [setUp, frozen] = [log.lastIndexOf('mfa.set_up'), log.lastIndexOf('resets.frozen')];
        if (confirmed.status === 200) expect(setUp).toBeLessThan(frozen);
        else expect(confirmed.problem.code).toBe('frozen');
        await other.unfreeze({ ...act, now });
      }
    },
  );
}, TWO_SERVERS);
