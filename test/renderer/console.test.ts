import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Factor } from '../../contract/auditActions.ts';
import type { OutputOf } from '../../contract/operations.ts';
import type { AuditEvent, HistoryEvent } from '../../contract/schemas.ts';
import { actionWords } from '../../renderer/features/audit/actionWords.ts';
import { eventFacts } from '../../renderer/features/audit/eventFacts.ts';
import { eventSentence } from '../../renderer/features/audit/eventSentence.ts';
import { summaryOf } from '../../renderer/features/dashboard/summary.ts';
import {
  asksSecretAgain,
  changeOf,
  valuesOf,
  type Settings,
} from '../../renderer/features/settings/settingsForm.ts';
import { actorWords } from '../../renderer/features/audit/whoDidIt.ts';
import { originWords } from '../../renderer/shared/origin.ts';
import { NAMED_ACTIONS } from '../../renderer/shared/eventLook.ts';
import { labelledPoints, niceScale } from '../../renderer/ui/lineScale.ts';

const NOW = Date.parse('2026-11-24T10:00:00Z');

describe('the dashboard’s sentence', () => {
  const sentence = (users: object, queue: object) =>
    renderToStaticMarkup(
      summaryOf(
        { users, needing: users, queue } as OutputOf<'dashboard.get'>,
        NOW,
        (href) => (inner) => createElement('a', { href }, inner),
      ),
    );
  const said = (users: object, queue: object) => sentence(users, queue).replace(/<[^>]*>/g, '');

  it('says where things stand', () => {
    expect(
      said({ total: 480, on: 400, withMfa: 412, blocked: 9 }, { open: 3, oldestAt: '2026-11-24T09:19:00Z' }),
    ).toBe('412 of 480 people have MFA; 9 are blocked; 3 reset requests wait, the oldest for 41 minutes.');
  });
  it('says so where nothing waits', () => {
    expect(said({ total: 1, withMfa: 1, blocked: 0 }, { open: 0, oldestAt: null })).toBe(
      '1 of 1 person has MFA; nobody is blocked; no reset request is waiting.',
    );
  });
  it('opens the list behind each number', () => {
    const now = { open: 3, oldestAt: '2026-11-24T09:19:00Z' };
    const html = sentence({ total: 480, withMfa: 412, blocked: 9 }, now);
    expect(html).toContain('<a href="/users?state=with_mfa">412 of 480</a>');
    expect(html).toContain('<a href="/users?state=blocked&amp;status=active">9</a>');
    expect(html).toContain('<a href="/reset-requests">3 reset requests</a>');
  });
  it('speaks of one as of one', () => {
    expect(said({ total: 2, withMfa: 0, blocked: 1 }, { open: 1, oldestAt: '2026-11-24T07:00:00Z' })).toBe(
      '0 of 2 people have MFA; 1 is blocked; 1 reset request has been waiting for 3 hours.',
    );
  });
});

