import { describe, expect, it } from 'vitest';
import {
  chooseAccount,
  isFresh,
  isSafeUrl,
  issuerOf,
  mfaAsserted,
} from '../../../server/features/sso/rules/identity.ts';
import { nobodySentence } from '../../../server/features/sso/sentences.ts';
import { inEnglish } from '../../../server/words.ts';

describe('Whether a provider asserted MFA', () => {
  it.each([
    [['mfa'], null, true],
    [['pwd', 'otp'], null, true],
    [['pin', 'hwk'], null, true],
    [['fpt', 'hwk'], null, true],
    [['pwd'], 'https://refeds.org/profile/mfa', true],
    [['pwd'], 'phr', true],
    [['pwd'], null, false],
    [['otp', 'sms'], null, false],
    [['pwd', 'kba'], null, false],
    [[], null, false],
    [['pwd'], '1', false],
    [['MFA'], 'mfa', false],
  ])('amr %j, acr %s: %s', (amr, acr, expected) => {
    expect(mfaAsserted(amr, acr)).toBe(expected);
  });
});

describe('Whether a sign-in is fresh', () => {
  const began = Date.UTC(2026, 10, 24, 10, 0, 0, 900);
  const seconds = Math.floor(began / 1000);
  it.each([
    ['none is said', null, false],
    ['the same second, cut off', seconds, true],
    ['ten seconds before, as clocks differ', seconds - 10, true],
    ['eleven seconds before', seconds - 11, false],
    ['an hour before', seconds - 3600, false],
    ['half a minute after', seconds + 30, true],
    ['a minute from now: a clock that is ahead would make any sign-in fresh', seconds + 120, false],
  ])('%s', (_case, authTime, expected) => {
    expect(isFresh(authTime, began, began + 60_000)).toBe(expected);
  });
});

describe('Issuers', () => {
  it.each([
    ['https://login.example.org', 'https://login.example.org'],
    [' https://login.example.org/realms/x ', 'https://login.example.org/realms/x'],
    ['https://login.example.org/.well-known/openid-configuration', 'https://login.example.org'],
    ['http://127.0.0.1:9000', 'http://127.0.0.1:9000'],
    ['http://localhost:9000/', 'http://localhost:9000/'],
    ['http://login.example.org', null],
    ['http://127.0.0.1.example.org', null],
    ['https://someone@login.example.org', null],
    ['https://login.example.org?tenant=1', null],
    ['file:///etc/passwd', null],
    ['login.example.org', null],
  ])('%s', (typed, issuer) => {
    expect(issuerOf(typed)).toBe(issuer);
  });

  it('plain http is for this machine only', () => {
    expect(isSafeUrl('http://[::1]:9000/token')).toBe(true);
    expect(isSafeUrl('http://10.0.0.1/token')).toBe(false);
    expect(isSafeUrl('javascript:alert(1)')).toBe(false);
  });
});

describe('S-107: a claim with what nobody sees', () => {
  const person = { userId: 'a', status: 'active' } as const;
  const nobody = { linked: null, waiting: null, withEmail: [] };
  const claims = { subject: 'zoe', email: 'zoe\u200b@fjord.example', emailVerified: true };

  const there = { provider: { name: 'Contoso' }, identity: claims, addressFault: null };

  it('links and finds nobody, and the sentence says where it stands', () => {
    const found = {
      ...nobody,
      withEmail: [{ ...person, linkedElsewhere: false, emailIsNew: false, guarded: false }],
    };
    const choice = chooseAccount(claims, found, true);
    expect(choice).toEqual({ kind: 'refused', why: 'hidden_character' });
    expect(inEnglish(nobodySentence('hidden_character', there))).toBe(
      'Contoso sent an e-mail address that holds an invisible character after “zoe”. Have it put right there, or nobody can tell whose it is.',
    );
    expect(inEnglish(nobodySentence('nobody', there))).toContain('zoe[U+200B]@fjord.example');
    const hiddenSubject = { ...claims, subject: 'zoe\u202e', email: null };
    expect(chooseAccount(hiddenSubject, nobody, true)).toEqual(choice);
  });

  it('in an address keeps nobody out who is linked by their subject', () => {
    const found = { ...nobody, linked: { ...person, linkId: 'b' } };
    expect(chooseAccount(claims, found, true).kind).toBe('linked');
  });
});
