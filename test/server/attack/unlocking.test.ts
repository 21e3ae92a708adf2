import { voice } from '../voice.ts';
import { describe, expect, test } from 'vitest';
import type { CheckInput } from '../../../contract/operations/resetRequests.ts';
import { createEvaluateCode } from '../../../server/domain/authenticators/codes.ts';
import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { createServices } from '../../../server/services.ts';
import { DAY, MINUTE } from '../../../server/time.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp, TestPerson } from '../../support/app.ts';
import { forEachDatabase } from '../../support/databases.ts';
import type { OpenDatabase } from '../../support/databases.ts';
import { codeOf } from '../resetRequests/desk.ts';

const IN_PERSON: CheckInput = { kind: 'in_person', outcome: 'pass' };

/** Whoever has the password guesses until the account is locked, a minute a guess. */
async function guessUntilLocked({ deps, clock }: TestApp, { id: userId, secret }: TestPerson): Promise<void> {
  const evaluate = createEvaluateCode(deps, () => Promise.resolve());
  let kind = '';
  while (kind !== 'locked') {
    const right = [-1, 0, 1].map((offset) => codeAt(secret, timeStep(clock.now()) + offset));
    const code = ['000000', '111111', '222222', '333333'].find((guess) => !right.includes(guess)) ?? '';
    const typed = { userId, code, now: clock.now() };
    ({ kind } = await deps.db.transaction((tx) => evaluate(tx, typed)));
    clock.advance(MINUTE);
  }
}

/** What unlocking is answered: `done`, or the code of the refusal. */
function unlock({ services, administrator, clock }: TestApp, { id }: TestPerson, checks: CheckInput[]) {
  const now = clock.now();
  const actor = { userId: administrator.id, name: 'Ada Admin', steppedUpUntil: now + MINUTE };
  return codeOf(services.resetRequests.unlock({ userId: id, checks, note: null, actor, now }));
}

/** Jo, whose account wrong codes locked. */
async function lockedJo(open?: OpenDatabase): Promise<{ app: TestApp; jo: TestPerson }> {
  const app = await createTestApp(open && { db: await open(), keep: true });
  const jo = await app.person({ username: 'jo', phone: '+442079460041' });
  await app.person({ username: 'omar', roles: ['security_officer'] });
  app.clock.advance(40 * DAY);
  await guessUntilLocked(app, jo);
  return { app, jo };
}

forEachDatabase((open) => {
  test(
    'S-102 eleven unlocks in a row: a hundred wrong codes lock for good, and only a reset helps',
    { timeout: 0 },
    async () => {
      const { app, jo } = await lockedJo(open);
      const answers: string[] = [];
      for (let round = 1; round <= 11; round += 1) {
        answers.push(await unlock(app, jo, [IN_PERSON]));
        await guessUntilLocked(app, jo);
      }
      expect(answers).toEqual([
        ...Array.from({ length: 9 }, () => 'done'),
        'locked_for_good',
        'locked_for_good',
      ]);
      const token = await app.administrator.signIn({ stepUp: true });
      const refused = await app.call('users.unlock', { id: jo.id, checks: [IN_PERSON] }, { token });
      expect(refused).toMatchObject({
        status: 409,
        problem: { detail: expect.stringMatching(/^A hundred.*Reset/) },
      });
      // The codes of a new authenticator are counted anew.
      const checks: CheckInput[] = [IN_PERSON, { kind: 'call_back', outcome: 'pass', number: 'phone' }];
      const reset = { id: jo.id, reason: 'code_refused', note: 'Locked for good.', checks } as const;
      const { body } = await app.call('users.reset', reset, { token });
      expect(body.state).toBe('verified');
      const { deps, clock } = app;
      const { id: omar } = await deps.db.kysely
        .selectFrom('users')
        .select('id')
        .where('username', '=', 'omar')
        .executeTakeFirstOrThrow();
      const actor = { userId: omar, name: 'Omar', steppedUpUntil: clock.now() + MINUTE };
      const approval = { id: body.id, note: null, actor, now: clock.now(), voice };
      expect(await app.services.resetRequests.approve(approval)).toMatchObject({ state: 'completed' });
      const row = await app.deps.db.kysely
        .selectFrom('users')
        .select(['locked_at', 'wrong_codes_since_right'])
        .where('id', '=', jo.id)
        .executeTakeFirstOrThrow();
      expect(row).toEqual({ locked_at: null, wrong_codes_since_right: 0 });
    },
  );
});

