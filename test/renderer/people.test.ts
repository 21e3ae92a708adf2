import { describe, expect, it } from 'vitest';
import type { UserDetail } from '../../contract/operations/userSchemas.ts';
import { actsFor } from '../../renderer/features/users/person/acts.ts';
import { lineOf, onlyLines, readCsv } from '../../renderer/features/users/import/csvFile.ts';
import { driftSentence } from '../../renderer/features/users/person/driftSentence.ts';
import { looksOf } from '../../renderer/features/users/mfaLook.ts';
import { totalWords } from '../../renderer/features/users/list/totalWords.ts';
import { phoneOf } from '../../renderer/shared/phoneNumbers.ts';
import { phoneCheck, profileOf } from '../../renderer/features/users/form/userForm.ts';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const MFA: UserDetail['mfa'] = {
  state: 'on',
  required: true,
  inGrace: false,
  graceEndsAt: null,
  blocked: false,
  external: false,
  locked: false,
  stopped: false,
  since: null,
};
const USER = {
  id: '01a1eb01-09e4-726b-b1ec-8962aeea6133',
  roles: ['user'],
  status: 'active',
  mfa: MFA,
  hasPassword: true,
  openRequestId: null,
  activationDue: false,
  activationTries: null,
} as unknown as UserDetail;

describe('what stands beside a name', () => {
  const words = (mfa: Partial<UserDetail['mfa']>, status: UserDetail['status'] = 'active') =>
    looksOf({ mfa: { ...MFA, ...mfa }, status }, NOW).map(({ label }) => label);

  it('is first what needs someone', () => {
    expect(words({ locked: true })).toEqual(['Locked', 'MFA on']);
    expect(words({ state: 'off' }, 'suspended')).toEqual(['Suspended', 'MFA off']);
  });
  it('says blocked and not off besides', () => {
    expect(words({ state: 'off', blocked: true })).toEqual(['Blocked']);
  });
  it('says by when in grace', () => {
    expect(words({ state: 'off', inGrace: true, graceEndsAt: '2026-12-08T10:00:00Z' })).toEqual([
      'Due Tue, 8 Dec',
    ]);
  });
});

describe('what can be done with a person', () => {
  const administrator = {
    id: 'someone-else',
    roles: ['administrator'] as const,
    permissions: ['users.manage', 'resets.verify', 'resets.decide'] as const,
  };

  it('depends on their state', () => {
    expect(actsFor(USER, administrator)).toEqual([
      'edit',
      'roles',
      'openRequest',
      'reset',
      'endSessions',
      'suspend',
    ]);
    expect(actsFor({ ...USER, hasPassword: false }, administrator)).not.toContain('endSessions');
    const outside = { ...USER, hasPassword: false, mfa: { ...MFA, external: true } };
    expect(actsFor(outside, administrator)).toContain('endSessions');
    const locked = { ...USER, mfa: { ...MFA, locked: true }, openRequestId: 'open' };
    expect(actsFor(locked, administrator)).toContain('unlock');
    expect(actsFor(locked, administrator)).not.toContain('reset');
  });
  it('is nothing that would be refused for the own account', () => {
    expect(actsFor(USER, { ...administrator, id: USER.id })).toEqual(['edit']);
  });
  it('is no decision about somebody who ranks higher', () => {
    const officer = { ...USER, roles: ['security_officer' as const] };
    const helpDesk = {
      ...administrator,
      roles: ['help_desk'] as const,
      permissions: ['resets.verify', 'resets.decide'] as const,
    };
    expect(actsFor(officer, helpDesk)).toEqual(['openRequest']);
  });
});

describe('phone numbers', () => {
  it.each([
    ['+44 (0)1632 960-123', '+441632960123'],
    ['0044 1632 960123', '+441632960123'],
    ['  ', null],
  ])('%s is sent as %s', (typed, sent) => {
    const person = { name: 'Jo', email: 'jo@example.org', department: '', mobile: '', manager: null };
    expect(profileOf({ ...person, phone: typed }, null).phone).toBe(sent);
    expect(phoneCheck(null)(typed)).toBe(true);
  });
  it('need the country code', () => {
    expect(phoneCheck(null)('01632 960123')).toMatch(/country code/);
    expect(phoneCheck('GB')('hello')).toMatch(/country code/);
  });
  it.each(['07700 900123', '(0)7700 900 123', '+44 (0)7700 900123', '0044 7700 900123'])(
    'issue 8.E17: are read as the organisation’s country writes them: %s',
    (typed) => {
      expect(phoneOf(typed, 'GB')).toBe('+447700900123');
      expect(phoneCheck('GB')(typed)).toBe(true);
    },
  );
});

describe('a CSV', () => {
  it('is read as UTF-8, or as the old Western encoding that spreadsheets still save', async () => {
    expect(await readCsv(new File(['Zoë'], 'a.csv'))).toEqual({ text: 'Zoë' });
    expect(await readCsv(new File([new Uint8Array([0x5a, 0x6f, 0xeb])], 'a.csv'))).toEqual({ text: 'Zoë' });
  });
  it('issue 8.12: in UTF-16 is read by its mark', async () => {
    const littleEndian = new File([new Uint8Array([0xff, 0xfe, 0x5a, 0, 0x6f, 0, 0xeb, 0])], 'a.csv');
    const bigEndian = new File([new Uint8Array([0xfe, 0xff, 0, 0x5a, 0, 0x6f, 0, 0xeb])], 'a.csv');
    expect(await readCsv(littleEndian)).toEqual({ text: 'Zoë' });
    expect(await readCsv(bigEndian)).toEqual({ text: 'Zoë' });
  });
  it('that is no text is refused by its name', async () => {
    const workbook = new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0xff])], 'people.xlsx');
    expect((await readCsv(workbook)).problem).toMatch(/people\.xlsx isn’t a CSV/);
  });
  it('gives back the rows that could not be imported, under the header', () => {
    const content = 'username,email\r\ngood,a@b.c\r\nbad,\r\n';
    expect(lineOf(content)(3)).toBe('bad,');
    expect(onlyLines(content, [3])).toBe('username,email\r\nbad,\r\n');
    // A field in quotes may hold line breaks; a quote in the middle of one is a letter.
    const long = 'name,note\n"A","one\ntwo, ""three"""\n5" tape,x\n"never ends,\n';
    expect(onlyLines(long, [2, 4, 5])).toBe(
      'name,note\r\n"A","one\r\ntwo, ""three"""\r\n5" tape,x\r\n"never ends,\r\n',
    );
  });
});

it('tells how far off a clock is, and which way', () => {
  expect(driftSentence(-4)).toMatch(/^About 4 min slow/);
  expect(driftSentence(7)).toMatch(/^About 7 min fast/);
  expect(driftSentence(0)).toBeNull();
});

it('says where the count is a floor', () => {
  expect(totalWords({ count: 1, exact: true })).toBe('1 person');
  expect(totalWords({ count: 10_000, exact: false })).toBe('more than 10,000 people');
});
