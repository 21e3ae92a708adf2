import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../../server/time.ts';
import { DEFAULT_POLICY } from '../../../server/domain/policy/defaults.ts';
import { codeOf, openStaffedDesk } from '../resetRequests/desk.ts';

const HOLDS = {
  helpDeskDecides: true,
  tiers: { ...DEFAULT_POLICY.tiers, standard: { ...DEFAULT_POLICY.tiers.standard, holdHours: 24 } },
};

async function approvedAtStandard(by: 'help desk' | 'young administrator') {
  const { jo, priya, ana, omar, ...d } = await openStaffedDesk();
  await d.policy(HOLDS);
  const decider =
    by === 'help desk'
      ? await d.person('hal', { roles: ['help_desk'] })
      : await d.person('yan', { roles: ['administrator'], rolesDays: 1, grantedBy: ana.userId });
  const verifier = by === 'help desk' ? priya : ana;
  const { id, code } = await d.ask(jo, { reason: 'broken' });
  await d.check(id, verifier, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, verifier, { kind: 'in_person', outcome: 'pass' });
  await d.check(id, verifier, { kind: 'call_back', outcome: 'pass' });
  const approved = await d.approve(id, decider);
  expect({ tier: approved.tier, state: approved.state }).toEqual({ tier: 'standard', state: 'approved' });
  // The risk rises while the hold runs: the e-mail address changes.
  await d.changed(jo, 'email', 0);
  d.clock.advance(25 * HOUR);
  await d.resets.runDue(d.clock.now());
  return { ...d, seen: await d.view(id, omar), user: await d.user(jo) };
}

test.each(['help desk', 'young administrator'] as const)(
  'S-30 an approval that the tier of today would refuse does not execute: by the %s, standard then, elevated now',
  async (by) => {
    const { seen, user } = await approvedAtStandard(by);
    expect(seen.tier).toBe('elevated');
    expect({ state: seen.state, mfa: user.mfa_state }).toEqual({ state: 'open', mfa: 'reset_pending' });
  },
);

test('S-30 a request whose time is up gets no check and no approval, whether or not the worker came by', async () => {
  const { jo, priya, ana, ...d } = await openStaffedDesk();
  const { id, code } = await d.ask(jo, { reason: 'broken' });
  await d.check(id, priya, { kind: 'request_code', outcome: 'pass', requestCode: code });
  await d.check(id, priya, { kind: 'in_person', outcome: 'pass' });
  d.clock.advance(30 * DAY);
  expect(await codeOf(d.approve(id, ana))).toBe('check_not_possible');
  expect(await codeOf(d.check(id, priya, { kind: 'call_back', outcome: 'pass' }))).toBe('check_not_possible');
});
