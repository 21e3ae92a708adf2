import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../../server/time.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { codeOf, openStaffedDesk } from './desk.ts';

test('S-31 one open request a user: a second submit gets the same one, and the old code is void', async () => {
  const { jo, priya, ...d } = await openStaffedDesk();
  const first = await d.ask(jo);
  const second = await d.ask(jo);
  expect(second.id).toBe(first.id);
  expect(second.code).not.toBe(first.code);
  const old = { kind: 'request_code', outcome: 'pass', requestCode: first.code } as const;
  expect(await codeOf(d.check(first.id, priya, old))).toBe('wrong_request_code');
  expect((await d.view(first.id, priya)).tier).toBe('standard');
  await d.ask(jo, { userAgent: 'curl' });
  const view = await d.view(first.id, priya);
  expect(view.tier).toBe('elevated');
  expect(view.reasons.map(({ code }) => code)).toEqual(['second_browser']);
});

test('S-32 a phone that a second submit calls lost is lost, whatever a third says; what was written is kept', async () => {
  const { jo, priya, ...d } = await openStaffedDesk();
  const { id } = await d.ask(jo, { reason: 'broken', note: 'Ring after ten.' });
  const asked = () => d.view(id, priya);
  expect(await asked()).toMatchObject({ reason: 'broken', userNote: 'Ring after ten.' });
  await d.ask(jo, { reason: 'lost_or_stolen', note: 'It was in the bag.' });
  await d.ask(jo, { reason: 'broken', note: 'It was in the bag.' });
  const userNote = 'Ring after ten.\nIt was in the bag.';
  expect(await asked()).toMatchObject({ reason: 'lost_or_stolen', userNote });
});

test('S-31 twenty submits at once make one request', async () => {
  const { jo, ...d } = await openStaffedDesk();
  const asked = await Promise.all(Array.from({ length: 20 }, () => d.ask(jo)));
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
  expect((await d.mails()).filter(({ kind }) => kind === 'new_request')).toHaveLength(1);
});

test('S-31 no account changes by a request: the setup stays valid, and only the state says that one waits', async () => {
  const { jo, ...d } = await openStaffedDesk();
  const row = () =>
    d.deps.db.kysely.selectFrom('users').selectAll().where('id', '=', jo.userId).executeTakeFirstOrThrow();
  const setup = () =>
    d.deps.db.kysely.selectFrom('authenticators').selectAll().where('user_id', '=', jo.userId).execute();
  const [before, authenticators] = [await row(), await setup()];
  await d.ask(jo);
  expect(await row()).toEqual({
    ...before,
    mfa_state: 'reset_pending',
    version: expect.any(Number) as number,
  });
  expect(await setup()).toEqual(authenticators);
});

test('S-37 five wrong request codes close that check, and no answer ever holds the code', async () => {
  const { jo, priya, ana, ...d } = await openStaffedDesk();
  const { id, code } = await d.ask(jo);
  const wrong = { kind: 'request_code', outcome: 'pass', requestCode: 'AAAAAA' } as const;
  for (let tries = 0; tries < 5; tries += 1)
    expect(await codeOf(d.check(id, priya, wrong))).toBe('wrong_request_code');
  const right = { kind: 'request_code', outcome: 'pass', requestCode: code } as const;
  expect(await codeOf(d.check(id, priya, right))).toBe('request_code_closed');
  const view = await d.view(id, ana);
  expect(view).toMatchObject({ tier: 'elevated', requestCodeTriesLeft: 0 });
  expect(JSON.stringify(view)).not.toContain(code);

  const fresh = await d.ask(jo);
  const again = await d.check(id, priya, { ...right, requestCode: fresh.code });
  expect(again.recipe.steps[0]).toMatchObject({ id: 'request_code', met: true });
});

test('S-37 a hundred wrong codes at once: five are counted', async () => {
  const { jo, priya, ...d } = await openStaffedDesk();
  const { id } = await d.ask(jo);
  const wrong = { kind: 'request_code', outcome: 'pass', requestCode: 'AAAAAA' } as const;
  const codes = await Promise.all(Array.from({ length: 100 }, () => codeOf(d.check(id, priya, wrong))));
  expect(codes.filter((code) => code === 'wrong_request_code')).toHaveLength(5);
  expect(codes.filter((code) => code === 'request_code_closed')).toHaveLength(95);
});

test('S-32 a call back goes to a number on record that is unchanged for 30 days, and to no mobile that was lost', async () => {
  const { jo, priya, ...d } = await openStaffedDesk();
  await d.changed(jo, 'phone', 6);
  const { id } = await d.ask(jo);
  const call = (number?: 'phone' | 'mobile') =>
    codeOf(d.check(id, priya, { kind: 'call_back', outcome: 'pass', number }));
  expect(await call('phone')).toBe('contact_changed_recently');
  expect(await call('mobile')).toBe('check_not_possible');
  expect(await call()).toBe('contact_changed_recently');
  const { person, checkOptions } = await d.view(id, priya);
  expect(person.numbers.map(({ refusal }) => refusal)).toEqual([
    'This number changed 6 days ago, so a call to it proves nothing. Ask for a photo ID by video, or ask the manager.',
    expect.stringContaining('lost or stolen'),
  ]);
  expect(checkOptions.find(({ kind }) => kind === 'call_back')?.allowed).toBe(false);
});