describe('an event as a sentence', () => {
  const priya = { id: 'a', username: 'priya', name: 'Priya Shah' };
  const jo = { id: 'b', username: 'jo', name: 'Jo Park' };
  const event = (action: string, data: object, actor = priya as typeof priya | null, target = jo) =>
    ({ id: 'e', at: '2026-11-24T10:00:00Z', action, actor, target, data }) as HistoryEvent;

  it.each([
    [event('role.granted', { role: 'help_desk' }), 'Priya Shah gave Jo Park the role Help desk'],
    [
      event('pending_change.proposed', {
        summary: 'Kept for exports.',
        words: {
          room: 'changes',
          key: 'suspend',
          values: {
            name: 'Jo Park',
            username: 'jo',
            roles: { each: [{ room: 'changes', key: 'role', values: { role: 'help_desk' } }], by: 'and' },
          },
        },
      }),
      'Priya Shah asked for a change: Suspend Jo Park (jo), help desk',
    ],
    [
      event('pending_change.proposed', { summary: 'Suspend Jo Park (jo), help desk.' }),
      'Priya Shah asked for a change: Suspend Jo Park (jo), help desk',
    ],
    [
      event('pending_change.proposed', {
        summary: 'Of a version to come.',
        words: { room: 'changes', key: 'notYet' },
      }),
      'Priya Shah asked for a change: Of a version to come',
    ],
    [
      event('reset_request.check_recorded', { kind: 'call_back', outcome: 'pass', numberEnding: '41' }),
      'Priya Shah recorded a check for Jo Park: call back to the number ending 41, passed',
    ],
    [event('reset_request.opened', { reason: 'broken' }, jo), 'Jo Park asked for a reset: phone broken'],
    [
      event('user.updated', { changed: { email: {}, phone: {} } }),
      'Priya Shah changed Jo Park’s e-mail and phone',
    ],
    [event('mfa.reset', {}, null), 'The MFA of Jo Park was reset'],
    [
      event('mfa.unlocked', {
        checks: [
          { kind: 'call_back', outcome: 'no_answer', numberEnding: '41' },
          { kind: 'photo_id_video', outcome: 'pass', numberEnding: null },
        ],
      }),
      'Priya Shah unlocked Jo Park: call back to the number ending 41, no answer; photo ID by video, passed',
    ],
    [event('mfa.wrong_code', { inARow: 1 }, jo), 'A wrong code for Jo Park'],
    [event('mfa.wrong_code', { inARow: 3 }, jo), 'A wrong code for Jo Park, 3 in a row'],
    [
      event('resets.frozen', { switches: ['setups', 'resets'], reason: 'calls by {somebody}' }),
      'Priya Shah froze all resets and new setups: calls by {somebody}',
    ],
    [
      event('reset_request.pair_flagged', { there: 3, back: 1 }),
      'Priya Shah approved 3 requests that Jo Park had verified, and Jo Park approved 1 request that Priya Shah had verified',
    ],
    [event('something.new', {}), 'Something new, Jo Park, by Priya Shah'],
  ])('%#', (happened, sentence) => {
    expect(eventSentence(happened)).toBe(sentence);
  });
  it.each(NAMED_ACTIONS)('is there for %s', (action) => {
    expect(eventSentence(event(action, {}))).not.toMatch(/, by Priya Shah$|undefined/);
  });
  it('issue 12.2: says how somebody got in, where the log knows', () => {
    const origin: AuditEvent['origin'] = {
      address: '192.0.2.7',
      userAgent: 'Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0',
      session: null,
      factors: ['password', 'code'],
    };
    const signedIn = { ...event('sign_in.succeeded', { via: 'password' }, jo), origin };
    expect(eventSentence(signedIn)).toBe('Jo Park signed in with password and code');
    expect(eventSentence({ ...signedIn, origin: { ...origin, factors: ['password'] } })).toBe(
      'Jo Park signed in with password',
    );
    expect(eventSentence({ ...signedIn, origin: null })).toBe('Jo Park signed in');
    expect(originWords(origin)).toBe('Firefox on Windows · 192.0.2.7 · password and code');
    expect(originWords({ ...origin, userAgent: null, factors: [] })).toBe('192.0.2.7');
    const used = event('mfa.wrong_code', { inARow: 1, usedBefore: true }, jo);
    expect(eventSentence(used)).toBe('A code that had been used already was entered again for Jo Park');
  });
  it.each<[string, Factor[] | null]>([
    ['Signed in with password only', ['password']],
    ['Signed in with password and code', ['password', 'code']],
    ['Signed in with password and new authenticator', ['password', 'new_authenticator']],
    ['Signed in by an identity provider', ['identity_provider']],
    ['Signed in by an identity provider and with a code', ['identity_provider', 'code']],
    ['Signed in by a mailed link', ['mailed_link']],
    ['Signed in with mailed link and code', ['mailed_link', 'code']],
    ['Signed in', []],
    ['Signed in', null],
  ])('in the list: %s', (said, factors) => {
    const origin = factors && { address: null, userAgent: null, session: null, factors };
    expect(actionWords({ action: 'sign_in.succeeded', origin, data: {} })).toBe(said);
    expect(actionWords({ action: 'mfa.set_up', origin, data: {} })).toBe('MFA set up');
  });
  it.each([
    ['pass', 'Manager confirmed', 'Jo Park confirmed the request of Jo Park as manager'],
    ['fail', 'Manager refused to confirm', 'Jo Park refused to confirm the request of Jo Park as manager'],
  ])('what a manager answered is no check that somebody made: %s', (outcome, inList, said) => {
    const data = { kind: 'manager_confirmation', outcome };
    const action = 'reset_request.check_recorded';
    expect(actionWords({ action, origin: null, data })).toBe(inList);
    expect(eventSentence(event(action, data, jo))).toBe(said);
    expect(actionWords({ action, origin: null, data: { ...data, kind: 'call_back' } })).toBe(
      'Check recorded',
    );
  });
  it('says once how somebody got in', () => {
    const via = [{ term: 'Via', value: 'Password' }];
    expect(eventFacts({ via: 'password' }, ['password', 'code'])).toEqual([]);
    expect(eventFacts({ via: 'sso' }, ['identity_provider'])).toEqual([]);
    expect(eventFacts({ via: 'password' })).toEqual(via);
    expect(eventFacts({ via: 'password' }, ['mailed_link'])).toEqual(via);
  });
  it('issue 12.11: Gatehouse is not named for what somebody did who was not signed in', () => {
    const by = (action: string, origin: AuditEvent['origin'], actor = null as typeof jo | null) =>
      actorWords({ ...event(action, {}, actor), origin });
    const stranger = { address: '192.0.2.7', userAgent: null, session: null, factors: [] };
    expect(by('sign_in.password_wrong', stranger)).toBe('Somebody not signed in');
    expect(by('sign_in.password_wrong', null)).toBe('Somebody not signed in');
    expect(by('mfa.locked', { ...stranger, session: 's' })).toBe('Gatehouse itself');
    expect(by('mfa.reset', null)).toBe('Gatehouse itself');
    expect(by('mfa.wrong_code', stranger, jo)).toBe('Jo Park');
  });
  it('has its facts as before and after', () => {
    expect(eventFacts({ changed: { phone: { from: null, to: '+44' } }, inARow: 3 })).toEqual([
      { term: 'Phone', value: 'none → +44' },
      { term: 'In a row', value: '3' },
    ]);
  });
  it('has codes in words, and what people wrote as they wrote it', () => {
    expect(eventFacts({ tier: 'elevated', checks: ['call_back', 'in_person'], reason: 'broken' })).toEqual([
      { term: 'Risk tier', value: 'Elevated' },
      { term: 'Checks', value: 'Call back, In person' },
      { term: 'Reason', value: 'broken' },
    ]);
  });
  it('names settings and what they were, and of a password that it is another', () => {
    const smtp = { host: 'mail.example.org', port: 25, secure: 'none', username: null };
    const changes = [
      { name: 'smtpPassword', to: 'another one' },
      { name: 'helpDeskHours', from: null, to: 'set' },
      { name: 'smtp', to: smtp },
    ];
    const said = [
      'Password at the mail server: another one',
      'Help desk’s hours: none → set',
      'Mail server: Host mail.example.org; Port 25; Encryption not encrypted; Username none',
    ];
    expect(eventFacts({ changes })).toEqual([{ term: 'Changes', value: said.join(', ') }]);
    // Of before, when it was kept as text.
    expect(eventFacts({ changes: ['Public address now: none'] })).toEqual([
      { term: 'Changes', value: 'Public address now: none' },
    ]);
  });
  it('names a fact of a later version by its own name', () => {
    expect(eventFacts({ somethingNew: true })).toEqual([{ term: 'Something new', value: 'yes' }]);
  });
});

