import { describe, expect, it } from 'vitest';
import { LANGUAGES, LANGUAGE_TAGS } from '../../../contract/words/languages.ts';
import { DAY } from '../../../server/time.ts';
import type { Deps } from '../../../server/context.ts';
import { sha256Hex } from '../../../server/crypto/hash.ts';
import { SealBroken, unseal } from '../../../server/crypto/seal.ts';
import { uuidv7 } from '../../../server/crypto/random.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import { mailStaff, mailUser } from '../../../server/domain/mail/enqueue.ts';
import { kindSpec, MAIL_KINDS } from '../../../server/domain/mail/kinds.ts';
import type { MailKind } from '../../../server/domain/mail/kinds.ts';
import { mailLinks } from '../../../server/domain/mail/links.ts';
import { mailLanguage } from '../../../server/domain/mail/languages.ts';
import { renderMail } from '../../../server/domain/mail/render.ts';
import { vetoToken } from '../../../server/domain/mail/vetoToken.ts';
import { bodyContext } from '../../../server/domain/mail/write.ts';
import { writeTime } from '../../../server/domain/mail/writeTime.ts';
import { createTestDeps, putPerson } from '../../support/deps.ts';

const ENGLISH = mailLanguage('', 'en');
const KINDS = Object.keys(MAIL_KINDS) as MailKind[];

const VALUES = {
  name: 'Maria',
  username: 'maria',
  organisation: 'Northwind',
  helpDesk: '+44 20 7946 0000, 9 to 5',
  at: 'Tuesday',
  activationCode: 'CANARY-code',
  checks: "Priya called the number ending 41 at 10:32. Didn't happen? Tell us.",
  person: 'Maria',
  by: 'Olga',
  role: 'help desk',
  provider: 'Contoso',
  issuer: 'https://login.contoso.example',
  reason: 'because',
  changes: 'MFA required: everyone -> nobody',
  contacts: 'e-mail',
  tier: 'standard',
  asOfAt: 'Sunday',
  lastBackupAt: 'Saturday',
  why: 'The disk is full.',
  when: 'The secret for Keycloak ends on 5 December 2026.',
  sinceAt: 'Sunday',
  replayed: 'Taken away again.',
  summary: 'Add the identity provider Contoso.',
  requestedAt: 'Monday',
  takesEffectAt: 'Monday',
  outcome: 'Olga withdrew it.',
  count: '3',
  most: '2',
  closed: 'No more codes are taken there.',
  requests: 'Maria (standard)\nJo (elevated)',
  open: '53',
  mail: 'Set a new password',
  mails: 'maria@example.org: 550 5.1.1 User unknown',
  limit: '50',
  waves: '2',
  address: '192.0.2.1',
  authenticator: 'Work phone',
  systems: 'Keycloak',
  system: 'Keycloak',
  factors: 'Work phone',
  readings: 'Keycloak: people there, last read on Sunday. Keycloak answers 503.',
  dueAt: 'Thursday',
  endsAt: 'Thursday',
  owner: 'Olga',
  formerOwner: 'Omar',
  holdEndsAt: 'Thursday',
  linkEndsAt: 'Thursday',
  ...mailLinks('https://gatehouse.example', {
    token: 'CANARY-token',
    vetoToken: 'CANARY-veto',
    withdrawToken: 'CANARY-withdraw',
    stopToken: 'CANARY-stop',
    requestId: 'r-1',
  }),
};

const LINKS = Object.keys(
  mailLinks('https://gatehouse.example', {
    token: 't',
    vetoToken: 'v',
    withdrawToken: 'w',
    stopToken: 's',
    requestId: 'r',
  }),
);
const EVERY_MAIL_HAS: readonly string[] = ['name', 'username', 'organisation', 'helpDesk', 'at', ...LINKS];
/** Stands in the link that is made of it. */
const LINKED: ReadonlySet<string> = new Set(['token']);

const IN_EVERY_LANGUAGE = LANGUAGE_TAGS.flatMap((language) => KINDS.map((kind) => [kind, language] as const));
const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\??\}/g)].map(([, name = '']) => name);

const VETO_LINK = 'https://gatehouse.example/this-wasnt-me#CANARY-veto';