test('S-102 a right code between two unlocks begins the hundred anew', { timeout: 0 }, async () => {
  const { app, jo } = await lockedJo();
  for (let round = 1; round <= 11; round += 1) {
    expect(await unlock(app, jo, [IN_PERSON])).toBe('done');
    await jo.signIn();
    await guessUntilLocked(app, jo);
  }
});

describe('S-102 an unlock without evidence', () => {
  test('is refused with a sentence of what to do, and changes nothing', async () => {
    const { app, jo } = await lockedJo();
    const token = await app.administrator.signIn({ stepUp: true });
    const bare = await app.call('users.unlock', { id: jo.id }, { token });
    expect(bare).toMatchObject({
      status: 409,
      problem: {
        code: 'recipe_not_met',
        detail: expect.stringMatching(
          /^Make sure that it is them before you unlock, and record how\. Still missing: one of/,
        ),
      },
    });
    expect(await unlock(app, jo, [{ kind: 'call_back', outcome: 'no_answer', number: 'phone' }])).toBe(
      'recipe_not_met',
    );
    expect(await unlock(app, jo, [IN_PERSON, { kind: 'photo_id_video', outcome: 'fail' }])).toBe(
      'recipe_not_met',
    );
    expect((await app.audit()).some(({ action }) => action === 'mfa.unlocked')).toBe(false);
  });

  test('is one whose check proves nothing: a request code that nobody has, a number that was just changed', async () => {
    const { app, jo } = await lockedJo();
    const token = await app.administrator.signIn({ stepUp: true });
    const request: CheckInput = { kind: 'request_code', outcome: 'pass', requestCode: 'AAAAAA' };
    expect(await unlock(app, jo, [request])).toBe('recipe_not_met');
    expect(await unlock(app, jo, [IN_PERSON, request])).toBe('check_not_possible');
    await app.call('users.update', { id: jo.id, phone: '+442079460099' }, { token });
    expect(await unlock(app, jo, [{ kind: 'call_back', outcome: 'pass', number: 'phone' }])).toBe(
      'contact_changed_recently',
    );
  });
});

test('S-102 the unlock is in the log and in the user’s mailbox: by whom, and by which checks', async () => {
  const { app, jo } = await lockedJo();
  const checks: CheckInput[] = [
    { kind: 'photo_id_video', outcome: 'no_answer' },
    { kind: 'call_back', outcome: 'pass', number: 'phone', note: 'Known voice.' },
  ];
  expect(await unlock(app, jo, checks)).toBe('done');
  expect((await app.audit()).find(({ action }) => action === 'mfa.unlocked')).toMatchObject({
    actorId: app.administrator.id,
    targetId: jo.id,
    data: {
      checks: [
        { kind: 'photo_id_video', outcome: 'no_answer', numberEnding: null },
        { kind: 'call_back', outcome: 'pass', numberEnding: '41', note: 'Known voice.' },
      ],
    },
  });
  const mail = (await app.mails()).find(({ kind }) => kind === 'unlocked');
  expect(mail?.text).toMatch(/unlocked by Ada Admin\./);
  expect(mail?.text).toMatch(/Ada Admin called the number ending 41 on .*Didn’t happen\?/);
  expect(mail?.text).not.toMatch(/photo/i);
});

describe('S-102 at a hundred wrong codes', () => {
  const worn = async () => {
    const app = await createTestApp();
    const { administrator, clock, deps } = app;
    await deps.db.kysely
      .updateTable('users')
      .set({ locked_at: clock.now(), wrong_codes: 10, wrong_codes_since_right: 100 })
      .where('id', '=', administrator.id)
      .execute();
    const recover = (unlockOnly: boolean) =>
      createServices(deps).recover({ username: 'admin', unlockOnly, now: clock.now() });
    return { app, recover };
  };

  test('the lock of the last administrator no longer ends by itself', async () => {
    const { app } = await worn();
    app.clock.advance(DAY);
    const { body } = await app.call('signIn.start', { username: 'admin', password: PASSWORD });
    const challenge = body.outcome === 'code_required' ? body.challenge : '';
    const answer = await app.call('signIn.verify', { challenge, code: app.administrator.code() });
    expect(answer.problem.code).toBe('locked');
  });

  test('`gatehouse recover` resets, and its --unlock says so', async () => {
    const { recover } = await worn();
    expect(await codeOf(recover(true))).toBe('locked_for_good');
    expect(await recover(false)).toMatchObject({ activationCode: expect.any(String) });
  });
});
