import { describe, expect, it } from 'vitest';
import { uuidv7 } from '../../../server/crypto/random.ts';
import { mailUser } from '../../../server/domain/mail/enqueue.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

const CODE = 'CANARY-2345-6789-ABCD';

async function mailCode({ deps, clock }: TestApp, userId: string, requestId?: string): Promise<void> {
  // Later than the mails of getting there, so that it is the newest.
  clock.advance(1000);
  await deps.db.transaction((tx) =>
    mailUser(tx, deps, {
      userId,
      kind: 'activation_code',
      at: clock.now(),
      params: { activationCode: CODE },
      ...(requestId ? { requestId } : {}),
    }),
  );
}

/** The newest mail to a person, as the list shows it. */
async function newestTo(test: TestApp, username: string) {
  const token = await test.administrator.signIn();
  const { body } = await test.call('outbox.list', { limit: 200 }, { token });
  const mail = body.items.find(({ to }) => to.startsWith(username));
  if (!mail) throw new Error(`There is no mail to ${username}.`);
  return mail;
}

/** A request of a person that somebody verified. */
async function putVerifiedRequest({ deps, clock }: TestApp, userId: string, verifierId: string) {
  const id = uuidv7(clock.now(), deps.random);
  await deps.db.kysely
    .insertInto('reset_requests')
    .values({
      id,
      user_id: userId,
      state: 'completed',
      pending: 0,
      tier: 'standard',
      reasons: '[]',
      source: 'sign_in',
      staff_note: '',
      code_wrong_tries: 0,
      opened_at: clock.now(),
      expires_at: clock.now(),
      suspected_attack: 0,
      version: 1,
    })
    .execute();
  await deps.db.kysely
    .insertInto('reset_checks')
    .values({
      id: uuidv7(clock.now(), deps.random),
      request_id: id,
      kind: 'in_person',
      outcome: 'pass',
      by_id: verifierId,
      at: clock.now(),
    })
    .execute();
  return id;
}

/** What the page says beforehand is what is answered, and is no event. */
async function reveal(test: TestApp, id: string, token: string) {
  const before = await test.audit();
  const told = await test.call('outbox.mayReveal', { id }, { token });
  expect(await test.audit()).toEqual(before);
  const answer = await test.call('outbox.reveal', { id }, { token });
  const allowed = answer.status === 200;
  expect(told.body).toMatchObject({ allowed, refusal: allowed ? null : answer.problem.detail });
  return answer;
}

describe('the outbox in the console', () => {
  it('S-52: shows mails with codes masked, newest first, by pages', async () => {
    const test = await createTestApp();
    const maria = await test.person({ username: 'maria' });
    for (let sent = 0; sent < 5; sent += 1) {
      await mailCode(test, maria.id);
    }
    const token = await test.administrator.signIn();
    const first = await test.call('outbox.list', { limit: 3, state: 'waiting' }, { token });
    expect(first.text).not.toContain('CANARY');
    expect(first.body.smtpConfigured).toBe(false);
    expect(first.body.items[0]).toMatchObject({
      kind: 'activation_code',
      to: 'maria@example.org',
      state: 'waiting',
      sentAt: null,
      revealable: true,
    });
    expect(first.body.items[0]?.preview).toContain('••••••••');
    const second = await test.call(
      'outbox.list',
      { limit: 200, state: 'waiting', cursor: first.body.nextCursor ?? '' },
      { token },
    );
    const ids = [...first.body.items, ...second.body.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(first.body.total.count);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect((await test.call('outbox.list', { cursor: 'rubbish' }, { token })).problem.code).toBe(
      'invalid_input',
    );
    expect((await test.call('outbox.list', { state: 'failed' }, { token })).body.total.count).toBe(0);
  });

  it('makes a mail due at once', async () => {
    const test = await createTestApp();
    const maria = await test.person({ username: 'maria' });
    await mailCode(test, maria.id);
    const { id } = await newestTo(test, 'maria');
    const token = await test.administrator.signIn();
    await test.deps.db.kysely
      .updateTable('outbox')
      .set({ next_attempt_at: 4e12 })
      .where('id', '=', id)
      .execute();
    const { body } = await test.call('outbox.retry', { id }, { token });
    expect(Date.parse(body.nextAttemptAt ?? '')).toBe(test.clock.now());
    const missing = uuidv7(test.clock.now(), test.deps.random);
    expect((await test.call('outbox.retry', { id: missing }, { token })).status).toBe(404);
  });

  it('reveals a mail that cannot be sent, by step-up and audited', async () => {
    const test = await createTestApp();
    const maria = await test.person({ username: 'maria' });
    await mailCode(test, maria.id);
    const { id } = await newestTo(test, 'maria');
    const plain = await test.administrator.signIn();
    expect((await test.call('outbox.reveal', { id }, { token: plain })).problem.code).toBe(
      'step_up_required',
    );
    const otto = await test.person({ username: 'otto', roles: ['security_officer'] });
    const first = await test.administrator.signIn({ stepUp: true });
    await test.call('outbox.askReveal', { id }, { token: first });
    const token = await otto.signIn({ stepUp: true });
    const revealed = await reveal(test, id, token);
    expect(revealed.body.text).toContain(CODE);
    expect(revealed.headers['cache-control']).toBe('no-store');
    const [event] = (await test.audit()).filter(({ action }) => action === 'outbox.revealed');
    expect(event).toMatchObject({ targetId: maria.id, data: { mailId: id, kind: 'activation_code' } });

    await test.deps.db.kysely
      .updateTable('outbox')
      .set({ state: 'sent', sealed_body: null })
      .where('id', '=', id)
      .execute();
    expect((await reveal(test, id, token)).problem.code).toBe('not_revealable');
  });

  it('reveals nobody their own mail, and none to who ranks lower than its reader', async () => {
    const test = await createTestApp();
    const otto = await test.person({ username: 'otto', roles: ['security_officer'] });
    await mailCode(test, otto.id);
    const { id } = await newestTo(test, 'otto');
    const own = await otto.signIn({ stepUp: true });
    expect((await reveal(test, id, own)).problem.code).toBe('own_account');

    await test.setPolicy({ helpDeskDecides: true });
    const hana = await test.person({ username: 'hana', roles: ['help_desk'] });
    const desk = await hana.signIn({ stepUp: true });
    expect((await reveal(test, id, desk)).problem.code).toBe('rank_too_low');
  });

  it('reveals no activation code to who verified the request, whether there is somebody else or not (issue 8.2)', async () => {
    const test = await createTestApp();
    const maria = await test.person({ username: 'maria' });
    const { administrator } = test;
    await mailCode(test, maria.id, await putVerifiedRequest(test, maria.id, administrator.id));
    const { id } = await newestTo(test, 'maria');
    const otto = await test.person({ username: 'otto', roles: ['security_officer'] });
    const verifier = await administrator.signIn({ stepUp: true });
    const refused = await reveal(test, id, verifier);
    expect(refused.problem.code).toBe('second_person_required');
    const other = await otto.signIn({ stepUp: true });
    expect((await reveal(test, id, other)).status).toBe(200);

    await test.deps.db.kysely
      .updateTable('users')
      .set({ status: 'suspended' })
      .where('id', '=', otto.id)
      .execute();
    const alone = await reveal(test, id, verifier);
    expect(alone.problem).toMatchObject({ code: 'second_person_required' });
    expect(alone.problem.detail).toContain('gatehouse recover');
  });
});