describe('every mail', () => {
  it.each(IN_EVERY_LANGUAGE)('%s in %s: says what to do, with no secret in the subject', (kind, language) => {
    const { subject, text, html } = renderMail(mailLanguage(language, 'en'), kind, VALUES);
    expect(subject).not.toMatch(/CANARY|\{|\}/);
    expect(text).not.toMatch(/[{}]|undefined/);
    expect(`${subject}\n${text}`).not.toMatch(/\b(please|oops|sorry)\b/i);
    // A question that the reader can say no to, and the advice after it.
    expect(text).toMatch(/\?”? [\p{Lu}„“{]|mistake/u);
    expect(html).toContain(`<!doctype html>\n<html lang="${LANGUAGES[language].locale}">`);
    expect(html).not.toContain('{');
  });

  it.each(KINDS)('%s: asks in English whether it was the reader', (kind) => {
    expect(renderMail(ENGLISH, kind, VALUES).text).toMatch(
      /(Wasn’t|Didn’t|Shouldn’t|Isn’t|Is that wrong|Is something|Is it a mistake|Do you doubt|Doesn’t|Don’t you|Does nobody|Is nobody|If there are more|mistake|We never ask)/,
    );
  });

  it.each(IN_EVERY_LANGUAGE)(
    '%s in %s: speaks of what its kind is given, and of all that it needs',
    (kind, language) => {
      const { needs = [], may = [] } = kindSpec(kind);
      const { subject, body } = mailLanguage(language, 'en').texts[kind];
      const spoken = namesIn(`${subject}${body}`);
      const given = [...needs, ...may, ...EVERY_MAIL_HAS];
      expect(spoken.filter((name) => !given.includes(name))).toEqual([]);
      expect(needs.filter((name) => !spoken.includes(name) && !LINKED.has(name))).toEqual([]);
    },
  );

  it.each(IN_EVERY_LANGUAGE)('%s in %s: leaves the same paragraphs out as in English', (kind, language) => {
    const asked = (body: string) =>
      body
        .trim()
        .split(/\n{2,}/)
        .map((part) => namesIn(part).toSorted());
    const own = asked(mailLanguage(language, 'en').texts[kind].body).map((names) => [...new Set(names)]);
    const english = asked(ENGLISH.texts[kind].body).map((names) => [...new Set(names)]);
    expect(own).toEqual(english);
  });

  it('of a reset lists the checks and tells to delete the old entry first', () => {
    const { text } = renderMail(ENGLISH, 'reset_done', VALUES);
    expect(text).toContain(VALUES.checks);
    expect(text).toContain('Delete the old entry in your authenticator app first.');
    expect(text).toContain('CANARY-code');
  });

  it.each(['reset_requested', 'reset_approved_holding', 'reset_done', 'reset_done_in_person'] as const)(
    '%s: asks once whose request it was, and has the link that stops it',
    (kind) => {
      const { text } = renderMail(ENGLISH, kind, VALUES);
      expect(text.match(/wasn’t it you|not yours/gi)).toHaveLength(1);
      expect(text).toContain(VETO_LINK);
    },
  );

  it('about something else asks whose the reset request was, because the link alone says nothing', () => {
    const { text } = renderMail(ENGLISH, 'wrong_code', VALUES);
    expect(text).toContain(
      `Was the reset request not yours? Open this page and press its button. That stops the reset and signs everyone out of your account:\n${VETO_LINK}`,
    );
  });

  it('of a hold promises no time: the hold runs from when the mail server took the mail', () => {
    const { text } = renderMail(ENGLISH, 'reset_approved_holding', VALUES);
    expect(text).toContain('as policy is now, not before Thursday.');
  });

  it('leaves out a paragraph that speaks of what is not known', () => {
    const { text } = renderMail(ENGLISH, 'reset_done', {
      ...VALUES,
      activationCode: undefined,
      checks: undefined,
    });
    expect(text).not.toContain('activation code');
    expect(text).not.toContain('These checks');
    expect(text).toContain('Scan the new QR code');
  });

  it('escapes what people typed, and lets nobody write headers', () => {
    const { html, text, subject } = renderMail(ENGLISH, 'new_request', {
      ...VALUES,
      person: 'Eve\r\nBcc: all@example.org <script>alert(1)</script> {vetoLink}',
    });
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).toContain('{vetoLink}');
  });
});

async function createWorld() {
  const deps = await createTestDeps(openDatabase({ memory: true }));
  const userId = await putPerson(deps, { username: 'maria' });
  return { deps, userId };
}

async function outbox({ db, keys }: Deps) {
  const rows = await db.kysely.selectFrom('outbox').selectAll().orderBy('to_address').execute();
  return rows.map((row) => {
    const { text } = JSON.parse(unseal(keys, bodyContext(row), row.sealed_body ?? '')) as { text: string };
    return { ...row, text };
  });
}

async function changeEmail({ db, random, now }: Deps, userId: string, daysAgo: number, old: string) {
  const at = now() - daysAgo * DAY;
  const change = { id: uuidv7(at, random), user_id: userId, field: 'email' as const, at, by_id: null };
  await db.kysely
    .insertInto('contact_changes')
    .values({ ...change, old_value: old, new_value: 'maria@example.org', first: 0 })
    .execute();
}

