import { voice } from '../voice.ts';
import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../server/time.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { PHONE, codeOf, openDesk, openStaffedDesk } from './desk.ts';
import type { Actor } from './desk.ts';

test('a standard request: the code read out and a call back, then an administrator resets', async () => {
  const { jo, priya, ana, ...d } = await openStaffedDesk();
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
    'reset_request.claimed',
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

test('S-37 a request opened by staff has no code, is elevated and cannot be decided by who verified it', async () => {
  const { jo, ana, omar, ...d } = await openStaffedDesk();
  const opened = await d.resets.open({
    userId: jo.userId,
    reason: 'broken',
    note: 'Called from reception.',
    actor: ana,
    now: d.clock.now(),
    voice,
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
  const { jo, priya, ...d } = await openStaffedDesk();
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
  const { ana, priya, omar, ...d } = await openStaffedDesk();
  const { id } = await d.ask(ana);
  expect(await codeOf(d.check(id, ana, { kind: 'in_person', outcome: 'pass' }))).toBe('own_account');
  expect(await codeOf(d.approve(id, ana))).toBe('own_account');
  expect(await codeOf(d.deny(id, ana))).toBe('own_account');
  await d.policy({ helpDeskDecides: true });
  expect(await codeOf(d.approve(id, priya))).toBe('rank_too_low');
  expect(await codeOf(d.approve(id, { ...omar, steppedUpUntil: null }))).toBe('step_up_required');
});

test('a privileged request: two deciders, then a hold, then the reset happens by itself', async () => {
  const { priya, ana, omar, ...d } = await openStaffedDesk();
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
  const told: (string | undefined)[] = [];
  d.deps.events.subscribe(({ kind, id: about }) => void (kind === 'reset_requests' && told.push(about)));
  const tell = await d.deps.db.transaction((tx) => d.resets.onMailAccepted(tx, { ...accepted, acceptedAt }));
  // Consoles that show the request learn that its hold runs.
  tell?.();
  expect(told).toEqual([id]);
  d.clock.advance(2 * HOUR);
  expect((await d.resets.runDue(d.clock.now())).completed).toBe(1);
});

test('a hold that waits for a mail server which is taken away begins then', async () => {
  const d = await openDesk({ smtp: true });
  const [jo, ana] = [await d.person('jo', PHONE), await d.person('ana', { roles: ['administrator'] })];
  const { standard, ...others } = DEFAULT_POLICY.tiers;
  await d.policy({ tiers: { ...others, standard: { ...standard, holdHours: 2 } } });
  const { id, code } = await d.ask(jo);
  await d.check(id, ana, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, ana, { kind: 'in_person', outcome: 'pass' });
  await d.approve(id, ana);
  d.clock.advance(DAY);
  d.deps.config.smtpUrl = null;
  await d.resets.runDue(d.clock.now());
  expect(Date.parse((await d.view(id, ana)).holdEndsAt ?? '')).toBe(d.clock.now() + 2 * HOUR);
});

test('what has ended stays as it was decided, whatever is found out later', async () => {
  const { jo, priya, ana, ...d } = await openStaffedDesk();
  const { id, code } = await d.ask(jo);
  await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  await d.approve(id, ana);
  await d.changed(jo, 'email', 0);
  expect(await d.view(id, ana)).toMatchObject({ tier: 'standard', reasons: [], recipe: { met: true } });
});

test('24 hours after a denial no new request, and a suspected attack is told to every officer', async () => {
  const { jo, ana, ...d } = await openStaffedDesk();
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
  const { jo, ana, ...d } = await openStaffedDesk();
  const { id } = await d.ask(jo);
  const own = { ...(await d.session(jo)), now: d.clock.now() };
  await d.resets.cancelOwn(own);
  expect(await d.user(jo)).toMatchObject({ mfa_state: 'on' });
  expect(await d.view(id, ana)).toMatchObject({ state: 'cancelled', decidedBy: { name: 'Jo' } });
  expect(await codeOf(d.resets.cancelOwn(own))).toBe('no_open_request');

  await d.ask(jo);
  d.clock.advance(7 * DAY);
  expect(await d.resets.runDue(d.clock.now())).toEqual({ completed: 0, expired: 1 });
  expect(await d.user(jo)).toMatchObject({ mfa_state: 'on' });
});

test('Disable without automatic reset: the code that was given is the check', async () => {
  const { jo, ana, ...d } = await openStaffedDesk();
  const at = { userId: jo.userId, now: d.clock.now(), address: null, userAgent: null };
  const { requestId } = await d.deps.db.transaction((tx) => d.resets.openFromDisable(tx, at));
  const view = await d.view(requestId, ana);
  expect(view).toMatchObject({ state: 'verified', source: 'disable', recipe: { met: true } });
  expect(await d.approve(requestId, ana)).toMatchObject({ state: 'completed' });
});

test('suspending a verifier or a decider voids their part, also in a hold', async () => {
  const { priya, ana, omar, ...d } = await openStaffedDesk();
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
  expect(view.checks.every((check) => check.voidBecause === 'verifier_suspended')).toBe(true);
});
