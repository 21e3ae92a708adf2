import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/context.ts';
import { codeOf, openDesk } from './desk.ts';
import type { Actor, Desk } from './desk.ts';

const PHONE = { phone: '+442079460041', mobile: '+447700900041' };

async function desk(): Promise<Desk & { jo: Actor; priya: Actor; ana: Actor; omar: Actor }> {
  const opened = await openDesk();
  return {
    ...opened,
    jo: await opened.person('jo', PHONE),
    priya: await opened.person('priya', { roles: ['help_desk'] }),
    ana: await opened.person('ana', { roles: ['administrator'] }),
    omar: await opened.person('omar', { roles: ['security_officer'] }),
  };
}

test('a standard request: the code read out and a call back, then an administrator resets', async () => {
  const { jo, priya, ana, ...d } = await desk();
  const { id, code } = await d.ask(jo);
  expect(await d.user(jo)).toMatchObject({ mfa_state: 'reset_pending' });
  expect(await codeOf(d.approve(id, ana))).toBe('recipe_not_met');

  await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code.toLowerCase() });
  const verified = await d.check(id, priya, { kind: 'call_back', outcome: 'pass', number: 'phone' });
  expect(verified).toMatchObject({ state: 'verified', tier: 'standard', checksPassed: 2, checksNeeded: 2 });
  expect(verified.recipe).toMatchObject({ met: true, missing: null });

  const done = await d.approve(id, ana);
  expect(done).toMatchObject({
    state: 'completed',
    decidedBy: { name: 'Ana' },
    activation: { state: 'due' },
  });
  expect(await d.user(jo)).toMatchObject({ mfa_state: 'off', setup_due: 1 });
  expect(done.history.map(({ action }) => action)).toEqual([
    'reset_request.opened',
    'reset_request.check_recorded',
    'reset_request.check_recorded',
    'reset_request.approved',
    'reset_request.completed',
    'mfa.reset',
    'activation_code.issued',
  ]);
  const instructions = (await d.mails()).find(({ kind }) => kind === 'reset_done');
  expect(instructions?.text).toMatch(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/);
  expect(instructions?.text).toContain('Priya called the number ending 41');
  expect(instructions?.text).toContain('/this-wasnt-me#');
});