describe('settings', () => {
  const settings: Settings = {
    organisation: 'Aster',
    helpDeskPhone: null,
    helpDeskHours: null,
    publicUrl: 'https://gate.example',
    language: 'en',
    timeZone: 'UTC',
    country: null,
    mailFrom: null,
    mailsPerMinute: null,
    smtp: { host: 'mail.example', port: 465, secure: 'tls', username: 'gate' },
    smtpPasswordSet: true,
    fixed: [],
    server: { version: '0', database: 'SQLite', address: '' },
    auditPublicKeys: {},
  };
  const values = valuesOf(settings);

  it('that were not touched, or were typed back, are no change', () => {
    expect(
      changeOf({ ...values, organisation: ' Aster ', publicUrl: 'https://gate.example/' }, settings),
    ).toEqual({});
  });
  it('say the organisation’s language once another is chosen', () => {
    expect(changeOf({ ...values, language: 'de' }, settings)).toEqual({ language: 'de' });
  });
  it('lose the password with the name that it belongs to', () => {
    const smtp = { ...values.smtp, username: '' };
    expect(changeOf({ ...values, smtp }, settings)).toEqual({
      smtp: { host: 'mail.example', port: 465, secure: 'tls', username: null },
      smtpPassword: null,
    });
  });
  it('S-52: ask for the secret anew where it would be told to somebody else', () => {
    const stored = { ...settings, smtpPasswordSet: true };
    const asks = (smtp: Partial<typeof values.smtp>, of = stored) =>
      asksSecretAgain({ ...values, smtp: { ...values.smtp, ...smtp } }, of);
    expect(asks({})).toBe(false);
    expect(asks({ host: ' mail.example ', secure: 'starttls' })).toBe(false);
    expect(asks({ host: 'other.example' })).toBe(true);
    expect(asks({ port: '2525' })).toBe(true);
    expect(asks({ proof: 'jwt_bearer', tokenUrl: 'https://tokens.example' })).toBe(true);
    expect(asks({ host: 'other.example', username: '' })).toBe(false);
    expect(asks({ host: '' })).toBe(false);
    expect(asks({ port: '2525' }, { ...stored, smtpPasswordSet: false })).toBe(false);
  });
  it('S-120: that somebody wrote to the database are sent as they stand once they are called right, with the secret', () => {
    const altered: Settings = { ...settings, altered: ['smtp', 'publicUrl'], smtpPasswordSet: true };
    expect(changeOf(values, altered)).toEqual({});
    expect(changeOf({ ...values, confirmed: true, smtpPassword: 'x' }, altered)).toEqual({
      smtp: settings.smtp,
      publicUrl: settings.publicUrl,
      smtpPassword: 'x',
    });
    expect(asksSecretAgain(values, altered)).toBe(false);
    expect(asksSecretAgain({ ...values, confirmed: true }, altered)).toBe(true);
    expect(asksSecretAgain({ ...values, confirmed: true }, settings)).toBe(false);
  });
  it('that the environment fixes are never sent', () => {
    const smtp = { ...values.smtp, host: 'other.example' };
    expect(changeOf({ ...values, smtp, smtpPassword: 'x' }, { ...settings, fixed: ['smtp'] })).toEqual({});
  });
});

describe('the scale of a chart', () => {
  it('is round and reaches what it shows', () => {
    expect(niceScale(480)).toEqual({ top: 600, ticks: [0, 200, 400, 600] });
    expect(niceScale(1).top).toBe(4);
    expect(niceScale(1_000_000).top).toBe(1_000_000);
  });
  it('names the last point always', () => {
    expect(labelledPoints(90, 600, 76).at(-1)).toBe(89);
    expect(labelledPoints(1, 600, 76)).toEqual([0]);
  });
});