describe('putting mail into the outbox', () => {
  it('S-35: old addresses hear of it for 30 days, but are sent no code', async () => {
    const { deps, userId } = await createWorld();
    await changeEmail(deps, userId, 29, 'maria@old.example');
    await changeEmail(deps, userId, 31, 'maria@older.example');
    await deps.db.transaction(async (tx) => {
      await mailUser(tx, deps, {
        userId,
        kind: 'reset_done',
        at: deps.now(),
        params: { activationCode: 'CANARY-code' },
      });
      await mailUser(tx, deps, {
        userId,
        kind: 'activation_code',
        at: deps.now(),
        params: { activationCode: 'CANARY-code' },
      });
    });
    const mails = await outbox(deps);
    expect(mails.map(({ to_address: to, kind }) => `${kind} ${to}`).toSorted()).toEqual([
      'activation_code maria@example.org',
      'reset_done maria@example.org',
      'reset_done maria@old.example',
    ]);
    expect(mails.find(({ to_address: to }) => to === 'maria@old.example')?.text).not.toContain('CANARY');
  });

  it('S-52: seals the body, masks the preview, and opens for no other row', async () => {
    const { deps, userId } = await createWorld();
    await deps.db.transaction((tx) =>
      mailUser(tx, deps, {
        userId,
        kind: 'password_link',
        at: deps.now(),
        params: { token: 'CANARY-token', linkEndsAt: new Date(deps.now()).toISOString() },
      }),
    );
    const [mail] = await outbox(deps);
    expect(mail?.text).toContain('https://gatehouse.example/set-password#CANARY-token');
    expect(mail).toMatchObject({ secret: 1 });
    const { text: _text, ...stored } = mail ?? { text: '' };
    expect(JSON.stringify(stored)).not.toContain('CANARY');
    expect(() =>
      unseal(deps.keys, bodyContext({ id: 'another', user_id: userId }), mail?.sealed_body ?? ''),
    ).toThrow(SealBroken);
  });

  it('puts the veto link into every mail from the request until 7 days after the reset', async () => {
    const { deps, userId } = await createWorld();
    const id = uuidv7(deps.now(), deps.random);
    const token = vetoToken(deps.keys, id);
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
        opened_at: deps.now(),
        expires_at: deps.now(),
        ended_at: deps.now(),
        suspected_attack: 0,
        veto_token_hash: sha256Hex(token),
        version: 1,
      })
      .execute();
    const rotated = {
      ...deps,
      keys: { current: 2, keys: new Map([...deps.keys.keys, [2, Buffer.alloc(32, 9)]]) },
    };
    await deps.db.transaction(async (tx) => {
      await mailUser(tx, deps, { userId, kind: 'wrong_code', at: deps.now() + 6 * DAY });
      await mailUser(tx, rotated, { userId, kind: 'locked', at: deps.now() + 6 * DAY });
      await mailUser(tx, deps, { userId, kind: 'unlocked', at: deps.now() + 8 * DAY });
    });
    const mails = await outbox(rotated);
    const told = mails.filter(({ text }) =>
      text.includes(`https://gatehouse.example/this-wasnt-me#${token}`),
    );
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(['locked', 'wrong_code']);
    expect(told.every(({ preview }) => !preview.includes(token))).toBe(true);
  });

  it('to staff goes to those of the group who are active', async () => {
    const { deps } = await createWorld();
    await putPerson(deps, { username: 'ada', roles: ['administrator', 'security_officer'] });
    await putPerson(deps, { username: 'otto', roles: ['security_officer'] });
    await putPerson(deps, { username: 'hana', roles: ['help_desk'] });
    await putPerson(deps, { username: 'gone', roles: ['administrator'], status: 'suspended' });
    const groups = ['administrators', 'officers', 'administrators_and_officers', 'all_staff'] as const;
    const reached: string[] = [];
    for (const to of groups) {
      await deps.db.kysely.deleteFrom('outbox').execute();
      await deps.db.transaction((tx) =>
        mailStaff(tx, deps, {
          to,
          kind: 'resets_unfrozen',
          at: deps.now(),
          params: { by: 'Olga', what: 'All resets' },
        }),
      );
      const names = (await outbox(deps)).map(({ to_address: address }) => address.split('@')[0]);
      reached.push(names.join(' '));
    }
    expect(reached).toEqual(['ada', 'ada otto', 'ada otto', 'ada hana otto']);
  });
});

it('writes times in the zone of the organisation, which is named', () => {
  // With or without a comma after the day: that depends on the version of ICU.
  expect(writeTime('en-GB', 'Europe/London', '2026-07-24T10:32:00.000Z')).toMatch(
    /^Friday,? 24 July 2026, 11:32 BST$/,
  );
  expect(writeTime('en-GB', 'Europe/London', 'soon')).toBe('soon');
});