test('S-31 one open request a user: a second submit gets the same one, and the old code is void', async () => {
  const { jo, priya, ...d } = await desk();
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

test('S-31 twenty submits at once make one request', async () => {
  const { jo, ...d } = await desk();
  const asked = await Promise.all(Array.from({ length: 20 }, () => d.ask(jo)));
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
  expect((await d.mails()).filter(({ kind }) => kind === 'new_request')).toHaveLength(1);
});

test('S-37 five wrong request codes close that check, and no answer ever holds the code', async () => {
  const { jo, priya, ana, ...d } = await desk();
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
  const { jo, priya, ...d } = await desk();
  const { id } = await d.ask(jo);
  const wrong = { kind: 'request_code', outcome: 'pass', requestCode: 'AAAAAA' } as const;
  const codes = await Promise.all(Array.from({ length: 100 }, () => codeOf(d.check(id, priya, wrong))));
  expect(codes.filter((code) => code === 'wrong_request_code')).toHaveLength(5);
  expect(codes.filter((code) => code === 'request_code_closed')).toHaveLength(95);
});

test('S-32 a call back goes to a number on record that is unchanged for 30 days, and to no mobile that was lost', async () => {
  const { jo, priya, ...d } = await desk();
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

test('S-32 a first number is no change, unless it came to an account that had long been without', async () => {
  const { priya, ...d } = await desk();
  const young = await d.person('young', { phone: '+442079460042', created_at: d.clock.now() - 10 * DAY });
  await d.changed(young, 'phone', 5, true);
  const old = await d.person('old', { phone: '+442079460043' });
  await d.changed(old, 'phone', 5, true);
  const check = { kind: 'call_back', outcome: 'pass' } as const;
  expect(await codeOf(d.check((await d.ask(young)).id, priya, check))).toBe('done');
  expect(await codeOf(d.check((await d.ask(old)).id, priya, check))).toBe('contact_changed_recently');
});

test('a request opened by staff has no code, is elevated and cannot be decided by who verified it', async () => {
  const { jo, ana, omar, ...d } = await desk();
  const opened = await d.resets.open({
    userId: jo.userId,
    reason: 'broken',
    note: 'Called from reception.',
    actor: ana,
    address: null,
    userAgent: null,
    now: d.clock.now(),
  });
  expect(opened).toMatchObject({ tier: 'elevated', hasRequestCode: false, requestCodeTriesLeft: 5 });
  const { id } = opened;
  const code = { kind: 'request_code', outcome: 'pass', requestCode: 'AAAAAA' } as const;
  expect(await codeOf(d.check(id, ana, code))).toBe('check_not_possible');
  await d.check(id, ana, { kind: 'in_person', outcome: 'pass' });
  await d.check(id, ana, { kind: 'call_back', outcome: 'pass' });
  expect(await codeOf(d.approve(id, ana))).toBe('second_person_required');
  expect(await d.approve(id, omar)).toMatchObject({ state: 'completed' });
});

test('a fail stays visible, makes the tier elevated, and the latest outcome of a kind counts', async () => {
  const { jo, priya, ...d } = await desk();
  const { id } = await d.ask(jo);
  const failed = await d.check(id, priya, { kind: 'in_person', outcome: 'fail' });
  expect(failed).toMatchObject({ tier: 'elevated', state: 'open' });
  d.clock.advance(MINUTE);
  const passed = await d.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  expect(passed.checks.map(({ outcome }) => outcome)).toEqual(['fail', 'pass']);
  expect(passed.recipe.steps.find((step) => step.id === 'strong')?.met).toBe(true);
  expect(passed.reasons.map(({ code }) => code)).toContain('check_failed');
});

test('nobody verifies or decides for their own account, and rank counts', async () => {
  const { ana, priya, omar, ...d } = await desk();
  const { id } = await d.ask(ana);
  expect(await codeOf(d.check(id, ana, { kind: 'in_person', outcome: 'pass' }))).toBe('own_account');
  expect(await codeOf(d.approve(id, ana))).toBe('own_account');
  expect(await codeOf(d.deny(id, ana))).toBe('own_account');
  await d.policy({ helpDeskDecides: true });
  expect(await codeOf(d.approve(id, priya))).toBe('rank_too_low');
  expect(await codeOf(d.approve(id, { ...omar, steppedUpUntil: null }))).toBe('step_up_required');
});

test('a privileged request: two deciders, then a hold, then the reset happens by itself', async () => {
  const { priya, ana, omar, ...d } = await desk();
  const lee = await d.person('lee', { roles: ['administrator'], ...PHONE });
  const { id, code } = await d.ask(lee, { reason: 'broken' });
  await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, priya, { kind: 'photo_id_video', outcome: 'pass' });
  await d.check(id, priya, { kind: 'call_back', outcome: 'pass' });
  const first = await d.approve(id, ana);
  expect(first).toMatchObject({ state: 'verified', approvals: [{ by: { name: 'Ana' } }] });
  expect(await codeOf(d.approve(id, ana))).toBe('second_person_required');
  const second = await d.approve(id, omar);
  expect(second.state).toBe('approved');
  expect(Date.parse(second.holdEndsAt ?? '')).toBe(d.clock.now() + 24 * HOUR);
  d.clock.advance(24 * HOUR - 1);
  expect(await d.resets.runDue(d.clock.now())).toEqual({ completed: 0, expired: 0 });
  d.clock.advance(1);
  expect(await d.resets.runDue(d.clock.now())).toEqual({ completed: 1, expired: 0 });
  expect(await d.user(lee)).toMatchObject({ mfa_state: 'off', setup_due: 1 });
});

test('where mail is sent, the hold counts from the mail server’s acceptance of the notice', async () => {
  const d = await openDesk({ smtp: true });
  const [jo, ana] = [await d.person('jo', PHONE), await d.person('ana', { roles: ['administrator'] })];
  const { tiers } = JSON.parse(
    (await d.deps.db.kysely.selectFrom('policy_versions').select('document').executeTakeFirstOrThrow())
      .document,
  );
  await d.policy({ tiers: { ...tiers, standard: { ...tiers.standard, holdHours: 2 } } });
  const { id, code } = await d.ask(jo);
  await d.check(id, ana, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, ana, { kind: 'in_person', outcome: 'pass' });
  expect(await d.approve(id, ana)).toMatchObject({ state: 'approved', holdEndsAt: null });
  d.clock.advance(48 * HOUR);
  expect((await d.resets.runDue(d.clock.now())).completed).toBe(0);
  const accepted = { id: 'm', kind: 'reset_approved_holding', userId: jo.userId, requestId: id };
  const acceptedAt = d.clock.now();
  await d.deps.db.transaction((tx) => d.resets.onMailAccepted(tx, { ...accepted, acceptedAt }));
  d.clock.advance(2 * HOUR);
  expect((await d.resets.runDue(d.clock.now())).completed).toBe(1);
});

test('24 hours after a denial no new request, and a suspected attack is told to every officer', async () => {
  const { jo, ana, ...d } = await desk();
  const { id } = await d.ask(jo);
  await d.deny(id, ana, true);
  expect(await d.user(jo)).toMatchObject({ mfa_state: 'on' });
  const told = (await d.mails()).filter(({ kind }) => kind === 'suspected_attack');
  expect(told.map(({ to }) => to)).toEqual(['omar@example.org']);
  expect(await codeOf(d.ask(jo))).toBe('request_too_soon');
  d.clock.advance(24 * HOUR);
  expect(await codeOf(d.ask(jo))).toBe('done');
});

test('the user cancels, and a request expires: the existing setup stays', async () => {
  const { jo, ana, ...d } = await desk();
  const { id } = await d.ask(jo);
  await d.resets.cancelOwn({ userId: jo.userId, now: d.clock.now() });
  expect(await d.user(jo)).toMatchObject({ mfa_state: 'on' });
  expect(await d.view(id, ana)).toMatchObject({ state: 'cancelled', decidedBy: { name: 'Jo' } });
  expect(await codeOf(d.resets.cancelOwn({ userId: jo.userId, now: d.clock.now() }))).toBe('no_open_request');

  await d.ask(jo);
  d.clock.advance(7 * DAY);
  expect(await d.resets.runDue(d.clock.now())).toEqual({ completed: 0, expired: 1 });
  expect(await d.user(jo)).toMatchObject({ mfa_state: 'on' });
});

test('Disable without automatic reset: the code that was given is the check', async () => {
  const { jo, ana, ...d } = await desk();
  const at = { userId: jo.userId, now: d.clock.now(), address: null, userAgent: null };
  const { requestId } = await d.deps.db.transaction((tx) => d.resets.openFromDisable(tx, at));
  const view = await d.view(requestId, ana);
  expect(view).toMatchObject({ state: 'verified', source: 'disable', recipe: { met: true } });
  expect(await d.approve(requestId, ana)).toMatchObject({ state: 'completed' });
});

test('a direct reset holds to the recipe, and waits where a second person is asked for', async () => {
  const { jo, ana, omar, ...d } = await desk();
  const direct = (checks: { kind: 'in_person' | 'call_back'; outcome: 'pass' }[]) =>
    d.resets.directReset({
      userId: jo.userId,
      reason: 'broken',
      note: '',
      checks,
      actor: ana,
      now: d.clock.now(),
    });
  expect(await codeOf(direct([]))).toBe('recipe_not_met');
  expect(await d.user(jo)).toMatchObject({ mfa_state: 'on' });
  const both = [
    { kind: 'in_person', outcome: 'pass' },
    { kind: 'call_back', outcome: 'pass' },
  ] as const;
  const waiting = await direct([...both]);
  expect(waiting).toMatchObject({ state: 'verified', source: 'direct', tier: 'elevated' });
  expect(await d.approve(waiting.id, omar)).toMatchObject({ state: 'completed' });
});

test('no activation code goes to an address younger than 30 days: someone other than the verifier hands it over', async () => {
  const { jo, priya, ana, omar, ...d } = await desk();
  await d.changed(jo, 'email', 3);
  const { id, code } = await d.ask(jo);
  await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  await d.check(id, priya, { kind: 'call_back', outcome: 'pass' });
  const done = await d.approve(id, ana);
  expect(done).toMatchObject({ state: 'completed', tier: 'elevated', activation: { delivery: 'in_person' } });
  const mails = await d.mails();
  expect(
    mails
      .filter(({ kind }) => kind === 'reset_done_in_person')
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual(['jo@example.org', 'old@example.org']);
  expect(mails.some(({ text }) => /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.test(text))).toBe(false);
  const act = { id, now: d.clock.now() };
  expect(await codeOf(d.resets.sendActivation({ ...act, actor: ana }))).toBe('check_not_possible');
  expect(await codeOf(d.resets.handOver({ ...act, actor: priya }))).toBe('forbidden');
  const { activationCode } = await d.resets.handOver({ ...act, actor: omar });
  expect(activationCode).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
});

test('suspending a verifier or a decider voids their part, also in a hold', async () => {
  const { priya, ana, omar, ...d } = await desk();
  const lee = await d.person('lee', { roles: ['auditor'], ...PHONE });
  const { id, code } = await d.ask(lee, { reason: 'broken' });
  await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  await d.check(id, priya, { kind: 'call_back', outcome: 'pass' });
  await d.approve(id, ana);
  await d.approve(id, omar);
  const suspend = (who: Actor) =>
    d.deps.db.transaction((tx) => d.resets.voidPartsOf(tx, who.userId, d.clock.now()));
  await suspend(omar);
  expect(await d.view(id, ana)).toMatchObject({ state: 'verified', approvals: [], holdEndsAt: null });
  await suspend(priya);
  const view = await d.view(id, ana);
  expect(view).toMatchObject({ state: 'open', recipe: { met: false } });
  expect(view.checks.every((check) => check.void)).toBe(true);
});

test('unlock: the machine’s guards, the setup stays', async () => {
  const { ana, priya, ...d } = await desk();
  const jim = await d.person('jim', { locked_at: 1, wrong_codes: 10 });
  const unlock = (actor: Actor) => codeOf(d.resets.unlock({ userId: jim.userId, actor, now: d.clock.now() }));
  expect(await unlock(priya)).toBe('forbidden');
  expect(await unlock({ ...ana, steppedUpUntil: null })).toBe('step_up_required');
  expect(await unlock(ana)).toBe('done');
  expect(await unlock(ana)).toBe('not_locked');
  expect(await d.user(jim)).toMatchObject({ mfa_state: 'on', locked_at: null });
});

test('a claim lasts 15 minutes, can be taken over, and keeps the note', async () => {
  const { jo, priya, ana, ...d } = await desk();
  const { id } = await d.ask(jo);
  const claim = (actor: Actor, takeOver = false) =>
    d.resets.claim({ id, takeOver, actor, now: d.clock.now() });
  expect((await claim(priya)).claimedBy?.name).toBe('Priya');
  expect((await claim(ana)).claimedBy?.name).toBe('Priya');
  expect((await claim(ana, true)).claimedBy?.name).toBe('Ana');
  await d.resets.saveNote({ id, note: 'Line dropped.', actor: ana, now: d.clock.now() });
  d.clock.advance(15 * MINUTE);
  expect(await d.view(id, priya)).toMatchObject({ claimedBy: null, staffNote: 'Line dropped.' });
});

test('the queue: what waits longest first, by key', async () => {
  const { ana, ...d } = await desk();
  const ids: string[] = [];
  for (const name of ['a', 'b', 'c']) {
    ids.push((await d.ask(await d.person(name))).id);
    d.clock.advance(MINUTE);
  }
  const first = await d.resets.list({ state: 'pending', limit: 2 }, d.clock.now());
  expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(first.total).toEqual({ count: 3, exact: true });
  const cursor = first.nextCursor ?? '';
  const rest = await d.resets.list({ state: 'pending', limit: 2, cursor }, d.clock.now());
  expect(rest.items.map(({ id }) => id)).toEqual(ids.slice(2));
  expect(rest.nextCursor).toBeNull();
  await d.deny(ids[0] ?? '', ana);
  expect((await d.resets.list({ state: 'denied' }, d.clock.now())).items).toHaveLength(1);
});
