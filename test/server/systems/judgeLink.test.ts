import { expect, it } from 'vitest';
import { accountByRule } from '../../../server/features/systems/rules/judgeLink.ts';

const account = (externalId: string, username: string, email: string | null) => ({
  externalId,
  username,
  email,
  emailVerified: true,
});
const taken = new Set<string>();
/** Looks like a K, and is a k where letters are made small by Unicode. */
const KELVIN = '\u212Aim@example.org';

it('a rule by address takes a mailbox for no other that only looks like it', () => {
  const there = account('1', 'kim', 'kim@example.org');
  const by = (email: string) =>
    accountByRule('email', { username: 'x', email }, { accounts: [there], taken });
  expect(by('Kim@Example.org')).toEqual({ account: there });
  expect(by(KELVIN)).toEqual({ not: 'nobody_there' });
});

it('a rule by username compares usernames as they are compared here, and addresses as mailboxes', () => {
  const there = account('1', 'KIM', 'kim@example.org');
  const by = (email: string | null) =>
    accountByRule('username', { username: 'kim', email }, { accounts: [there], taken });
  expect(by('KIM@example.org')).toEqual({ account: there });
  expect(by(null)).toEqual({ account: there });
  expect(by(KELVIN)).toEqual({ not: 'address_differs' });
});