test('S-32 a call to the mobile counts no longer once the phone is reported lost or stolen', async () => {
  const { jo, priya, ana, ...d } = await openStaffedDesk();
  const { id } = await d.ask(jo, { reason: 'broken' });
  const call = (number?: 'phone' | 'mobile') =>
    d.check(id, priya, { kind: 'call_back', outcome: 'pass', number });
  await call('mobile');
  // Who doesn't say which of two numbers they called may have called the mobile.
  await call();
  const { code: before } = await d.ask(jo, { reason: 'broken' });
  const verified = await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: before });
  expect(verified).toMatchObject({ state: 'verified', recipe: { met: true } });

  await d.ask(jo, { reason: 'lost_or_stolen' });
  const lost = await d.view(id, ana);
  expect(lost).toMatchObject({ state: 'open', recipe: { met: false }, checksPassed: 1 });
  expect(lost.checks.map(({ kind, voidBecause }) => [kind, voidBecause])).toEqual([
    ['call_back', 'phone_lost'],
    ['call_back', 'phone_lost'],
    ['request_code', null],
  ]);
  const { items } = await d.resets.list({ state: 'open' }, d.clock.now());
  expect(items).toMatchObject([{ id, checksPassed: 1, checksNeeded: 2 }]);
  expect(await codeOf(d.approve(id, ana))).toBe('recipe_not_met');

  expect(await codeOf(call('mobile'))).toBe('check_not_possible');
  expect(await call('phone')).toMatchObject({ state: 'verified', recipe: { met: true } });
  expect(await codeOf(d.approve(id, ana))).toBe('done');
  const approved = await d.deps.db.kysely
    .selectFrom('audit_events')
    .select('data')
    .where('action', '=', 'reset_request.approved')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(approved.data)).toMatchObject({ checks: ['request_code', 'call_back'] });
});

test('S-32 a call to the mobile that failed stays failed when the phone is reported lost', async () => {
  const { jo, priya, ...d } = await openStaffedDesk();
  const { id } = await d.ask(jo, { reason: 'broken' });
  await d.check(id, priya, { kind: 'call_back', outcome: 'fail', number: 'mobile' });
  await d.ask(jo, { reason: 'lost_or_stolen' });
  const view = await d.view(id, priya);
  expect(view).toMatchObject({ tier: 'elevated', checks: [{ outcome: 'fail', voidBecause: null }] });
});

test('S-32 a phone that is reported lost during the hold: the call to it is missing at its end', async () => {
  const { jo, priya, ana, ...d } = await openStaffedDesk();
  const { tiers } = DEFAULT_POLICY;
  await d.policy({ tiers: { ...tiers, standard: { ...tiers.standard, holdHours: 1 } } });
  const { id, code } = await d.ask(jo, { reason: 'broken' });
  await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, priya, { kind: 'call_back', outcome: 'pass', number: 'mobile' });
  await d.approve(id, ana);
  await d.ask(jo, { reason: 'lost_or_stolen' });
  expect((await d.view(id, priya)).state).toBe('approved');
  d.clock.advance(HOUR);
  expect((await d.resets.runDue(d.clock.now())).completed).toBe(0);
  expect(await d.view(id, priya)).toMatchObject({ state: 'open', recipe: { met: false } });
  expect((await d.user(jo)).mfa_state).toBe('reset_pending');
});

test('S-32 of a call whose number nobody knows, from before that was kept, the worse is believed', async () => {
  const { jo, priya, ...d } = await openStaffedDesk();
  const { id } = await d.ask(jo);
  await d.check(id, priya, { kind: 'call_back', outcome: 'pass', number: 'phone' });
  const because = async () => (await d.view(id, priya)).checks.map((check) => check.voidBecause);
  expect(await because()).toEqual([null]);
  await d.deps.db.kysely.updateTable('reset_checks').set({ to_mobile: null }).execute();
  expect(await because()).toEqual(['phone_lost']);
});

test('issue 8.3: a number that was added is called for nobody in 30 days, however young the account (S-32)', async () => {
  const { priya, ...d } = await openStaffedDesk();
  const young = await d.person('young', { phone: '+442079460042', created_at: d.clock.now() - 10 * DAY });
  await d.changed(young, 'phone', 5, { first: true });
  const old = await d.person('old', { phone: '+442079460043' });
  await d.changed(old, 'phone', 5, { first: true });
  const check = { kind: 'call_back', outcome: 'pass' } as const;
  for (const user of [young, old]) {
    const { id } = await d.ask(user);
    expect((await d.view(id, priya)).reasons.map(({ sentence }) => sentence)).toContain(
      'The phone number was added in the last 30 days.',
    );
    expect(await codeOf(d.check(id, priya, check))).toBe('contact_changed_recently');
  }
});
